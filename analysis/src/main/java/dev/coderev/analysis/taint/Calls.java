package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.flow.Parameter;
import dev.coderev.analysis.source.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What calls give back and change: functions of the file are run, methods of containers are known,
 * and everything else hands on whatever it is given.
 */
final class Calls {
  /** A method of the object or class at hand. */
  private static final Pattern OWN =
      Pattern.compile("(?:(?:self|static|parent)::|\\$this->|(?:this|super|self)\\.)\\w+\\(");

  private final Analysis analysis;
  private final Frame frame;
  private final Resolution resolution;
  private final LibraryCalls library;
  private final Guards guards;
  private final FunctionValues functions;

  Calls(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.frame = frame;
    this.resolution = new Resolution(analysis, frame);
    this.library = new LibraryCalls(analysis, frame);
    this.guards = new Guards(frame);
    this.functions = new FunctionValues(analysis, frame);
  }

  Value invoke(Instruction.Invoke written) {
    Instruction.Invoke call = functions.direct(written);
    enterBody(call);
    if (functions.settles(call)) {
      return Value.UNKNOWN;
    }
    Resolution.Reach reach = resolution.of(call);
    if (!reach.functions().isEmpty()) {
      Value result = run(call, reach);
      if (result != null) {
        return reach.guessed() ? Value.join(result, unresolved(call)) : result;
      }
      if (reach.creates() != null) {
        return unresolved(call).withType(reach.creates().type().name());
      }
    } else if (reach.creates() != null) {
      return created(call, reach.creates());
    }
    return unresolved(call).withType(reach.type());
  }

  /** The methods of a class that a {@code new} declares on the spot see the variables here. */
  private void enterBody(Instruction.Invoke call) {
    if (call.body() != NONE && frame.watching()) {
      FlowClass type = analysis.flow.classes().get(call.body());
      for (int method : type.methods()) {
        analysis.enter(analysis.flow.functions().get(method), frame.scope()).forEach(frame::reach);
      }
    }
  }

  // ---- functions of the file ----

  /** What a call tells of what it is given, without handing any of it on. */
  Value told(Instruction.Invoke call) {
    List<Value> arguments =
        call.arguments().stream().map(argument -> frame.register(argument.value())).toList();
    Value receiver = frame.register(call.receiver());
    Object folded = library.folded(call, receiver, arguments);
    Value told = folded == null ? library.constants(call, arguments) : Value.constant(folded);
    return told.implying(library.compared(call, receiver, arguments));
  }

  private @Nullable Value run(Instruction.Invoke call, Resolution.Reach reach) {
    Value result = null;
    boolean certain = reach.functions().size() == 1 && !reach.guessed();
    for (Closure target : reach.functions()) {
      FlowFunction function = target.in().flow.functions().get(target.function());
      boolean making = call.creates() || reach.creates() != null;
      Value self =
          reach.creates() != null ? fresh(reach.creates()) : making ? Value.UNKNOWN : target.self();
      Run run =
          new Run(
              target.in(),
              function,
              bind(function, call),
              self == null ? Value.UNKNOWN : self,
              target.around(),
              making);
      Value one = perform(call, run, certain);
      if (one == null) {
        return null;
      }
      result = Value.join(result, making ? run.selfAfter : one);
    }
    return result;
  }

  /** One call of one function: what goes in and, afterwards, what became of the object. */
  private static final class Run {
    final Analysis in;
    final FlowFunction function;
    final List<Value> arguments;
    final Value self;
    final Scope around;
    final boolean making;
    Value selfAfter;

    /** What became of the first argument, where that is asked. */
    Value firstAfter = Value.UNKNOWN;

    /**
     * @param making whether the object at work is new, not the one that the call is written at
     */
    Run(
        Analysis in,
        FlowFunction function,
        List<Value> arguments,
        Value self,
        Scope around,
        boolean making) {
      this.making = making;
      this.in = in;
      this.function = function;
      this.arguments = arguments.stream().map(Value::elsewhere).toList();
      this.self = self.elsewhere();
      this.around = around;
      this.selfAfter = this.self;
    }
  }

