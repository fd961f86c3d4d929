package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.flow.Variable;
import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One file as one taint rule sees it: runs its functions on abstract values, every function on its
 * own and again for the arguments that calls give it.
 *
 * <p>A run is remembered by its {@link Inputs} and serves every call that gives the same: with
 * inputs that carry one symbol each it is the function's summary.
 */
final class Analysis {
  private static final int MOST_RUNS_OF_ONE = 40;
  private static final int LARGEST_FUNCTION = 30_000;
  private static final int RECURSION_ROUNDS = 4;

  final Session session;
  final FileFlow flow;
  final SpecMatches matches;
  final Marks marks;
  final TaintOptions options;
  final FileContext context;
  private final Map<Inputs, Known> known = new HashMap<>();
  private final Map<Inputs, Known> knownAtRest = new HashMap<>();
  private final Map<Inputs, Recursion> running = new HashMap<>();
  private final Map<Integer, Taints> handed = new HashMap<>();
  private final Map<Integer, Value> objects = new HashMap<>();
  final FieldFacts fields;
  private final int[] runsOf;
  final Outside outside;
  private final Map<Integer, FlowFunction> functionsByNode = new HashMap<>();
  private boolean entered;
  private final boolean escapes;
  private final int firstSource;
  private final int firstSink;

  /**
   * How a function went.
   *
   * @param depth under how many calls; 0 where no limit on them cut anything short
   */
  private record Known(Outcome outcome, int depth) {}

  /** The variables of the top level, once it has run, or as they are while it does. */
  Scope module;

  private static final class Recursion {
    @Nullable Outcome assumed;
    boolean asked;
  }

  /**
   * @param file number of the file in the project
   */
  Analysis(
      Session session,
      int file,
      FileFlow flow,
      SpecMatches matches,
      Marks marks,
      FileContext context) {
    this.session = session;
    this.flow = flow;
    this.matches = matches;
    this.marks = marks;
    this.options = session.options;
    this.context = context;
    this.module = new Scope(0, new Value[0]);
    this.runsOf = new int[flow.functions().size()];
    this.fields = context.computed(FieldFacts.class, _ -> new FieldFacts(flow));
    this.firstSource = session.addSources(flow.tree().file(), matches.sources());
    this.outside = new Outside(this, file);
    this.firstSink = session.addSinks(flow.tree().file(), matches.sinks());
    this.escapes = matches.sanitizers().stream().anyMatch(s -> s.spec().within().isPresent());
  }

  /** Begins another look. */
  void begin() {
    Arrays.fill(runsOf, 0);
  }

  /**
   * Enters the top level and functions of the file from outside.
   *
   * @param entries the tree's nodes of the functions that are entered; all where the node 0, the
   *     top level, is one
   */
  List<TaintMatch> run(Set<Integer> entries) {
    boolean all = entries.contains(0);
    if (!all) {
      session.lookAtFew();
    }
    Map<Integer, Taints> reached = new TreeMap<>();
    Outcome outcome = runTopLevel();
    if (outcome != null) {
      merge(reached, outcome.reached());
    }
    for (FlowFunction function : flow.functions()) {
      if (function.parent() != Instruction.NONE
          && (all
              ? session.ways().leadToSink(outside.file(), function.node())
              : entries.contains(function.node()))
          && standsAlone(function)) {
        merge(reached, enter(function, module));
      }
    }
    return new Findings(session).of(reached);
  }

  private @Nullable Outcome runTopLevel() {
    entered = true;
    FlowFunction top = flow.topLevel();
    Outcome outcome =
        call(Inputs.of(0, List.of(), Value.UNKNOWN, new Value[top.variables().size()]));
    if (outcome != null) {
      module = outcome.exit();
    }
    return outcome;
  }

  /** The variables of the top level after it ran. */
  Scope moduleScope() {
    if (!entered) {
      runTopLevel();
    }
    return module;
  }

