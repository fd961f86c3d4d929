package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.finding.TaintFlow;
import dev.coderev.analysis.flow.FlowClass;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.flow.Parameter;
import dev.coderev.analysis.flow.Variable;
import dev.coderev.analysis.rule.Placement;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What single instructions do to values, and what the rule makes of it. */
final class Evaluation {
  private final Analysis analysis;
  private final SyntaxTree tree;
  private final Frame frame;
  private final FlowFunction function;
  private final BitSet marked;
  private final Calls calls;
  private final SpecEffects spec;
  private final Guards guards;
  private final Naming naming;

  Evaluation(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.tree = analysis.flow.tree();
    this.frame = frame;
    this.function = frame.function();
    this.marked = analysis.marks.marked(function.id());
    this.calls = new Calls(analysis, frame);
    this.spec = new SpecEffects(analysis, frame);
    this.guards = new Guards(frame);
    this.naming = new Naming(frame);
  }

  void step(Instruction instruction) {
    boolean isMarked = marked.get(instruction.result());
    Marks.Mark mark =
        isMarked ? analysis.marks.value(function.id(), instruction.result()) : Marks.nothing();
    Value value;
    if (mark.sanitized) {
      value = checked(trusted(sanitized(instruction)), mark);
      frame.register(instruction.result(), value);
      if (mark.sanitizesPlace) {
        frame.write(instruction.result(), value);
      }
    } else {
      value = safe(instruction, evaluate(instruction));
      boolean guarded = isGuarded(instruction);
      if (guarded) {
        value = value.cleaned();
      }
      Placement within = mark.within;
      if (within != null) {
        value = value.mapTaints(t -> t.map(taint -> taint.escapedWithin(within)));
      }
      value = checked(value, mark);
      frame.register(instruction.result(), value);
      if (!mark.isEmpty()) {
        spec.apply(instruction, mark, guarded);
      }
    }
    Marks.Mark target =
        isMarked ? analysis.marks.target(function.id(), instruction.result()) : Marks.nothing();
    if (!target.isEmpty()) {
      spec.applyToTarget(instruction, target);
    }
  }

  /** What is clean, where the rule suspects whatever is no constant. */
  private Value trusted(Value clean) {
    return analysis.options.safeConstants() && clean == Value.UNKNOWN ? Value.FIXED : clean;
  }

  private Value checked(Value value, Marks.Mark mark) {
    Value result = value;
    for (Marks.GuardMark guard : mark.guards) {
      result = result.implying(result.implied().plus(guards.of(guard)));
    }
    return result;
  }

  /** Whether a guard found clean what an expression names. */
  private boolean isGuarded(Instruction instruction) {
    if (frame.facts().guarded().isEmpty()) {
      return false;
    }
    return switch (instruction) {
      case Instruction.ReadVariable _,
          Instruction.ReadField _,
          Instruction.ReadIndex _,
          Instruction.Invoke _ -> {
        Place place = guards.place(instruction.result());
        yield place != null && frame.facts().guarded().contains(place);
      }
      default -> false;
    };
  }

  /** The last thing: functions written inside this one are entered with what they see of it. */
  void leave() {
    if (function.role() != FlowFunction.Role.TOP_LEVEL
        && function.role() != FlowFunction.Role.CLASS_INITIALIZER) {
      for (FlowFunction inner : analysis.fields.namedInside(function)) {
        analysis.enter(inner, frame.exit()).forEach(frame::reach);
      }
    }
  }

