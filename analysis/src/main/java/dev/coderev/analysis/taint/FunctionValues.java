package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.source.Language;
import java.util.List;

/**
 * What is done with functions as values: called by way of another method, bound to an object, kept
 * for an event, used to settle a promise.
 */
final class FunctionValues {
  /** The type of the function with which a promise is settled. */
  private static final String RESOLVER = "(resolver)";

  /** The part of that function that holds what it was given. */
  private static final String SETTLED = "(settled)";

  private final Analysis analysis;
  private final Frame frame;

  FunctionValues(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.frame = frame;
  }

  // ---- calls by way of a method ----

  /** The call that {@code f.call(object, x)} and {@code f.apply(object, list)} stand for. */
  Instruction.Invoke direct(Instruction.Invoke call) {
    if (!isScript() || call.receiver() == NONE || call.arguments().isEmpty()) {
      return call;
    }
    boolean calls = call.name().equals("call");
    if ((!calls && !call.name().equals("apply"))
        || frame.register(call.receiver()).functions().isEmpty()) {
      return call;
    }
    List<Instruction.Argument> given = call.arguments().subList(1, call.arguments().size());
    List<Instruction.Argument> arguments =
        calls
            ? given
            : given.stream().map(a -> new Instruction.Argument(a.value(), "", true)).toList();
    return new Instruction.Invoke(
        call.result(),
        call.node(),
        call.callee(),
        call.receiver(),
        call.name(),
        arguments,
        call.creates(),
        call.body());
  }

  /** Whether a call only binds a function to an object. */
  boolean binds(Instruction.Invoke call, Value receiver) {
    return isScript()
        && call.name().equals("bind")
        && call.arguments().size() == 1
        && !receiver.functions().isEmpty();
  }

  // ---- promises ----

  static boolean makesPromise(Instruction.Invoke call) {
    return call.creates() && call.name().equals("Promise");
  }

  /** The function with which a promise is settled. */
  static Value resolver() {
    return Value.UNKNOWN.withType(RESOLVER);
  }

  /** What that function was called with. */
  static Value settled(Value resolver) {
    return resolver.cell(SETTLED);
  }

  /** Notes what a promise is settled with; false for other calls. */
  boolean settles(Instruction.Invoke call) {
    Value callee = frame.register(call.callee());
    if (!callee.type().equals(RESOLVER)
        || !(frame.function().definitions().get(call.callee())
            instanceof Instruction.ReadVariable read)) {
      return false;
    }
    if (!call.arguments().isEmpty()) {
      Value given = frame.register(call.arguments().getFirst().value());
      frame.variable(
          read.slot(), callee.write(SETTLED, Value.join(callee.cells().get(SETTLED), given)));
    }
    return true;
  }

  // ---- events ----

  /** Keeps a function that is to run at an event with the object that announces it. */
  void listens(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    boolean listens =
        switch (call.name()) {
          case "on", "once", "addListener", "prependListener" -> isScript();
          default -> false;
        };
    if (listens
        && arguments.size() == 2
        && arguments.getFirst().constant() instanceof String event
        && !arguments.get(1).functions().isEmpty()) {
      String key = key(event);
      Value kept = Value.join(receiver.cells().get(key), arguments.get(1));
      frame.write(call.receiver(), receiver.write(key, kept));
    }
  }

  /** The functions that run when an object announces an event. */
  List<Closure> listeners(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    return isScript()
            && call.name().equals("emit")
            && !arguments.isEmpty()
            && arguments.getFirst().constant() instanceof String event
        ? receiver.cell(key(event)).functions()
        : List.of();
  }

  private static String key(String event) {
    return "(on " + event + ")";
  }

  // ---- functions of the language ----

  /** Whether a method runs a function on elements that only makes numbers of them. */
  boolean makesNumbers(Instruction.Invoke call) {
    if (!KnownCalls.givesWhatCallbackGives(call.name())
        || call.receiver() == NONE
        || call.arguments().size() != 1) {
      return false;
    }
    return switch (frame.function().definitions().get(call.arguments().getFirst().value())) {
      case Instruction.ReadVariable read ->
          KnownCalls.makesNumber(frame.function().variables().get(read.slot()).name());
      case Instruction.ReadField read -> KnownCalls.makesNumber(read.name()) || isBoxing(read);
      default -> false;
    };
  }

  private boolean isBoxing(Instruction.ReadField read) {
    return read.name().equals("valueOf")
        && frame.function().definitions().get(read.object())
            instanceof Instruction.ReadVariable type
        && switch (frame.function().variables().get(type.slot()).name()) {
          case "Integer", "Long", "Short", "Byte", "Double", "Float", "Boolean" -> true;
          default -> false;
        };
  }

  private boolean isScript() {
    Language language = analysis.flow.tree().file().language();
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }
}