  /**
   * What the file hands out under a name.
   *
   * @param local what it is called in the file itself
   */
  Value exported(String local, String name) {
    Scope scope = moduleScope();
    Value handed = Value.UNKNOWN;
    List<Variable> variables = flow.topLevel().variables();
    for (int slot = 0; slot < variables.size(); slot++) {
      Value value = scope.get(slot);
      String variable = variables.get(slot).name();
      if (variable.equals(local) && value != Value.UNKNOWN) {
        return value;
      }
      if (variable.equals("exports") && value.cells().containsKey(name)) {
        handed = value.read(name);
      } else if (variable.equals("module") && value.cell("exports") != Value.UNKNOWN) {
        Value whole = value.cell("exports");
        handed = name.equals("default") ? whole : whole.isContainer() ? whole.cell(name) : handed;
      }
    }
    return handed;
  }

  /** The function whose node in the tree this is. */
  @Nullable FlowFunction functionAt(int node) {
    if (functionsByNode.isEmpty()) {
      flow.functions().forEach(function -> functionsByNode.putIfAbsent(function.node(), function));
    }
    return functionsByNode.get(node);
  }

  /** The class whose node in the tree this is. */
  @Nullable FlowClass classAt(int node) {
    for (FlowClass type : flow.classes()) {
      if (type.node() == node) {
        return type;
      }
    }
    return null;
  }

  /** Whether a function is entered from outside, not from the function in which it is written. */
  private boolean standsAlone(FlowFunction function) {
    FlowFunction parent = flow.functions().get(function.parent());
    return (parent.role() == FlowFunction.Role.TOP_LEVEL
            && function.role() != FlowFunction.Role.ANONYMOUS)
        || parent.role() == FlowFunction.Role.CLASS_INITIALIZER;
  }

  static void merge(Map<Integer, Taints> into, Map<Integer, Taints> from) {
    from.forEach((sink, taints) -> into.merge(sink, taints, Taints::and));
  }

  /** The sinks that are reached when a function is entered with unknown arguments. */
  Map<Integer, Taints> enter(FlowFunction function, Scope around) {
    Value self = object(function);
    @Nullable Value[] captured = captured(function, around);
    Inputs inputs =
        Inputs.of(
            function.id(),
            function.parameters().stream().map(_ -> Value.UNKNOWN).toList(),
            self,
            captured);
    Outcome outcome = call(inputs);
    if (outcome == null) {
      return Map.of();
    }
    Taints given = inputs.taints();
    Map<Integer, Taints> reached = new TreeMap<>();
    outcome
        .reached()
        .forEach((sink, taints) -> reached.put(sink, taints.map(taint -> rooted(taint, given))));
    return reached;
  }

  private static Taint rooted(Taint taint, Taints given) {
    Taint before = given.find(taint);
    return before == null || !taint.way().startsAtEntry()
        ? taint
        : taint.with(taint.way().after(before.way()));
  }

  /**
   * The object that a method finds: its fields as initializers leave them, if nothing else does.
   */
  Value object(FlowFunction method) {
    FlowClass type = owner(method);
    if (type == null) {
      return Value.UNKNOWN;
    }
    return method.role() == FlowFunction.Role.CLASS_INITIALIZER
        ? Value.UNKNOWN.withType(type.name())
        : atRest(type);
  }

  /** An object of a class as its methods find it. */
  Value atRest(FlowClass type) {
    Value unknown = Value.UNKNOWN.withType(type.name());
    if (!makingMatters(type)) {
      return unknown;
    }
    Value made = objects.get(type.id());
    if (made == null) {
      objects.put(type.id(), unknown);
      session.beginRest();
      made = new ClassObjects(this).atRest(type);
      session.endRest();
      objects.put(type.id(), made);
    }
    return made;
  }

  /** The number of a source of this file in the session. */
  int sourceNumber(int index) {
    return firstSource + index;
  }

  /** The number of a sink of this file in the session. */
  int sinkNumber(int index) {
    return firstSink + index;
  }