  /**
   * Runs a function and takes over what it did.
   *
   * @param certain whether it surely runs, so that what it cleans is clean
   * @return null where it cannot be run
   */
  private @Nullable Value perform(Instruction.Invoke call, Run run, boolean certain) {
    FlowFunction function = run.function;
    boolean inside = run.in == analysis && function.parent() == frame.function().id();
    Scope around = inside ? frame.scope() : run.around;
    if (frame.function().id() == 0) {
      analysis.module = frame.scope();
    }
    @Nullable Value[] captured = run.in.captured(function, around);
    Inputs inputs = Inputs.of(function.id(), run.arguments, run.self, captured);
    Outcome outcome = run.in.callFromCode(inputs);
    if (outcome == null) {
      return null;
    }
    Arrival arrival = new Arrival(inputs.taints(), place(call), name(call, function));
    outcome.reached().forEach((sink, taints) -> frame.reach(sink, arrival.at(taints)));
    if (function.self() != NONE) {
      Value after = arrival.at(outcome.exit().get(function.self()));
      run.selfAfter =
          run.making && run.self == Value.UNKNOWN
              ? after.mapFunctions(made -> arrival.at(run, made)).elsewhere()
              : after.elsewhere();
      if (!run.making && !run.selfAfter.equalTo(run.self)) {
        changeObject(call, run);
      }
    }
    if (inside) {
      takeOver(function, outcome, arrival, certain);
    }
    if (FunctionValues.makesPromise(call) && !function.parameters().isEmpty()) {
      int slot = function.parameters().getFirst().slot();
      run.firstAfter = slot == NONE ? Value.UNKNOWN : arrival.at(outcome.exit().get(slot));
    }
    changeArguments(call, run, outcome, arrival, certain);
    Value returned = arrival.at(outcome.returned()).mapFunctions(made -> arrival.at(run, made));
    Implied implied = guards.brought(returned.implied(), function, call, inside);
    return returned
        .elsewhere()
        .implying(implied)
        .step(place(call), "returned from `" + arrival.name + "`");
  }

  /** The object on which a method was called is changed: the one named, or the one at hand. */
  private void changeObject(Instruction.Invoke call, Run run) {
    int self = frame.function().self();
    if (call.receiver() != NONE && !Resolution.isSuper(call, frame)) {
      frame.write(call.receiver(), run.selfAfter);
    } else if (self != NONE && !call.creates() && run.self == frame.variable(self).elsewhere()) {
      frame.variable(self, run.selfAfter);
    }
  }

  /** Brings taints of a callee into the caller: their ways continue what came before the call. */
  private record Arrival(Taints given, Site place, String name) {
    Value at(Value value) {
      return value.isClean() ? value : value.mapTaints(this::at);
    }

    /** A function that was made in the run remembers what the run was given. */
    Closure at(Run run, Closure made) {
      boolean inside =
          made.in() == run.in
              && made.around().function() == run.function.id()
              && run.function.id() != 0;
      return inside
          ? new Closure(made.in(), made.function(), made.around().map(this::at), made.self())
          : made;
    }

    Taints at(Taints taints) {
      return taints.map(this::at);
    }

    private Taint at(Taint taint) {
      if (!taint.way().startsAtEntry()) {
        return taint;
      }
      Taint before = given.find(taint);
      if (before == null) {
        return taint;
      }
      Way passed = before.way().then(place, "passed to `" + name + "`");
      return taint.with(taint.way().after(passed));
    }
  }

  private Site place(Instruction.Invoke call) {
    return analysis.site(call.node());
  }

  private static String name(Instruction.Invoke call, FlowFunction function) {
    if (!call.name().isEmpty()) {
      return call.name();
    }
    return function.name().isEmpty() ? "function" : function.name();
  }

  private void takeOver(FlowFunction function, Outcome outcome, Arrival arrival, boolean certain) {
    for (int slot = 0; slot < function.variables().size(); slot++) {
      int outer = function.variables().get(slot).outerSlot();
      if (outer != NONE) {
        Value after = arrival.at(outcome.exit().get(slot)).elsewhere();
        Value before = frame.variable(outer);
        if (!after.equalTo(before.elsewhere())) {
          frame.variable(outer, certain ? after : Value.join(before, after));
        }
      }
    }
  }

