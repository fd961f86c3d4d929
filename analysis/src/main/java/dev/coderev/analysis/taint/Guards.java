package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.flow.Parameter;
import dev.coderev.analysis.regex.RegexText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What checks say of the places that they look at. */
final class Guards {
  private final Frame frame;
  private final Naming naming;

  Guards(Frame frame) {
    this.frame = frame;
    this.naming = new Naming(frame);
  }

  /** What an expression names; null where it is no variable and nothing reached from one. */
  @Nullable Place place(int register) {
    return naming.shown(register);
  }

  // ---- checks ----

  /** What a check implies that a rule declares to be one. */
  Implied of(Marks.GuardMark mark) {
    if (!holds(mark)) {
      return Implied.NOTHING;
    }
    Set<Place> places = new HashSet<>();
    for (int value : mark.values()) {
      Place place = place(value);
      if (place != null) {
        places.add(place);
      }
    }
    Implied implied = new Implied(Places.of(places), Places.NONE);
    return mark.spec().when() ? implied : implied.not();
  }

  private boolean holds(Marks.GuardMark mark) {
    if (mark.spec().among().isPresent() && !frame.register(mark.among()).isAmongConstants()) {
      return false;
    }
    return mark.spec().matching().isEmpty()
        || (frame.register(mark.matching()).constant() instanceof String regex
            && RegexAlphabet.excludes(
                RegexText.undelimited(regex), mark.spec().forbids(), mark.spec().whole()));
  }

  /** What an operator on truths or with constants implies. */
  Implied of(Instruction.Operation operation, List<Value> operands) {
    if (operands.size() == 1) {
      return switch (operation.operator()) {
        case "!1", "not1" -> operands.getFirst().tested().not();
        case "!!1", "await", "cast", "unknown" -> operands.getFirst().implied();
        default -> Implied.NOTHING;
      };
    }
    if (operands.size() != 2) {
      return Implied.NOTHING;
    }
    return switch (operation.operator()) {
      case "&&", "and" -> operands.get(0).tested().and(operands.get(1).tested());
      case "||", "or" -> operands.get(0).tested().or(operands.get(1).tested());
      case "==", "===", "is" -> equal(operation, operands);
      case "!=", "!==", "is not", "<>" -> equal(operation, operands).not();
      default -> Implied.NOTHING;
    };
  }

  private Implied equal(Instruction.Operation operation, List<Value> operands) {
    Implied left = equal(operation.operands().get(0), operands.get(0), operands.get(1));
    Implied right = equal(operation.operands().get(1), operands.get(1), operands.get(0));
    return left.plus(right);
  }

  private Implied equal(int register, Value value, Value other) {
    if (!other.isFixed() || value.isFixed()) {
      return Implied.NOTHING;
    }
    if (!value.implied().isNothing()) {
      Boolean truth = FunctionRun.truth(other.constant());
      return truth == null ? Implied.NOTHING : truth ? value.implied() : value.implied().not();
    }
    return equalTo(register);
  }

  /** What it implies that an expression equals a constant. */
  Implied equalTo(int register) {
    Place place = place(register);
    return place == null ? Implied.NOTHING : new Implied(Places.of(Set.of(place)), Places.NONE);
  }

  // ---- calls ----

  /**
   * What a callee's result implies for the places that the caller knows.
   *
   * @param inside whether the callee is written inside the caller and sees its variables
   */
  Implied brought(Implied implied, FlowFunction callee, Instruction.Invoke call, boolean inside) {
    return new Implied(
        brought(implied.whenTrue(), callee, call, inside),
        brought(implied.whenFalse(), callee, call, inside));
  }

  private Places brought(
      Places places, FlowFunction callee, Instruction.Invoke call, boolean inside) {
    if (places.some().isEmpty()) {
      return places;
    }
    Set<Place> here = new HashSet<>();
    for (Place place : places.some()) {
      int outer = inside ? callee.variables().get(place.slot()).outerSlot() : NONE;
      Place holder = outer == NONE ? given(place.slot(), callee, call) : Place.of(outer);
      if (holder != null) {
        here.add(holder.below(place.path()));
      }
    }
    return Places.of(here);
  }

  /** What the caller handed over as the object or as an argument. */
  private @Nullable Place given(int slot, FlowFunction callee, Instruction.Invoke call) {
    if (slot == callee.self()) {
      return call.receiver() == NONE ? selfHere() : place(call.receiver());
    }
    for (int i = 0; i < callee.parameters().size() && i < call.arguments().size(); i++) {
      Parameter parameter = callee.parameters().get(i);
      Instruction.Argument argument = call.arguments().get(i);
      if (parameter.slot() == slot
          && !argument.spread()
          && argument.name().isEmpty()
          && !parameter.takesRest()) {
        return place(argument.value());
      }
    }
    return null;
  }

  private @Nullable Place selfHere() {
    return frame.function().self() == NONE ? null : Place.of(frame.function().self());
  }
}