  Site site(int node) {
    return new Site(flow.tree().file(), flow.tree().range(node));
  }

  String ownerName(FlowFunction function) {
    return function.owner() == Instruction.NONE ? "" : flow.classes().get(function.owner()).name();
  }

  @Nullable FlowClass owner(FlowFunction function) {
    return function.owner() == Instruction.NONE ? null : flow.classes().get(function.owner());
  }

  /** The values of captured variables, as far as {@code around} and the top level know them. */
  @Nullable Value[] captured(FlowFunction function, Scope around) {
    @Nullable Value[] captured = new Value[function.variables().size()];
    for (int slot = 0; slot < captured.length; slot++) {
      int outer = function.variables().get(slot).outerSlot();
      if (outer != Instruction.NONE) {
        captured[slot] = outer(function.parent(), outer, around).elsewhere();
      }
    }
    return captured;
  }

  private Value outer(int function, int slot, Scope around) {
    int at = function;
    int wanted = slot;
    while (at != around.function() && at != 0) {
      FlowFunction here = flow.functions().get(at);
      int outer = here.variables().get(wanted).outerSlot();
      if (outer == Instruction.NONE) {
        return Value.UNKNOWN;
      }
      wanted = outer;
      at = here.parent();
    }
    return at == around.function() && at != 0 ? around.get(wanted) : module.get(wanted);
  }

  /** The names of the fields that a class is made of, in the order in which it is given them. */
  List<String> components(FlowClass type) {
    SyntaxTree tree = flow.tree();
    List<String> names = new ArrayList<>();
    int parameters = tree.child(type.node(), Role.PARAMETERS);
    boolean typed =
        parameters == SyntaxTree.NONE
            && (tree.file().language() == Language.PYTHON || tree.file().language() == Language.GO);
    int list = typed ? tree.child(type.node(), Role.BODY) : parameters;
    for (int part = list == SyntaxTree.NONE ? SyntaxTree.NONE : tree.firstChild(list);
        part != SyntaxTree.NONE;
        part = tree.nextSibling(part)) {
      int name = tree.child(part, Role.NAME);
      boolean field = !typed || (tree.is(part, Kind.VARIABLE) && tree.child(part, Role.TYPE) >= 0);
      if (name != SyntaxTree.NONE && field) {
        names.add(tree.symbol(name));
      }
    }
    return names;
  }

  /** The simple name of an expression's static type, empty where the file does not tell. */
  String typeName(int node) {
    if (node == Instruction.NONE) {
      return "";
    }
    return context.types().of(node).map(type -> type.name()).orElse("");
  }

  /** Whether the rule knows of escaping that holds in some places only. */
  boolean escapes() {
    return escapes;
  }

  /** What is left of taints where they are written at a place of a page. */
  Taints onPage(Taints taints, int offset) {
    return escapes
        ? taints.on(context.computed(Page.class, _ -> Page.of(flow.tree().file())).at(offset))
        : taints;
  }

  /** Lets taint reach the functions into which a propagator leads, as to a lambda's parameter. */
  void handInto(int propagator, int from, Taints taints) {
    for (Marks.Receiver receiver : marks.receivers(propagator)) {
      Taints before = handed.getOrDefault(propagator, Taints.NONE);
      Taints after = before.and(taints);
      if (receiver.function() != from && !after.sameAs(before)) {
        handed.put(propagator, after);
        session.handOn();
        known.keySet().removeIf(inputs -> inputs.function() == receiver.function());
        knownAtRest.keySet().removeIf(inputs -> inputs.function() == receiver.function());
      }
    }
  }

  /** What other functions handed on to this one through a propagator. */
  Taints handed(int propagator, int function) {
    boolean here = marks.receivers(propagator).stream().anyMatch(r -> r.function() == function);
    return here ? handed.getOrDefault(propagator, Taints.NONE) : Taints.NONE;
  }