  /** Objects that were handed over and changed by the callee are changed here too. */
  private void changeArguments(
      Instruction.Invoke call, Run run, Outcome outcome, Arrival arrival, boolean certain) {
    List<Parameter> parameters = run.function.parameters();
    for (int i = 0; i < parameters.size() && i < call.arguments().size(); i++) {
      Parameter parameter = parameters.get(i);
      Instruction.Argument argument = call.arguments().get(i);
      if (parameter.slot() == NONE
          || argument.spread()
          || !argument.name().isEmpty()
          || parameter.takesRest()
          || isCopied(run, parameter, i)) {
        continue;
      }
      Value before = run.arguments.get(i);
      Value after = arrival.at(outcome.exit().get(parameter.slot())).elsewhere();
      if (!after.equalTo(before) && after.type().equals(before.type())) {
        frame.write(argument.value(), certain ? after : Value.join(before, after));
      }
    }
  }

  /** Whether changing a parameter changes nothing outside. */
  private boolean isCopied(Run run, Parameter parameter, int index) {
    if (parameter.symbol().equals("&")) {
      return false;
    }
    boolean array =
        analysis.flow.tree().file().language() == Language.PHP
            && run.arguments.get(index).type().isEmpty()
            && run.arguments.get(index).isContainer();
    return array || run.in.fields.rewritten(run.function).get(parameter.slot());
  }

