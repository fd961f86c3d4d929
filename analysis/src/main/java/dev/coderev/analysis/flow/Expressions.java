package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Instruction.Collection;
import dev.coderev.analysis.flow.Instruction.Opaque;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lowers expressions: every expression becomes one register that holds its value. */
final class Expressions {
  /** Nesting beyond this is not descended into. */
  private static final int DEEPEST = 400;

  private final Lowering lowering;
  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Statements statements;
  private final CollectionLowering collections;
  private final Set<Integer> declared = new HashSet<>();
  private int depth;

  Expressions(Lowering lowering, FunctionBody body, Statements statements) {
    this.lowering = lowering;
    this.tree = lowering.tree;
    this.body = body;
    this.statements = statements;
    this.collections = new CollectionLowering(lowering, body, this, statements);
  }

  Dialect dialect() {
    return lowering.dialect;
  }

  /** Descends one level; false where it is too deep, and then {@link #exit} must not be called. */
  boolean enter() {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void exit() {
    depth--;
  }

  /** The value of the child in this role, NONE where there is none. */
  int child(int node, Role role) {
    int child = tree.child(node, role);
    return child == NONE ? NONE : value(child);
  }

  int value(int node) {
    if (!enter()) {
      return literal(node, Opaque.OTHER);
    }
    int value = lower(node);
    exit();
    return value;
  }

  int operation(int node, String operator, int... operands) {
    List<Integer> all = new ArrayList<>(operands.length);
    for (int operand : operands) {
      if (operand != NONE) {
        all.add(operand);
      }
    }
    return body.emit(r -> new Instruction.Operation(r, node, operator, "", all));
  }

  int literal(int node, Object constant) {
    return body.emit(r -> new Instruction.Literal(r, node, constant));
  }

  private int lower(int node) {
    return switch (tree.kind(node)) {
      case IDENTIFIER -> identifier(node);
      case MEMBER -> member(node);
      case METHOD_REFERENCE -> member(node);
      case INDEX -> element(node);
      case CALL -> call(node);
      case NEW -> creation(node);
      case STRING, ATOM, MARKUP_TEXT, REGEX -> literal(node, tree.symbol(node));
      case NUMBER -> literal(node, Numbers.constant(tree.symbol(node)));
      case CHARACTER -> literal(node, character(tree.symbol(node)));
      case BOOLEAN -> literal(node, tree.symbol(node).equals("true"));
      case NULL -> literal(node, Opaque.NULL);
      case EMPTY, ELLIPSIS -> literal(node, Opaque.OTHER);
      case TEMPLATE -> parts(node, "template");
      case INTERPOLATION -> parts(node, "interpolate");
      case BINARY -> binary(node);
      case UNARY -> operation(node, tree.symbol(node) + "1", child(node, Role.VALUE));
      case UPDATE -> update(node);
      case ASSIGN -> assignment(node);
      case COMPOUND_ASSIGN -> compound(node);
      case CONDITIONAL -> conditional(node);
      case CAST -> cast(node);
      case TYPE_TEST -> typeTest(node);
      case LAMBDA -> function(node);
      case FUNCTION -> function(node);
      case LIST, TUPLE -> collections.collect(node, Collection.LIST);
      case SET -> collections.collect(node, Collection.SET);
      case MAP -> collections.collect(node, Collection.MAP);
      case COMPOSITE -> collections.collect(node, collections.composite(node));
      case NEW_ARRAY -> collections.array(node);
      case COMPREHENSION -> collections.comprehension(node);
      case AWAIT -> operation(node, "await", child(node, Role.VALUE));
      case SPREAD, ATTRIBUTE -> child(node, Role.VALUE);
      case YIELD -> yields(node);
      case ELEMENT -> parts(node, "element");
      case IF, SWITCH, TRY -> statementValue(node);
      case BLOCK -> {
        body.openScope();
        int value = statements.lastValue(node);
        body.closeScope();
        yield value == NONE ? literal(node, Opaque.NULL) : value;
      }
      case CLASS -> {
        statements.statement(node);
        yield literal(node, Opaque.OTHER);
      }
      case GENERIC_TYPE, ARRAY_TYPE, POINTER_TYPE, NULLABLE_TYPE, TYPE_ARGUMENT_LIST ->
          literal(node, Opaque.OTHER);
      default -> {
        if (isStatement(node)) {
          statements.statement(node);
          yield literal(node, Opaque.NULL);
        }
        yield parts(node, "unknown");
      }
    };
  }

  boolean isStatement(int node) {
    Kind kind = tree.kind(node);
    return (kind.compareTo(Kind.BLOCK) >= 0 && kind.compareTo(Kind.NAMESPACE) <= 0)
        || kind == Kind.IMPORT
        || kind == Kind.PACKAGE;
  }

  // ---- names ----

  private int identifier(int node) {
    String name = tree.symbol(node);
    if (lowering.dialect.namesThis(name)) {
      return self(node);
    }
    if (isField(name)) {
      int self = self(NONE);
      return body.emit(r -> new Instruction.ReadField(r, node, self, name));
    }
    if (lowering.dialect.callsBareNames(name) && body.find(name) == NONE) {
      return body.emit(
          r -> new Instruction.Invoke(r, node, NONE, NONE, name, List.of(), false, NONE));
    }
    int slot = body.resolve(name);
    return body.emit(r -> new Instruction.ReadVariable(r, node, slot));
  }

  /** Whether a bare name means a field of the object at hand. */
  boolean isField(String name) {
    if (name.startsWith("@") && !name.startsWith("@@")) {
      return body.find("this") != NONE;
    }
    return lowering.dialect.fieldsWithoutThis()
        && body.find(name) == NONE
        && ownerFields().contains(name)
        && body.find("this") != NONE;
  }

  private Set<String> ownerFields() {
    for (FunctionBody at = body; at != null; at = at.parent) {
      if (at.owner != null) {
        return at.owner.fields();
      }
    }
    return Set.of();
  }

  /** The value of {@code this}. */
  int self(int node) {
    int slot = body.resolve("this");
    return body.emit(r -> new Instruction.ReadVariable(r, node, slot));
  }

  private int member(int node) {
    int object = child(node, Role.OBJECT);
    int name = tree.child(node, Role.NAME);
    if (object == NONE || name == NONE) {
      return parts(node, "unknown");
    }
    String field = tree.symbol(name);
    return body.emit(r -> new Instruction.ReadField(r, node, object, field));
  }

  private int element(int node) {
    int object = child(node, Role.OBJECT);
    int indexNode = tree.child(node, Role.INDEX);
    if (indexNode != NONE && tree.is(indexNode, Kind.SLICE)) {
      int lower = child(indexNode, Role.LOWER);
      int upper = child(indexNode, Role.UPPER);
      int step = child(indexNode, Role.STEP);
      int from = lower == NONE ? literal(NONE, Opaque.NULL) : lower;
      int to = upper == NONE ? literal(NONE, Opaque.NULL) : upper;
      return operation(node, "slice", object, from, to, step);
    }
    int index = index(node);
    return body.emit(r -> new Instruction.ReadIndex(r, node, object, index));
  }

  /** The index of an element access, NONE unless there is exactly one. */
  int index(int node) {
    int found = NONE;
    int count = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.INDEX) {
        found = value(child);
        count++;
      }
    }
    return count == 1 ? found : NONE;
  }

  // ---- calls ----

  private int call(int node) {
    int calleeNode = tree.child(node, Role.CALLEE);
    int receiver = NONE;
    int callee = NONE;
    String name = "";
    if (calleeNode != NONE) {
      boolean method = tree.is(calleeNode, Kind.MEMBER);
      int nameNode = method ? tree.child(calleeNode, Role.NAME) : calleeNode;
      if (nameNode != NONE && tree.is(nameNode, Kind.IDENTIFIER)) {
        name = tree.symbol(nameNode);
      }
      if (method) {
        receiver = child(calleeNode, Role.OBJECT);
        int object = receiver;
        String field = name;
        callee =
            object == NONE
                ? NONE
                : body.emit(r -> new Instruction.ReadField(r, calleeNode, object, field));
      } else {
        callee = value(calleeNode);
      }
    }
    List<Instruction.Argument> arguments = arguments(node);
    int called = callee;
    int object = receiver;
    String function = name;
    return body.emit(
        r -> new Instruction.Invoke(r, node, called, object, function, arguments, false, NONE));
  }

  private List<Instruction.Argument> arguments(int node) {
    List<Instruction.Argument> arguments = new ArrayList<>();
    for (int list = tree.firstChild(node); list != NONE; list = tree.nextSibling(list)) {
      if (tree.role(list) == Role.ARGUMENTS) {
        for (int child = tree.firstChild(list); child != NONE; child = tree.nextSibling(child)) {
          argument(child, arguments);
        }
      } else if (tree.role(list) == Role.ARGUMENT) {
        argument(list, arguments);
      }
    }
    return arguments;
  }

  private void argument(int node, List<Instruction.Argument> arguments) {
    int valueNode = node;
    String name = "";
    boolean spread = false;
    if (tree.is(node, Kind.KEYWORD_ARGUMENT)) {
      int nameNode = tree.child(node, Role.NAME);
      name = nameNode == NONE ? "" : tree.symbol(nameNode);
      valueNode = tree.child(node, Role.VALUE);
    } else if (tree.is(node, Kind.SPREAD)) {
      spread = !tree.symbol(node).equals("&");
      valueNode = tree.child(node, Role.VALUE);
    }
    if (valueNode != NONE) {
      arguments.add(new Instruction.Argument(value(valueNode), name, spread));
    }
  }

  private int creation(int node) {
    int type = tree.child(node, Role.TYPE);
    String name = type == NONE ? "" : lowering.simpleName(type);
    boolean named = type != NONE && lowering.isScript() && tree.is(type, Kind.IDENTIFIER);
    int callee = named ? value(type) : NONE;
    if (name.startsWith("$")) {
      child(node, Role.TYPE);
    }
    List<Instruction.Argument> arguments = arguments(node);
    int classBody = tree.child(node, Role.BODY);
    int declaredClass = classBody == NONE ? NONE : lowering.declareClass(node, "", classBody, body);
    int made =
        body.emit(r ->
            new Instruction.Invoke(r, node, callee, NONE, name, arguments, true, declaredClass));
    int filled = child(node, Role.VALUE);
    return filled == NONE ? made : operation(node, "fill", made, filled);
  }

  /** A function as a value: its body is lowered once the names around it are known. */
  int function(int node) {
    int id = lowering.reserve();
    body.defer(() -> lowering.function(id, node, body, null));
    return body.emit(r -> new Instruction.MakeFunction(r, node, id));
  }

  /** A named function among statements; a method with a receiver belongs to its type instead. */
  void declareFunction(int node) {
    if (!declared.add(node)) {
      return;
    }
    int receiver = tree.child(node, Role.RECEIVER);
    if (receiver != NONE) {
      lowering.declareMethod(node, typeOf(receiver), body);
      return;
    }
    int name = tree.child(node, Role.NAME);
    if (name == NONE || !tree.is(name, Kind.IDENTIFIER)) {
      function(node);
      return;
    }
    if (tree.child(node, Role.BODY) == NONE) {
      return;
    }
    body.functionNames.add(tree.symbol(name));
    int slot =
        dialect().assignmentDeclares()
            ? body.declareOutermost(tree.symbol(name), node, "")
            : body.declare(tree.symbol(name), node, "");
    int made = function(node);
    body.emit(r -> new Instruction.WriteVariable(r, NONE, NONE, slot, made));
  }

  boolean isDeclared(int node) {
    return declared.contains(node);
  }

  // ---- operators ----

  private int binary(int node) {
    List<Integer> spine = new ArrayList<>();
    int at = node;
    while (at != NONE && tree.is(at, Kind.BINARY)) {
      spine.add(at);
      at = tree.child(at, Role.LEFT);
    }
    int value = at == NONE ? NONE : value(at);
    int previous = NONE;
    for (int operator : spine.reversed()) {
      int rightNode = tree.child(operator, Role.RIGHT);
      if (rightNode != NONE && isStatement(rightNode)) {
        value = orElse(operator, value, rightNode);
        continue;
      }
      if (value != NONE && rightNode != NONE && isShortCircuit(operator, rightNode)) {
        value = shortCircuit(operator, value, rightNode);
        continue;
      }
      int right = child(operator, Role.RIGHT);
      boolean chained = previous != NONE && compares(operator) && isChained(operator);
      int compared = operation(operator, tree.symbol(operator), chained ? previous : value, right);
      value = chained ? operation(NONE, "&&", value, compared) : compared;
      previous = compares(operator) ? right : NONE;
    }
    return value;
  }

  private boolean compares(int operator) {
    return switch (tree.symbol(operator)) {
      case "<", "<=", ">", ">=", "==", "!=" -> true;
      default -> false;
    };
  }

  /** Python: whether {@code a < b} goes on with another comparison of {@code b}. */
  private boolean isChained(int operator) {
    int left = tree.child(operator, Role.LEFT);
    return dialect().language() == dev.coderev.analysis.source.Language.PYTHON
        && left != NONE
        && tree.is(left, Kind.BINARY)
        && compares(left)
        && tree.start(left) == tree.start(operator)
        && !tree.text(operator).startsWith("(");
  }

  /** Whether what is right of an operator runs or not, and does something if it runs. */
  private boolean isShortCircuit(int operator, int right) {
    return switch (tree.symbol(operator)) {
      case "&&", "||", "and", "or" -> {
        int end = tree.subtreeEnd(right);
        for (int node = right; node < end; node++) {
          switch (tree.kind(node)) {
            case CALL, NEW, ASSIGN -> {
              yield true;
            }
            default -> {}
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  private int shortCircuit(int operator, int left, int rightNode) {
    int runs = body.newBlock();
    int after = body.newBlock();
    boolean whenTrue = tree.symbol(operator).equals("&&") || tree.symbol(operator).equals("and");
    body.branch(left, whenTrue ? runs : after, whenTrue ? after : runs);
    body.continueIn(runs);
    int right = value(rightNode);
    body.jump(after);
    body.continueIn(after);
    return operation(operator, tree.symbol(operator), left, right);
  }

  /** An operator whose right side is a way out: {@code value or return}. */
  private int orElse(int node, int value, int statement) {
    int leaves = body.newBlock();
    int stays = body.newBlock();
    int test = operation(NONE, "unknown", value);
    body.branch(test, stays, leaves);
    body.continueIn(leaves);
    statements.statement(statement);
    body.jump(stays);
    body.continueIn(stays);
    return operation(node, tree.symbol(node), value);
  }

  private int update(int node) {
    int target = tree.child(node, Role.VALUE);
    if (target == NONE) {
      return literal(node, Opaque.OTHER);
    }
    int before = value(target);
    int one = literal(NONE, 1L);
    String operator = tree.symbol(node).contains("+") ? "+" : "-";
    int changed = operation(NONE, operator, before, one);
    int after = statements.assignments().assign(target, changed, node, false);
    return tree.symbol(node).startsWith("x") ? before : after;
  }

  private int assignment(int node) {
    int left = tree.child(node, Role.LEFT);
    int rightNode = tree.child(node, Role.RIGHT);
    boolean declares = tree.symbol(node).equals(":=") && dialect().blocksScope();
    if (tree.rawType(node).equals("reference_assignment_expression")
        && left != NONE
        && rightNode != NONE
        && tree.is(left, Kind.IDENTIFIER)
        && tree.is(rightNode, Kind.IDENTIFIER)) {
      body.sameVariable(tree.symbol(left), tree.symbol(rightNode));
      return value(rightNode);
    }
    int right = rightNode == NONE ? literal(node, Opaque.OTHER) : value(rightNode);
    if (left == NONE) {
      return right;
    }
    return statements.assignments().assign(left, right, node, declares);
  }

  private int compound(int node) {
    int left = tree.child(node, Role.LEFT);
    int right = child(node, Role.RIGHT);
    if (left == NONE) {
      return right;
    }
    String symbol = tree.symbol(node);
    String operator = symbol.endsWith("=") ? symbol.substring(0, symbol.length() - 1) : symbol;
    int before = value(left);
    int changed = operation(NONE, operator, before, right);
    return statements.assignments().assign(left, changed, node, false);
  }

  private int conditional(int node) {
    int slot = body.temporary(node);
    int condition = child(node, Role.CONDITION);
    int whenTrue = body.newBlock();
    int whenFalse = body.newBlock();
    int after = body.newBlock();
    body.branch(condition, whenTrue, whenFalse);
    body.continueIn(whenTrue);
    int then = tree.child(node, Role.THEN) == NONE ? condition : child(node, Role.THEN);
    statements.branches().write(NONE, slot, then);
    body.jump(after);
    body.continueIn(whenFalse);
    statements.branches().write(NONE, slot, child(node, Role.ELSE));
    body.jump(after);
    body.continueIn(after);
    return body.emit(r -> new Instruction.ReadVariable(r, node, slot));
  }

  private int typeTest(int node) {
    int value = child(node, Role.VALUE);
    int name = tree.child(node, Role.NAME);
    if (name != NONE && value != NONE) {
      statements.assignments().assign(name, value, name, true);
    }
    return operation(node, "is", value);
  }

  private int cast(int node) {
    int type = tree.child(node, Role.TYPE);
    String name = type == NONE ? "" : lowering.simpleName(type);
    int value = child(node, Role.VALUE);
    if (value == NONE) {
      return literal(node, Opaque.OTHER);
    }
    return body.emit(r -> new Instruction.Operation(r, node, "cast", name, List.of(value)));
  }

  private int statementValue(int node) {
    int slot = body.temporary(node);
    int nothing = literal(NONE, Opaque.NULL);
    statements.branches().write(NONE, slot, nothing);
    statements.branches().lower(node, slot);
    return body.emit(r -> new Instruction.ReadVariable(r, node, slot));
  }

  private int yields(int node) {
    int value = child(node, Role.VALUE);
    if (!body.switchResults.isEmpty()
        && dialect().language() == dev.coderev.analysis.source.Language.JAVA) {
      statements.branches().write(NONE, body.switchResults.element(), value);
      body.jump(body.targets.element().onBreak());
      return literal(node, Opaque.NULL);
    }
    return body.emit(r -> new Instruction.Yield(r, node, value));
  }

  /** All children as operands of one operation. */
  private int parts(int node, String operator) {
    List<Integer> operands = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      Role role = tree.role(child);
      if (role == Role.TYPE || role == Role.TYPE_ARGUMENTS || isNameOfElement(node, child)) {
        continue;
      }
      if (isStatement(child) || tree.is(child, Kind.EXPRESSION_STATEMENT)) {
        statements.statement(child);
      } else {
        operands.add(value(child));
      }
    }
    if (operands.isEmpty() && tree.is(node, Kind.OTHER)) {
      return literal(node, Opaque.OTHER);
    }
    return body.emit(r -> new Instruction.Operation(r, node, operator, "", operands));
  }

  private boolean isNameOfElement(int node, int child) {
    return tree.is(node, Kind.ELEMENT) && tree.role(child) == Role.NAME;
  }

  // ---- words about the tree ----

  /** The declared type below a node, as its simple name; empty where none is. */
  String typeOf(int node) {
    int type = tree.child(node, Role.TYPE);
    return type == NONE ? "" : lowering.simpleName(type);
  }

  private static Object character(String symbol) {
    return symbol.length() == 1 ? (Object) symbol.charAt(0) : symbol;
  }
}