  /**
   * Runs a function, or remembers how it went.
   *
   * @return null where limits forbid another run; callers then know nothing of the function
   */
  @Nullable Outcome call(Inputs inputs) {
    Map<Inputs, Known> known = session.isResting() ? knownAtRest : this.known;
    Known done = known.get(inputs);
    if (done != null && done.depth() <= session.depth()) {
      return done.outcome();
    }
    Recursion recursion = running.get(inputs);
    if (recursion != null) {
      recursion.asked = true;
      return recursion.assumed;
    }
    FlowFunction function = flow.functions().get(inputs.function());
    if (function.definitions().size() > LARGEST_FUNCTION) {
      SourceFile file = flow.tree().file();
      int line = file.lineAt(flow.tree().start(Math.max(0, function.node())));
      session.omit(new Omission(file.path(), line, "too long a function for data flow"));
      return null;
    }
    int depth = session.depth();
    int cuts = session.cuts();
    if (runsOf[function.id()] >= MOST_RUNS_OF_ONE) {
      session.cut();
      return null;
    }
    if (!session.enter()) {
      if (session.isSpent()) {
        session.omit(
            new Omission(
                flow.tree().file().path(), 0, "too many calls to follow data into all of them"));
      }
      return null;
    }
    runsOf[function.id()]++;
    Recursion mine = new Recursion();
    mine.assumed =
        new Outcome(Value.UNKNOWN, new Scope(function.id(), inputs.captured()), Map.of());
    running.put(inputs, mine);
    Outcome outcome = new FunctionRun(this, function, inputs.atEntry()).run();
    for (int round = 0;
        mine.asked && round < RECURSION_ROUNDS && !outcome.sameAs(mine.assumed);
        round++) {
      mine.assumed = outcome;
      outcome = new FunctionRun(this, function, inputs.atEntry()).run();
    }
    session.leave();
    running.remove(inputs);
    known.put(inputs, new Known(outcome, session.cuts() == cuts ? 0 : depth));
    return outcome;
  }

  /**
   * Runs a function that another calls.
   *
   * @return null where the limits forbid it, or where it can bring nothing that is worth it
   */
  @Nullable Outcome callFromCode(Inputs inputs) {
    boolean careful = !session.isGlance() && !session.isResting();
    return careful || isWorthRunning(inputs) ? call(inputs) : null;
  }

  private boolean isWorthRunning(Inputs inputs) {
    FlowFunction function = flow.functions().get(inputs.function());
    return !inputs.taints().isEmpty()
        || inputs.handFunctions()
        || leadsToSource(function)
        || (!session.isGlance() && !fields.calls(function));
  }

  private boolean leadsToSource(FlowFunction function) {
    return session.ways().leadToSource(outside.file(), declaredAround(function));
  }

  /** Whether a first look asks what making an object of a class does. */
  boolean makingMatters(FlowClass type) {
    if (!session.isGlance()) {
      return true;
    }
    for (int method : type.methods()) {
      FlowFunction function = flow.functions().get(method);
      if (ClassObjects.constructs(function, type)
          && (leadsToSource(function) || fields.holdFunctions(function))) {
        return true;
      }
    }
    if (type.initializer() == Instruction.NONE) {
      return false;
    }
    FlowFunction initializer = flow.functions().get(type.initializer());
    return leadsToSource(initializer) || fields.holdFunctions(initializer);
  }

  /** The node of the function of the project to which a function belongs. */
  private int declaredAround(FlowFunction function) {
    FlowFunction at = function;
    while (at.parent() != Instruction.NONE
        && flow.functions().get(at.parent()).parent() != Instruction.NONE
        && flow.functions().get(at.parent()).role() != FlowFunction.Role.CLASS_INITIALIZER) {
      at = flow.functions().get(at.parent());
    }
    boolean top = at.role() == FlowFunction.Role.CLASS_INITIALIZER;
    return top ? 0 : at.node();
  }
}