  private Value sanitized(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Invoke call -> calls.told(call);
      case Instruction.WriteVariable write -> {
        Value clean = frame.register(write.value()).cleaned();
        frame.variable(write.slot(), clean);
        yield clean;
      }
      case Instruction.WriteField write -> {
        Value clean = frame.register(write.value()).cleaned();
        Value object = frame.register(write.object());
        frame.writePart(write.object(), write.name(), object.write(write.name(), clean));
        yield clean;
      }
      case Instruction.WriteIndex write -> {
        Value clean = frame.register(write.value()).cleaned();
        Value object = frame.register(write.object());
        Object key = write.index() == NONE ? null : key(frame.register(write.index()));
        frame.writePart(write.object(), key, object.write(key, clean));
        yield clean;
      }
      default -> evaluate(instruction).cleaned();
    };
  }

  private Value evaluate(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Literal literal -> Value.constant(literal.constant());
      case Instruction.ReadParameter read -> parameter(read.parameter());
      case Instruction.ReadVariable read -> variable(read);
      case Instruction.WriteVariable write -> writeVariable(write);
      case Instruction.ReadField read -> readField(read);
      case Instruction.WriteField write -> {
        Value value = stepTo(write.target(), frame.register(write.value()));
        Value object = frame.register(write.object());
        frame.writePart(write.object(), write.name(), object.write(write.name(), value));
        if (canBeShared(value, write.value())) {
          Place holder = naming.held(write.object());
          frame.alias(holder == null ? null : holder.below(write.name()), write.value());
        }
        yield value;
      }
      case Instruction.ReadIndex read -> readIndex(read);
      case Instruction.WriteIndex write -> writeIndex(write);
      case Instruction.ReadElement read -> {
        Value object = frame.register(read.object());
        yield object.isContainer() ? object.element() : partOf(object);
      }
      case Instruction.Operation operation -> operation(operation);
      case Instruction.Collect collect -> collect(collect);
      case Instruction.Invoke call -> calls.invoke(call);
      case Instruction.MakeFunction made -> function(made);
      case Instruction.Return end -> {
        Value value = remembering(frame.register(end.value()));
        frame.returns(value);
        yield value;
      }
      case Instruction.Yield handed -> {
        Value value = frame.register(handed.value());
        frame.returns(Value.containerOf(value));
        yield Value.UNKNOWN;
      }
      case Instruction.Throw thrown -> frame.register(thrown.value());
    };
  }

  /** Drops taint from values that the rule holds to be safe by their type. */
  private Value safe(Instruction instruction, Value value) {
    TaintOptions options = analysis.options;
    if ((!options.safeBooleans() && !options.safeNumbers()) || value.isClean()) {
      return value;
    }
    String type = typeOf(instruction);
    boolean safe =
        (options.safeNumbers() && (Primitives.isNumber(type) || calculates(instruction)))
            || (options.safeBooleans() && Primitives.isTruth(type))
            || (instruction instanceof Instruction.Invoke call
                && options.safeNumbers()
                && KnownCalls.makesNumber(call.name()));
    return safe ? value.cleaned() : value;
  }

  /** Whether an operation can only give a number. */
  private boolean calculates(Instruction instruction) {
    if (!(instruction instanceof Instruction.Operation operation)
        || operation.operands().size() != 2) {
      return false;
    }
    return switch (operation.operator()) {
      case "-", "/", "**", "//", ">>", "&", "|", "^" -> true;
      case "*", "%" -> tree.file().language() != Language.PYTHON;
      case "+" ->
          operation.operands().stream()
              .anyMatch(o -> frame.register(o).constant() instanceof Number);
      default -> false;
    };
  }

  private String typeOf(Instruction instruction) {
    return switch (instruction) {
      case Instruction.ReadParameter read -> {
        Parameter parameter = function.parameters().get(read.parameter());
        yield parameter.slot() == NONE ? "" : function.variables().get(parameter.slot()).type();
      }
      case Instruction.ReadVariable read -> function.variables().get(read.slot()).type();
      case Instruction.WriteVariable write -> function.variables().get(write.slot()).type();
      case Instruction.Operation operation when operation.operator().equals("cast") ->
          operation.detail();
      case Instruction.Invoke _, Instruction.ReadField _ -> analysis.typeName(instruction.node());
      default -> "";
    };
  }

  // ---- variables, fields, elements ----

  private Value parameter(int index) {
    return index < frame.arguments().size() ? frame.arguments().get(index) : Value.UNKNOWN;
  }

  private Value variable(Instruction.ReadVariable read) {
    Value value = frame.variable(read.slot());
    Variable variable = function.variables().get(read.slot());
    if (value == Value.UNKNOWN && isUndeclared(variable) && !analysis.outside.isEmpty()) {
      return analysis.outside.variable(variable.name());
    }
    return value.type().isEmpty() && !variable.type().isEmpty() && declares(variable.type())
        ? value.withType(variable.type())
        : value;
  }

  private boolean declares(String type) {
    return KnownCalls.isTextBuffer(type)
        || analysis.flow.classNamed(type) != null
        || analysis.outside.knowsClass(type);
  }

  /** Whether nothing in the file declares it, so that an import may. */
  private boolean isUndeclared(Variable variable) {
    return variable.declaration() == NONE && (variable.captured() || function.id() == 0);
  }

  private Value writeVariable(Instruction.WriteVariable write) {
    Value value = frame.register(write.value());
    Variable variable = function.variables().get(write.slot());
    if (!variable.temporary()
        && !(definition(write.value()) instanceof Instruction.ReadParameter)) {
      value = stepTo(write.target(), value);
    }
    if (value.constant() != null && analysis.fields.writtenInside(function).get(write.slot())) {
      value = Value.join(value, Value.UNKNOWN);
    }
    value = remembering(value);
    if (analysis.escapes()) {
      frame.texts().assigned(write.slot(), write.value());
    }
    frame.forget(Place.of(write.slot()));
    frame.variable(write.slot(), value);
    if ((!value.isClean() && !value.isContainer()) || canBeShared(value, write.value())) {
      frame.alias(Place.of(write.slot()), write.value());
    }
    return value;
  }

  /** Whether assigning a value gives it another name, rather than copying it. */
  private boolean canBeShared(Value value, int register) {
    if (definition(register) instanceof Instruction.Operation operation
        && operation.operator().equals("&1")) {
      return true;
    }
    return value.constant() == null
        && switch (tree.file().language()) {
          case PHP -> !value.type().isEmpty();
          case C, CPP -> false;
          case GO -> !isStruct(register);
          default -> true;
        };
  }

  /** Go: whether a variable holds a struct itself, not a pointer to one. */
  private boolean isStruct(int register) {
    if (!(definition(register) instanceof Instruction.ReadVariable read)) {
      return false;
    }
    for (Instruction instruction : function.definitions()) {
      if (instruction instanceof Instruction.WriteVariable write
          && write.slot() == read.slot()
          && definition(write.value()) instanceof Instruction.Collect made) {
        int type = made.node() == NONE ? NONE : tree.child(made.node(), Role.TYPE);
        return type != NONE && tree.rawType(type).endsWith("type_identifier");
      }
    }
    return false;
  }

  /** A truth that is set or returned here tells what is known here. */
  private Value remembering(Value value) {
    boolean truth =
        value.constant() instanceof Boolean || value.constant() == Instruction.Opaque.NULL;
    return truth && !frame.facts().guarded().isEmpty()
        ? value.implying(Implied.byConstant(value.constant(), Places.of(frame.facts().guarded())))
        : value;
  }

  private @Nullable Instruction definition(int register) {
    return register == NONE ? null : function.definitions().get(register);
  }

  private Value stepTo(int target, Value value) {
    if (target == NONE || value.isClean()) {
      return value;
    }
    String name = tree.text(target);
    return value.step(
        analysis.site(target), "assigned to `" + (name.length() > 40 ? "…" : name) + "`");
  }

  private Value readField(Instruction.ReadField read) {
    Value object = frame.register(read.object());
    if (isSize(read.name())) {
      return object.isString() || object.closed() ? size(object) : Value.UNKNOWN;
    }
    Value outer = analysis.outside.isEmpty() ? null : outer(read, object);
    if (outer != null) {
      return outer;
    }
    Value value =
        analysis.options.onlyAssignments() ? object.cell(read.name()) : object.read(read.name());
    FlowClass type = object.type().isEmpty() ? null : analysis.flow.classNamed(object.type());
    if (type == null && tree.is(read.node(), Kind.METHOD_REFERENCE)) {
      Value referred = referred(read);
      return referred == null ? value : referred;
    }
    if (type != null && value.functions().isEmpty() && !object.cells().containsKey(read.name())) {
      List<FlowFunction> getters =
          analysis.flow.methods(type, read.name(), 0).stream().filter(this::isGetter).toList();
      if (getters.size() == 1) {
        return calls.invoke(
            new Instruction.Invoke(
                read.result(),
                read.node(),
                NONE,
                read.object(),
                read.name(),
                List.of(),
                false,
                NONE));
      }
      List<Closure> methods = new ArrayList<>();
      for (FlowFunction method : analysis.flow.methods(type, read.name(), 1)) {
        methods.add(new Closure(analysis, method.id(), analysis.module, object));
      }
      if (methods.size() == 1) {
        return Value.function(methods.getFirst()).tainted(value.taints());
      }
    }
    return value;
  }

  /** A part of a module or a constant of a class of the project, null for any other field. */
  private @Nullable Value outer(Instruction.ReadField read, Value object) {
    if (object.isContainer()) {
      return null;
    }
    if (!object.type().isEmpty()) {
      return analysis.outside.member(object, read.name());
    }
    if (object == Value.UNKNOWN
        && definition(read.object()) instanceof Instruction.ReadVariable name
        && isUndeclared(function.variables().get(name.slot()))) {
      String type = function.variables().get(name.slot()).name();
      Value constant = analysis.outside.staticField(type, read.name());
      return constant == Value.UNKNOWN ? null : constant;
    }
    return null;
  }

  /** The function that {@code Type::name} stands for, null unless it is one of the file. */
  private @Nullable Value referred(Instruction.ReadField read) {
    FlowClass type =
        definition(read.object()) instanceof Instruction.ReadVariable name
            ? analysis.flow.classNamed(function.variables().get(name.slot()).name())
            : null;
    List<FlowFunction> found =
        type == null ? List.of() : analysis.flow.methods(type, read.name(), 1);
    return found.size() == 1
        ? Value.function(new Closure(analysis, found.getFirst().id(), frame.scope(), null))
        : null;
  }

  /** Whether a method is called by reading what looks like a field. */
  private boolean isGetter(FlowFunction method) {
    return switch (tree.file().language()) {
      case JAVASCRIPT, TYPESCRIPT -> tree.text(method.node()).matches("(?s)(static\\s+)?get\\s.*");
      case PYTHON -> {
        for (int child = tree.firstChild(method.node());
            child != SyntaxTree.NONE;
            child = tree.nextSibling(child)) {
          if (tree.is(child, Kind.ANNOTATION) && tree.text(child).endsWith("property")) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private static boolean isSize(String name) {
    return name.equals("length") || name.equals("Length") || name.equals("Count");
  }

  private static Value size(Value object) {
    if (object.constant() instanceof String text) {
      return Value.constant((long) text.length());
    }
    return object.size() >= 0 ? Value.constant((long) object.size()) : Value.UNKNOWN;
  }

  private Value readIndex(Instruction.ReadIndex read) {
    Value object = frame.register(read.object());
    Value index = frame.register(read.index());
    Object key = read.index() == NONE ? null : key(index);
    if (object.constant() instanceof String text && key instanceof Long at) {
      Object character = Folding.at(text, at);
      return character == null ? Value.UNKNOWN : Value.constant(character);
    }
    if (key instanceof Long at && at < 0 && object.size() >= 0) {
      key = at + object.size();
    }
    if (analysis.options.onlyAssignments()) {
      return object.cell(key);
    }
    Value value = object.isContainer() ? object.read(key) : partOf(object);
    boolean safe = analysis.options.safeIndexes() || (object.closed() && key == null);
    Value element = safe ? value : value.tainted(found(read, index));
    return object.implied().isNothing() ? element : element.implying(object.implied());
  }

  /** What a key gives to the element that is found by it, which is another value. */
  private Taints found(Instruction.ReadIndex read, Value index) {
    return index.deep().step(analysis.site(read.node()), TaintFlow.HANDED_ON + "`[]`");
  }

  /** The constant that an index or key is, null where it is none. */
  private @Nullable Object key(Value index) {
    Object key = index.constant();
    if (key instanceof String text && numbersAreNames() && text.matches("0|[1-9][0-9]{0,8}")) {
      return Long.parseLong(text);
    }
    return key;
  }

  private boolean numbersAreNames() {
    return switch (tree.file().language()) {
      case JAVASCRIPT, TYPESCRIPT, PHP -> true;
      default -> false;
    };
  }

  private Value writeIndex(Instruction.WriteIndex write) {
    Value value = stepTo(write.target(), frame.register(write.value()));
    Value object = frame.register(write.object());
    Object key = write.index() == NONE ? null : key(frame.register(write.index()));
    if (key instanceof Long at && at < 0 && object.size() >= 0) {
      key = at + object.size();
    }
    Value changed = write.index() == NONE ? object.append(value) : object.write(key, value);
    frame.writePart(write.object(), key, changed);
    return value;
  }

  // ---- operations ----

  private Value operation(Instruction.Operation operation) {
    List<Value> operands = new ArrayList<>(operation.operands().size());
    for (int operand : operation.operands()) {
      operands.add(frame.register(operand));
    }
    String operator = operation.operator();
    if (analysis.escapes() && Texts.joins(operator)) {
      operands = frame.texts().placed(operation, operands);
    }
    if (Frame.handsOn(operator) && operands.size() == 1) {
      return operands.getFirst();
    }
    if (operator.equals("<<") && operands.size() == 2 && appends()) {
      Value changed = Containers.appended(operands.get(0), operands.get(1));
      frame.write(operation.operands().getFirst(), changed);
      return changed;
    }
    if (operator.equals("delete") && operands.size() == 2) {
      frame.write(
          operation.operands().getFirst(),
          Containers.deleted(operands.get(0), operands.get(1).constant()));
      return Value.UNKNOWN;
    }
    if (operator.equals("fill") && operands.size() == 2) {
      Value made = operands.getFirst();
      return operands.get(1).tainted(made.deep()).withType(made.type());
    }
    if (operator.equals("store") && operands.size() == 2) {
      frame.write(operation.operands().getFirst(), operands.get(1));
      return operands.get(1);
    }
    if (operator.equals("<-") && operands.size() == 2) {
      Value filled = Containers.appended(operands.get(0).unordered(), operands.get(1));
      frame.write(operation.operands().getFirst(), filled);
      return Value.UNKNOWN;
    }
    if (operator.equals("<-1") && operands.size() == 1) {
      Value channel = operands.getFirst();
      return channel.isContainer() ? channel.element() : Value.of(channel.deep());
    }
    if (operator.equals("without") && !operands.isEmpty()) {
      return Containers.without(operands.getFirst(), operands.subList(1, operands.size()));
    }
    if (operator.equals("keys") && operands.size() == 1) {
      return Value.of(operands.getFirst().taints());
    }
    if (operator.equals("slice")) {
      return slice(operands);
    }
    Object constant = Folding.operation(operator, operands, tree.file().language());
    Implied implied = guards.of(operation, operands);
    if (Operators.yieldTruth(operator)) {
      return (constant == null ? Value.UNKNOWN : Value.constant(constant)).implying(implied);
    }
    if (Operators.chooses(operator) && operands.size() == 2) {
      Value chosen = Value.join(operands.get(0), operands.get(1));
      return (constant == null ? chosen : Value.constant(constant).tainted(chosen.deep()))
          .implying(implied);
    }
    Taints taints = Taints.NONE;
    if (!analysis.options.onlyAssignments() && !reckons(operator, operands)) {
      for (Value operand : operands) {
        taints = taints.and(operand.deep());
      }
    }
    if (operator.equals("+") && operands.size() == 2 && operands.get(0).size() >= 0) {
      Value sum = Containers.concatenated(operands.get(0), operands.get(1));
      if (sum != null) {
        return sum;
      }
    }
    Value result =
        constant != null
            ? Value.constant(constant)
            : operands.stream().allMatch(Value::isFixed) ? Value.FIXED : Value.UNKNOWN;
    return result.tainted(taints).implying(implied);
  }

  /** PHP: whether an operator makes a number of whatever it is given. */
  private boolean reckons(String operator, List<Value> operands) {
    return tree.file().language() == Language.PHP
        && operands.size() == 2
        && switch (operator) {
          case "-", "*", "/", "%", "**" -> true;
          case "+" -> operands.stream().anyMatch(o -> o.constant() instanceof Number);
          default -> false;
        };
  }

  /** Some part of a value of which no parts are known. */
  private static Value partOf(Value whole) {
    return whole.isFixed() ? Value.FIXED.tainted(whole.deep()) : Value.of(whole.deep());
  }

  /** Whether {@code a << b} changes {@code a}. */
  private boolean appends() {
    return switch (tree.file().language()) {
      case RUBY, CPP -> true;
      default -> false;
    };
  }

  private static Value slice(List<Value> operands) {
    Value object = operands.getFirst();
    Object from = operands.size() > 1 ? operands.get(1).constant() : null;
    Object to = operands.size() > 2 ? operands.get(2).constant() : null;
    boolean fromStart = from == Instruction.Opaque.NULL;
    boolean toEnd = to == Instruction.Opaque.NULL;
    boolean known =
        operands.size() <= 3
            && (fromStart || from instanceof Long)
            && (toEnd || to instanceof Long);
    if (known && object.constant() instanceof String text) {
      Object part =
          Folding.slice(
              text, from instanceof Long a ? a : 0, to instanceof Long b ? b : text.length());
      return part == null ? Value.UNKNOWN : Value.constant(part).tainted(object.taints());
    }
    if (known && object.size() >= 0) {
      long start = Math.clamp(bound(from, 0, object.size()), 0, object.size());
      long end = Math.clamp(bound(to, object.size(), object.size()), start, object.size());
      List<Value> part = new ArrayList<>();
      for (long i = start; i < end; i++) {
        part.add(object.read(i));
      }
      return Value.list(part).tainted(object.taints());
    }
    return object.isContainer() ? object.unordered() : partOf(object);
  }

  private static long bound(@Nullable Object given, long otherwise, int size) {
    return given instanceof Long at ? (at < 0 ? at + size : at) : otherwise;
  }

  private Value collect(Instruction.Collect collect) {
    String type = composed(collect.node());
    Value made = collected(collect);
    return type.isEmpty() ? made : inOrder(type, made).withType(type);
  }

  /** An object whose fields are given without their names. */
  private Value inOrder(String type, Value made) {
    FlowClass declared = analysis.flow.classNamed(type);
    if (made.size() <= 0 || (declared == null && !analysis.outside.knowsClass(type))) {
      return made;
    }
    List<String> names = declared == null ? List.of() : analysis.components(declared);
    if (names.size() != made.size()) {
      return Value.of(made.deep());
    }
    Value object = Value.emptyContainer(false);
    for (int i = 0; i < names.size(); i++) {
      object = object.write(names.get(i), made.read((long) i));
    }
    return object;
  }

  /** The class of which a composite literal makes an object, empty for other collections. */
  private String composed(int node) {
    int type = node != NONE && tree.is(node, Kind.COMPOSITE) ? tree.child(node, Role.TYPE) : NONE;
    if (type == NONE) {
      return "";
    }
    int name = tree.is(type, Kind.MEMBER) ? tree.child(type, Role.NAME) : type;
    return name != NONE && tree.is(name, Kind.IDENTIFIER) ? tree.symbol(name) : "";
  }

  private Value collected(Instruction.Collect collect) {
    boolean list =
        collect.kind() == Instruction.Collection.LIST
            || collect.kind() == Instruction.Collection.SET;
    Value result = Value.emptyContainer(list);
    for (int i = 0; i < collect.values().size(); i++) {
      Value value = frame.register(collect.values().get(i));
      int key = collect.keys().get(i);
      if (collect.spread().get(i)) {
        result = spread(result, value);
      } else if (key != NONE && collect.kind() != Instruction.Collection.SOME) {
        Value keyValue = frame.register(key);
        result = result.write(keyValue.constant(), value).tainted(keyValue.deep());
      } else {
        result = list ? result.append(value) : result.write(null, value);
      }
    }
    return result;
  }

  private static Value spread(Value into, Value value) {
    if (value.closed() && value.size() < 0) {
      Value all = into;
      for (Map.Entry<Object, Value> cell : value.cells().entrySet()) {
        all = all.write(cell.getKey(), cell.getValue());
      }
      return value.rest() == null ? all : all.write(null, value.element());
    }
    if (value.size() >= 0 && into.size() >= 0) {
      Value all = into;
      for (long i = 0; i < value.size(); i++) {
        all = all.append(value.read(i));
      }
      return all;
    }
    Value weak = into.write(null, value.element()).tainted(value.taints());
    return into.size() >= 0 ? weak.unordered() : weak;
  }

  private Value function(Instruction.MakeFunction made) {
    FlowFunction inner = analysis.flow.functions().get(made.function());
    if (function.id() == 0) {
      analysis.module = frame.scope();
    }
    if (frame.watching() && inner.role() == FlowFunction.Role.ANONYMOUS) {
      analysis.enter(inner, frame.scope()).forEach(frame::reach);
    }
    return Value.function(new Closure(analysis, made.function(), frame.scope(), null));
  }
}