  private List<Value> bind(FlowFunction function, Instruction.Invoke call) {
    List<Parameter> parameters = function.parameters();
    List<Value> bound = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      bound.add(Value.UNKNOWN);
    }
    Value rest = Value.emptyContainer(true);
    Value named = Value.emptyContainer(false);
    int position = 0;
    for (Instruction.Argument argument : call.arguments()) {
      Value value = frame.register(argument.value());
      if (argument.spread() && value.closed() && value.size() < 0 && !value.cells().isEmpty()) {
        for (Map.Entry<Object, Value> cell : value.cells().entrySet()) {
          int index = named(parameters, cell.getKey().toString());
          if (index >= 0) {
            bound.set(index, cell.getValue());
          } else {
            named = named.write(cell.getKey(), cell.getValue());
          }
        }
      } else if (argument.spread() && value.closed() && value.size() >= 0 && value.rest() == null) {
        for (long i = 0; i < value.size(); i++) {
          if (position < parameters.size() && !parameters.get(position).takesRest()) {
            bound.set(position++, value.read(i));
          } else {
            rest = rest.append(value.read(i));
          }
        }
      } else if (argument.spread()) {
        for (int i = position; i < bound.size(); i++) {
          bound.set(i, Value.join(bound.get(i), value.element()));
        }
        rest = rest.write(null, value.element());
      } else if (!argument.name().isEmpty()) {
        int index = named(parameters, argument.name());
        if (index >= 0) {
          bound.set(index, value);
        } else {
          named = named.write(argument.name(), value);
        }
      } else if (position < parameters.size() && !parameters.get(position).takesRest()) {
        bound.set(position++, value);
      } else {
        rest = rest.append(value);
      }
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).symbol().equals("**")) {
        bound.set(i, named);
      } else if (parameters.get(i).takesRest()) {
        bound.set(i, rest);
      }
    }
    return bound;
  }

  private static int named(List<Parameter> parameters, String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(name) && !parameters.get(i).takesRest()) {
        return i;
      }
    }
    return -1;
  }

  // ---- objects of classes of the file ----

  private Value fresh(ClassRef ref) {
    Analysis in = ref.in();
    Scope around = in == analysis ? frame.scope() : in.moduleScope();
    return new ClassObjects(in).fresh(ref.type(), around);
  }

  /** An object of a class without a constructor that fits: it holds what it was given. */
  private Value created(Instruction.Invoke call, ClassRef type) {
    Value self = fresh(type);
    List<String> components = type.in().components(type.type());
    int position = 0;
    for (Instruction.Argument argument : call.arguments()) {
      Value value = frame.register(argument.value());
      if (!argument.name().isEmpty()) {
        self = self.write(argument.name(), value);
      } else if (position < components.size() && !argument.spread()) {
        self = self.write(components.get(position++), value);
      } else {
        self = self.tainted(value.deep());
      }
    }
    return self;
  }

  // ---- everything else ----

  private Value unresolved(Instruction.Invoke call) {
    List<Value> arguments = new ArrayList<>();
    for (Instruction.Argument argument : call.arguments()) {
      arguments.add(frame.register(argument.value()));
    }
    Value receiver = frame.register(call.receiver());
    if (functions.binds(call, receiver)) {
      return receiver;
    }
    Value promised = promised(call, arguments);
    if (promised != null) {
      return promised;
    }
    functions.listens(call, receiver, arguments);
    announce(call, receiver, arguments);
    Value fromCallbacks = callBack(call, receiver, arguments);
    if (fromCallbacks == null && functions.makesNumbers(call)) {
      return Value.containerOf(Value.UNKNOWN);
    }
    if (fromCallbacks != null && KnownCalls.findsOne(call.name())) {
      return Value.UNKNOWN.implying(new Implied(fromCallbacks.implied().whenTrue(), Places.NONE));
    }
    Value known = library.call(call, receiver, arguments);
    if (known != null) {
      return fromCallbacks == null ? known : Value.join(known, fromCallbacks);
    }
    if (fromCallbacks != null && KnownCalls.givesWhatCallbackGives(call.name())) {
      return Value.containerOf(fromCallbacks);
    }
    Taints taints = Taints.NONE;
    if (!analysis.options.safeFunctions() && !analysis.options.onlyAssignments()) {
      for (Value argument : arguments) {
        taints = taints.and(parts(call, argument));
      }
      taints = handedOn(call, taints).and(parts(call, receiver));
    }
    if (!analysis.options.onlyAssignments()) {
      taints = taints.and(frame.register(call.callee()).taints());
    }
    Value result =
        computes(call, receiver, arguments) ? Value.FIXED.tainted(taints) : Value.of(taints);
    if (KnownCalls.isTextBuffer(call.name())) {
      result = result.withType(call.name());
    }
    if (call.creates() && call.body() != NONE) {
      result = result.withType(analysis.flow.classes().get(call.body()).name());
    }
    return fromCallbacks == null
        ? result
        : Value.join(Value.containerOf(fromCallbacks).tainted(fromCallbacks.deep()), result);
  }

  /** Arguments of a function that nobody saw, and which may well give back something else. */
  private Taints handedOn(Instruction.Invoke call, Taints taints) {
    boolean other =
        !taints.isEmpty()
            && (FunctionNames.cleans(call.name())
                || (FunctionNames.looksUp(call.name())
                    && !analysis.flow.tree().text(call.node()).contains("Paths.get("))
                || isOwn(call));
    return other ? taints.step(place(call), TaintFlow.HANDED_ON + "`" + call.name() + "`") : taints;
  }

  /** What a function that nobody saw may take out of a value: anything in an object, or nothing. */
  private Taints parts(Instruction.Invoke call, Value value) {
    boolean object = value.taints().isEmpty() && value.isContainer() && !value.closed();
    return object && !FunctionNames.formats(call.name())
        ? value.deep().step(place(call), TaintFlow.HANDED_ON + "`" + call.name() + "`")
        : value.deep();
  }

  /** Whether a call can only mean a function of the project's own. */
  private boolean isOwn(Instruction.Invoke call) {
    if (OWN.matcher(analysis.flow.tree().text(call.node())).lookingAt()) {
      return !FunctionNames.formats(call.name());
    }
    Language language = analysis.flow.tree().file().language();
    return (language == Language.JAVA || language == Language.RUBY)
        && call.receiver() == NONE
        && !call.creates()
        && !call.name().isEmpty()
        && !KnownCalls.converts(call.name())
        && !FunctionNames.formats(call.name());
  }

  /** Whether a call makes something of constants, and of nothing else. */
  private boolean computes(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    boolean text = call.receiver() != NONE && receiver.isFixed();
    boolean conversion = !arguments.isEmpty() && KnownCalls.converts(call.name());
    return (text || conversion) && arguments.stream().allMatch(Value::isFixed);
  }

  /** What a promise is settled with by the function that it is given; null where that is unseen. */
  private @Nullable Value promised(Instruction.Invoke call, List<Value> arguments) {
    if (!FunctionValues.makesPromise(call) || arguments.isEmpty()) {
      return null;
    }
    Value settled = null;
    for (Closure closure : arguments.getFirst().functions()) {
      FlowFunction function = closure.in().flow.functions().get(closure.function());
      List<Value> given = new ArrayList<>();
      for (int i = 0; i < function.parameters().size(); i++) {
        given.add(i == 0 ? FunctionValues.resolver() : Value.UNKNOWN);
      }
      Run run = new Run(closure.in(), function, given, Value.UNKNOWN, closure.around(), false);
      if (perform(call, run, false) != null) {
        settled = Value.join(settled, FunctionValues.settled(run.firstAfter));
      }
    }
    return settled;
  }

  /** Runs the functions that listen to the event that an emitter announces. */
  private void announce(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    for (Closure listener : functions.listeners(call, receiver, arguments)) {
      FlowFunction function = listener.in().flow.functions().get(listener.function());
      List<Value> given = new ArrayList<>();
      for (int i = 0; i < function.parameters().size(); i++) {
        given.add(i + 1 < arguments.size() ? arguments.get(i + 1) : Value.UNKNOWN);
      }
      Value self = listener.self() == null ? Value.UNKNOWN : listener.self();
      perform(call, new Run(listener.in(), function, given, self, listener.around(), false), false);
    }
  }

  /** Runs functions that are handed over; null where none is. */
  private @Nullable Value callBack(Instruction.Invoke call, Value receiver, List<Value> arguments) {
    Value result = null;
    for (Value argument : arguments) {
      for (Closure closure : callbacks(call, argument)) {
        FlowFunction function = closure.in().flow.functions().get(closure.function());
        boolean elements = call.receiver() != NONE && KnownCalls.callsBackWithElements(call.name());
        Value element = Value.UNKNOWN;
        if (elements) {
          element = elementFor(call, receiver);
        } else if (KnownCalls.appliesFunction(call.name())) {
          element = elementOf(arguments, argument);
        }
        List<Value> given = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
          given.add(element);
        }
        Value self = closure.self() == null ? Value.UNKNOWN : closure.self();
        Run run = new Run(closure.in(), function, given, self, closure.around(), false);
        Value returned = perform(call, run, false);
        boolean gives =
            elements
                || KnownCalls.runsForResult(call.name())
                || (call.receiver() == NONE && isMap(call.name()));
        if (returned != null && gives && !call.name().equals("forEach")) {
          result = Value.join(result, returned);
        }
      }
    }
    return result;
  }

  /** The functions that an argument may be, by itself or by their name. */
  private List<Closure> callbacks(Instruction.Invoke call, Value argument) {
    return argument.constant() instanceof String name && KnownCalls.appliesFunction(call.name())
        ? resolution.named(name, 1)
        : argument.functions();
  }

  private static boolean isMap(String name) {
    return name.equals("map") || name.equals("array_map");
  }

  /** What a function that is given a function and collections hands to it. */
  private static Value elementOf(List<Value> arguments, Value callback) {
    Value element = Value.UNKNOWN;
    for (Value argument : arguments) {
      if (argument != callback) {
        element = Value.join(element, argument.element());
      }
    }
    return element;
  }

  private static Value elementFor(Instruction.Invoke call, Value receiver) {
    Value whole =
        switch (call.name()) {
          case "then", "let", "also", "tap", "thenApply", "thenAccept", "and_then", "run" ->
              receiver;
          default -> receiver.element();
        };
    return whole;
  }
}
