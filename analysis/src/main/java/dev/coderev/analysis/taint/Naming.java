package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Instruction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which places the expressions of a function name. */
final class Naming {
  private static final int DEEPEST = 12;

  private final Frame frame;

  Naming(Frame frame) {
    this.frame = frame;
  }

  /**
   * The place whose value an expression shows, but for case and blanks; null where there is none.
   */
  @Nullable Place shown(int register) {
    return place(register, true, DEEPEST);
  }

  /** The place that holds what an expression is, so that changing the one changes the other. */
  @Nullable Place held(int register) {
    return place(register, false, DEEPEST);
  }

  private @Nullable Place place(int register, boolean shown, int depth) {
    if (register == NONE || depth == 0) {
      return null;
    }
    return switch (frame.function().definitions().get(register)) {
      case Instruction.ReadVariable read -> Place.of(read.slot());
      case Instruction.WriteVariable write -> Place.of(write.slot());
      case Instruction.ReadField read -> below(read.object(), read.name(), shown, depth);
      case Instruction.ReadIndex read -> {
        Object key = read.index() == NONE ? null : frame.register(read.index()).constant();
        yield key == null ? null : below(read.object(), key, shown, depth);
      }
      case Instruction.Operation operation when Frame.handsOn(operation.operator()) ->
          operation.operands().isEmpty()
              ? null
              : place(operation.operands().getFirst(), shown, depth - 1);
      case Instruction.Invoke call when shown -> called(call, depth);
      case Instruction.Invoke call when Frame.changesReceiver(call.name()) ->
          place(call.receiver(), false, depth - 1);
      case Instruction.Invoke call when Frame.isElement(call) -> {
        Object key = frame.register(call.arguments().getFirst().value()).constant();
        yield key == null ? null : below(call.receiver(), key, false, depth);
      }
      default -> null;
    };
  }

  private @Nullable Place below(int object, Object step, boolean shown, int depth) {
    Place holder = place(object, shown, depth - 1);
    return holder == null ? null : holder.below(step);
  }

  private @Nullable Place called(Instruction.Invoke call, int depth) {
    if (KnownCalls.keepsText(call.name())) {
      boolean method = call.receiver() != NONE && call.arguments().isEmpty();
      if (method || call.arguments().size() == 1) {
        int text = method ? call.receiver() : call.arguments().getFirst().value();
        return place(text, true, depth - 1);
      }
    }
    if (call.receiver() == NONE || call.creates()) {
      return null;
    }
    List<Object> constants = new ArrayList<>();
    for (Instruction.Argument argument : call.arguments()) {
      Object constant = frame.register(argument.value()).constant();
      if (constant == null) {
        return null;
      }
      constants.add(constant);
    }
    return below(call.receiver(), new Place.Called(call.name(), constants), true, depth);
  }
}
