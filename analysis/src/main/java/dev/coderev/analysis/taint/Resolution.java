package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which functions of the file a call may reach: by the value called, by class, by name. */
final class Resolution {
  private static final int MOST = 4;

  private final Analysis analysis;
  private final FileFlow flow;
  private final Frame frame;

  Resolution(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.flow = analysis.flow;
    this.frame = frame;
  }

  /**
   * What a call reaches.
   *
   * @param functions none where it leads out of the file
   * @param creates the class that is instantiated, if it is one of the file
   */
  record Reach(List<Closure> functions, @Nullable FlowClass creates) {
    static final Reach NOTHING = new Reach(List.of(), null);
  }

  Reach of(Instruction.Invoke call) {
    if (call.creates()) {
      FlowClass type = flow.classNamed(call.name());
      return type == null ? Reach.NOTHING : constructors(type, call);
    }
    List<Closure> called = frame.register(call.callee()).functions();
    if (!called.isEmpty()) {
      return new Reach(called, null);
    }
    if (call.name().isEmpty()) {
      return Reach.NOTHING;
    }
    return call.receiver() == NONE ? bare(call) : method(call);
  }

  private Reach bare(Instruction.Invoke call) {
    FlowClass owner = enclosingClass();
    if (owner != null && (call.name().equals("super") || call.name().equals("this"))) {
      List<FlowClass> upwards = flow.upwards(owner);
      if (call.name().equals("super") && upwards.size() < 2) {
        return Reach.NOTHING;
      }
      FlowClass type = call.name().equals("super") ? upwards.get(1) : owner;
      return rebound(constructors(type, call).functions(), self());
    }
    for (FlowClass at = owner; at != null; at = outer(at)) {
      List<FlowFunction> found = flow.methods(at, call.name(), call.arguments().size());
      if (!found.isEmpty() && callsMethodsBare()) {
        return bound(
            found,
            owner != null && at.id() == owner.id() ? self() : Value.UNKNOWN.withType(at.name()));
      }
    }
    FlowClass type = flow.classNamed(call.name());
    return type == null ? Reach.NOTHING : constructors(type, call);
  }

  private boolean callsMethodsBare() {
    return switch (flow.tree().file().language()) {
      case JAVA, CSHARP, KOTLIN, CPP, SWIFT, RUBY -> true;
      default -> false;
    };
  }

  private Reach method(Instruction.Invoke call) {
    Value receiver = frame.register(call.receiver());
    if (!receiver.functions().isEmpty() && KnownCalls.runsFunction(call.name())) {
      return new Reach(receiver.functions(), null);
    }
    Instruction origin = frame.function().definitions().get(call.receiver());
    String type = receiver.type();
    if (type.isEmpty() && origin instanceof Instruction.ReadVariable read) {
      String name = frame.function().variables().get(read.slot()).name();
      if (read.slot() == frame.function().self() || name.equals("this")) {
        FlowClass owner = enclosingClass();
        type = owner == null ? "" : owner.name();
      } else if (!receiver.isContainer() && receiver.functions().isEmpty()) {
        type = name;
      }
    }
    FlowClass known = type.isEmpty() ? null : flow.classNamed(type);
    if (known == null) {
      return Reach.NOTHING;
    }
    List<FlowFunction> found = flow.methods(known, call.name(), call.arguments().size());
    return found.size() > MOST ? Reach.NOTHING : bound(found, receiver.withType(type));
  }

  private Reach bound(List<FlowFunction> functions, Value self) {
    List<Closure> closures = new ArrayList<>();
    for (FlowFunction function : functions) {
      closures.add(new Closure(analysis, function.id(), frame.scope(), self));
    }
    return new Reach(closures, null);
  }

  private static Reach rebound(List<Closure> functions, Value self) {
    return new Reach(
        functions.stream().map(f -> new Closure(f.in(), f.function(), f.around(), self)).toList(),
        null);
  }

  private Reach constructors(FlowClass type, Instruction.Invoke call) {
    int arguments = call.arguments().size();
    List<FlowFunction> found = flow.methods(type, constructorName(type), arguments);
    List<Closure> closures = new ArrayList<>();
    for (FlowFunction function : found) {
      if (closures.size() < MOST) {
        closures.add(new Closure(analysis, function.id(), frame.scope(), null));
      }
    }
    return new Reach(closures, type);
  }

  private String constructorName(FlowClass type) {
    return switch (flow.tree().file().language()) {
      case PYTHON -> "__init__";
      case RUBY -> "initialize";
      case PHP -> hasMethod(type, "__construct") ? "__construct" : type.name();
      default -> type.name();
    };
  }

  private boolean hasMethod(FlowClass type, String name) {
    return type.methods().stream().anyMatch(m -> flow.functions().get(m).name().equals(name));
  }

  private @Nullable FlowClass outer(FlowClass type) {
    return type.outer() == NONE ? null : flow.classes().get(type.outer());
  }

  /** The class in whose method the code at hand is written. */
  private @Nullable FlowClass enclosingClass() {
    FlowFunction at = frame.function();
    while (at.owner() == NONE) {
      if (at.parent() == NONE) {
        return null;
      }
      at = flow.functions().get(at.parent());
    }
    return Objects.requireNonNull(analysis.owner(at));
  }

  /** The object whose method is running. */
  Value self() {
    FlowFunction function = frame.function();
    if (function.self() != NONE) {
      return frame.variable(function.self());
    }
    for (int slot = 0; slot < function.variables().size(); slot++) {
      if (function.variables().get(slot).name().equals("this")) {
        return frame.variable(slot);
      }
    }
    FlowClass owner = enclosingClass();
    return Value.UNKNOWN.withType(owner == null ? "" : owner.name());
  }
}
