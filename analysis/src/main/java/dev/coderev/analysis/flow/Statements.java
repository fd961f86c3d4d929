package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Lowers the statements of one function into blocks. */
final class Statements {
  private final Lowering lowering;
  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Expressions expressions;
  private final Assignments assignments;
  private final Branches branches;

  Statements(Lowering lowering, FunctionBody body) {
    this.lowering = lowering;
    this.tree = lowering.tree;
    this.body = body;
    this.expressions = new Expressions(lowering, body, this);
    this.assignments = new Assignments(tree, body, expressions);
    this.branches = new Branches(lowering, body, this, expressions);
  }

  Assignments assignments() {
    return assignments;
  }

  Branches branches() {
    return branches;
  }

  // ---- entering a function ----

  void enter(int node, boolean method) {
    int parameters = tree.child(node, Role.PARAMETERS);
    int first = parameters == NONE ? NONE : tree.firstChild(parameters);
    int receiver = tree.child(node, Role.RECEIVER);
    if (receiver != NONE) {
      int name = tree.child(receiver, Role.NAME);
      String type = expressions.typeOf(receiver);
      body.self = body.declareOutermost(name == NONE ? "this" : tree.symbol(name), receiver, type);
      self(name);
    } else if (method) {
      String type = body.owner == null ? "" : body.owner.name();
      if (lowering.dialect.firstParameterIsThis()) {
        if (first != NONE && tree.child(first, Role.NAME) != NONE && !isStatic(node)) {
          body.self = body.declareOutermost(parameterName(first), first, type);
          self(tree.child(first, Role.NAME));
          first = tree.nextSibling(first);
        }
      } else {
        body.self = body.declareOutermost("this", NONE, type);
      }
    } else if (lowering.makesObjects(node)) {
      body.self = body.declareOutermost("this", NONE, "");
    }
    for (int p = first; p != NONE; p = tree.nextSibling(p)) {
      parameter(p);
    }
    if (first == NONE && lowering.dialect.language() == Language.KOTLIN && !method) {
      implicitParameter(node);
    }
    if (lowering.dialect.language() == Language.GO) {
      namedResults(tree.child(node, Role.TYPE));
    }
    if (lowering.dialect.language() == Language.PYTHON) {
      declareAssigned(tree.child(node, Role.BODY));
    }
  }

  private void namedResults(int type) {
    if (type == NONE || !tree.is(type, Kind.TUPLE)) {
      return;
    }
    for (int part = tree.firstChild(type); part != NONE; part = tree.nextSibling(part)) {
      int name = tree.is(part, Kind.PARAMETER) ? tree.child(part, Role.NAME) : NONE;
      if (name != NONE) {
        body.results.add(body.declareOutermost(tree.symbol(name), part, expressions.typeOf(part)));
      }
    }
  }

  /** The values of the named results, NONE where there are none. */
  private int named(int node) {
    List<Integer> values = new ArrayList<>();
    for (int slot : body.results) {
      values.add(body.emit(r -> new Instruction.ReadVariable(r, NONE, slot)));
    }
    if (values.size() < 2) {
      return values.isEmpty() ? NONE : values.getFirst();
    }
    return body.emit(r ->
        new Instruction.Collect(
            r,
            node,
            Instruction.Collection.LIST,
            values.stream().map(_ -> NONE).toList(),
            values,
            values.stream().map(_ -> false).toList()));
  }

  /** Lets the object be a source where its name stands among the parameters. */
  private void self(int name) {
    if (name != NONE) {
      int value = body.emit(r -> new Instruction.ReadVariable(r, NONE, body.self));
      body.emit(r -> new Instruction.WriteVariable(r, NONE, name, body.self, value));
    }
  }

  private boolean isStatic(int function) {
    for (int child = tree.firstChild(function); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.ANNOTATION) && tree.text(child).endsWith("staticmethod")) {
        return true;
      }
    }
    return false;
  }

  /** Kotlin's {@code it}. */
  private void implicitParameter(int node) {
    if (tree.is(node, Kind.LAMBDA)) {
      int slot = body.declareOutermost("it", NONE, "");
      body.parameters.add(new Parameter("it", node, slot, ""));
      int value = body.emit(r -> new Instruction.ReadParameter(r, NONE, 0));
      body.emit(r -> new Instruction.WriteVariable(r, NONE, NONE, slot, value));
    }
  }

  private String parameterName(int node) {
    int name = tree.child(node, Role.NAME);
    if (name != NONE) {
      return tree.symbol(name);
    }
    return tree.is(node, Kind.IDENTIFIER) ? tree.symbol(node) : "";
  }

  private void parameter(int node) {
    int index = body.parameters.size();
    int name = tree.is(node, Kind.PARAMETER) ? tree.child(node, Role.NAME) : node;
    int target = name == NONE ? node : name;
    boolean simple = name != NONE && tree.is(name, Kind.IDENTIFIER);
    int slot = NONE;
    if (simple) {
      slot = body.declareOutermost(tree.symbol(name), node, expressions.typeOf(node));
    }
    String symbol = tree.is(node, Kind.PARAMETER) ? tree.symbol(node) : "";
    body.parameters.add(new Parameter(parameterName(node), node, slot, symbol));
    int given = body.emit(r -> new Instruction.ReadParameter(r, target, index));
    int otherwise = tree.is(node, Kind.PARAMETER) ? expressions.child(node, Role.VALUE) : NONE;
    int value = otherwise == NONE ? given : expressions.operation(NONE, "??", given, otherwise);
    if (simple) {
      int variable = slot;
      body.emit(r -> new Instruction.WriteVariable(r, target, target, variable, value));
      promote(node, name, value);
    } else if (name != NONE) {
      assignments.assign(name, value, node, true);
    }
  }

  /** PHP, TypeScript: a parameter of a constructor with a visibility is a field as well. */
  private void promote(int node, int name, int value) {
    if (body.self != NONE && isPromoted(node)) {
      String field = tree.symbol(name);
      String bare = field.startsWith("$") ? field.substring(1) : field;
      int object = body.emit(r -> new Instruction.ReadVariable(r, NONE, body.self));
      body.emit(r -> new Instruction.WriteField(r, NONE, name, object, bare, value));
    }
  }

  private boolean isPromoted(int parameter) {
    return tree.rawType(parameter).equals("property_promotion_parameter")
        || (lowering.dialect.language() == Language.TYPESCRIPT
            && tree.child(parameter, Role.MODIFIERS) != NONE);
  }

  /** Python: a name assigned anywhere in a function is local to all of it. */
  private void declareAssigned(int bodyNode) {
    if (bodyNode == NONE) {
      return;
    }
    Set<String> local = new LinkedHashSet<>();
    int end = tree.subtreeEnd(bodyNode);
    for (int node = bodyNode; node < end; node++) {
      switch (tree.kind(node)) {
        case FUNCTION, LAMBDA, CLASS -> node = tree.subtreeEnd(node) - 1;
        case GLOBAL -> {
          for (int n = tree.firstChild(node); n != NONE; n = tree.nextSibling(n)) {
            body.elsewhere.add(tree.symbol(n));
          }
        }
        case IDENTIFIER -> {
          if (isTarget(node)) {
            local.add(tree.symbol(node));
          }
        }
        default -> {}
      }
    }
    for (String name : local) {
      if (!body.elsewhere.contains(name)) {
        body.declareOutermost(name, NONE, "");
      }
    }
  }

  private boolean isTarget(int identifier) {
    int at = identifier;
    int parent = tree.parent(at);
    while (parent != NONE && (tree.is(parent, Kind.TUPLE) || tree.is(parent, Kind.LIST))) {
      at = parent;
      parent = tree.parent(at);
    }
    return parent != NONE
        && ((tree.is(parent, Kind.ASSIGN) && tree.role(at) == Role.LEFT)
            || (tree.is(parent, Kind.FOR_EACH) && tree.role(at) == Role.NAME)
            || (tree.is(parent, Kind.VARIABLE) && tree.role(at) == Role.NAME));
  }

  /** Lowers the body of a function. */
  void body(int node, boolean lastValueReturns) {
    boolean block = tree.is(node, Kind.BLOCK);
    if (block && !lastValueReturns) {
      statementsOf(node);
      return;
    }
    int value = block ? lastValue(node) : expressions.value(node);
    if (!body.left()) {
      body.emit(r -> new Instruction.Return(r, node, value));
      body.end();
    }
  }

  /** Lowers a block and gives the value of its last expression, or NONE. */
  int lastValue(int node) {
    if (!tree.is(node, Kind.BLOCK)) {
      return isExpression(node) ? expressions.value(node) : statementWithoutValue(node);
    }
    int last = NONE;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      last = child;
    }
    if (last == NONE) {
      return NONE;
    }
    hoist(node);
    for (int child = tree.firstChild(node); child != last; child = tree.nextSibling(child)) {
      statement(child);
    }
    return switch (tree.kind(last)) {
      case EXPRESSION_STATEMENT -> {
        int value = tree.firstChild(last);
        yield value == NONE ? NONE : expressions.value(value);
      }
      case IF, SWITCH, TRY, BLOCK -> expressions.value(last);
      default -> isExpression(last) ? expressions.value(last) : statementWithoutValue(last);
    };
  }

  private int statementWithoutValue(int node) {
    statement(node);
    return NONE;
  }

  private boolean isExpression(int node) {
    return tree.kind(node).compareTo(Kind.MARKUP_TEXT) <= 0;
  }

  // ---- statements ----

  void statementsOf(int node) {
    hoist(node);
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      statement(child);
    }
  }

  private void hoist(int node) {
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.FUNCTION)) {
        expressions.declareFunction(child);
      }
    }
  }

  void scoped(int node) {
    if (node == NONE) {
      return;
    }
    boolean scopes = lowering.dialect.blocksScope();
    if (scopes) {
      body.openScope();
    }
    if (tree.is(node, Kind.BLOCK)) {
      statementsOf(node);
    } else {
      statement(node);
    }
    if (scopes) {
      body.closeScope();
    }
  }

  void statement(int node) {
    if (!expressions.enter()) {
      return;
    }
    switch (tree.kind(node)) {
      case BLOCK, NAMESPACE -> block(node);
      case EXPRESSION_STATEMENT -> {
        all(node);
        leaveIfLast(tree.firstChild(node));
      }
      case VARIABLE -> variable(node);
      case IF, SWITCH, TRY -> branches.lower(node, NONE);
      case WHILE, DO_WHILE, FOR, FOR_EACH, LABELED, BREAK, CONTINUE -> branches.loop(node, "");
      case THROW -> {
        int value = expressions.child(node, Role.VALUE);
        branches.thrown(value);
        body.emit(r -> new Instruction.Throw(r, node, value));
        body.end();
      }
      case RETURN -> {
        int given = expressions.child(node, Role.VALUE);
        int value = given == NONE ? named(NONE) : given;
        body.emit(r -> new Instruction.Return(r, node, value));
        branches.leave();
      }
      case WITH, SYNCHRONIZED -> with(node);
      case DEFER, SPAWN, ASSERT -> all(node);
      case DELETE -> {
        if (lowering.dialect.deletesKeys()) {
          delete(node);
        } else {
          all(node);
        }
      }
      case GOTO -> body.jump(body.labelled(tree.symbol(node)));
      case FUNCTION -> {
        if (tree.role(node) != Role.STATEMENT || !expressions.isDeclared(node)) {
          expressions.declareFunction(node);
        }
      }
      case CLASS -> declareClass(node);
      case GLOBAL -> {
        for (int n = tree.firstChild(node); n != NONE; n = tree.nextSibling(n)) {
          body.elsewhere.add(tree.symbol(n));
        }
      }
      case EMPTY, IMPORT, PACKAGE, MODIFIERS, MODIFIER, ANNOTATION -> {}
      default -> expressions.value(node);
    }
    expressions.exit();
  }

  /** Ends the function after a call from which control does not come back. */
  private void leaveIfLast(int node) {
    int call = node != NONE && tree.is(node, Kind.AWAIT) ? tree.child(node, Role.VALUE) : node;
    int callee = call == NONE || !tree.is(call, Kind.CALL) ? NONE : tree.child(call, Role.CALLEE);
    if (callee == NONE || body.left()) {
      return;
    }
    boolean member = tree.is(callee, Kind.MEMBER);
    int object = member ? tree.child(callee, Role.OBJECT) : NONE;
    int name = member ? tree.child(callee, Role.NAME) : callee;
    if (name != NONE
        && (object == NONE || tree.is(object, Kind.IDENTIFIER))
        && lowering.dialect.neverReturns(
            object == NONE ? "" : tree.symbol(object), tree.symbol(name))) {
      body.emit(r -> new Instruction.Throw(r, NONE, NONE));
      body.end();
    }
  }

  private void delete(int node) {
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      switch (tree.kind(child)) {
        case INDEX -> {
          int object = expressions.child(child, Role.OBJECT);
          int index = expressions.index(child);
          expressions.operation(node, "delete", object, index);
        }
        case MEMBER -> {
          int name = tree.child(child, Role.NAME);
          int object = expressions.child(child, Role.OBJECT);
          String field = name == NONE ? "" : tree.symbol(name);
          int key = body.emit(r -> new Instruction.Literal(r, NONE, field));
          expressions.operation(node, "delete", object, key);
        }
        case IDENTIFIER -> {
          int nothing = expressions.literal(child, Instruction.Opaque.NULL);
          assignments.assign(child, nothing, child, false);
        }
        default -> expressions.value(child);
      }
    }
  }

  private void block(int node) {
    if (tree.is(node, Kind.NAMESPACE)) {
      int inner = tree.child(node, Role.BODY);
      if (inner != NONE) {
        statementsOf(inner);
      }
    } else {
      scoped(node);
    }
  }

  /** Lowers every child as an expression or statement. */
  private void all(int node) {
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (isExpression(child)) {
        expressions.value(child);
      } else {
        statement(child);
      }
    }
  }

  void variable(int node) {
    int name = tree.child(node, Role.NAME);
    int valueNode = tree.child(node, Role.VALUE);
    if (name == NONE) {
      expressions.child(node, Role.VALUE);
      return;
    }
    boolean function =
        valueNode != NONE && (tree.is(valueNode, Kind.LAMBDA) || tree.is(valueNode, Kind.FUNCTION));
    if (function && tree.is(name, Kind.IDENTIFIER)) {
      assignments.declare(name, node);
    }
    if (valueNode == NONE) {
      if (tree.is(name, Kind.IDENTIFIER)) {
        assignments.declare(name, node);
        int empty = body.emit(r -> new Instruction.Literal(r, name, Instruction.Opaque.NULL));
        assignments.assign(name, empty, node, true);
      }
      return;
    }
    int value = expressions.value(valueNode);
    assignments.assign(name, value, node, true);
  }

  /** A member of a class body that is no function: a field, an initializer block, a class. */
  void member(int node) {
    switch (tree.kind(node)) {
      case VARIABLE -> {
        int name = tree.child(node, Role.NAME);
        int value = expressions.child(node, Role.VALUE);
        if (name != NONE && value != NONE) {
          field(node, name, value);
        }
      }
      case EXPRESSION_STATEMENT -> {
        int inner = tree.firstChild(node);
        int left = inner == NONE ? NONE : tree.child(inner, Role.LEFT);
        if (left != NONE && tree.is(inner, Kind.ASSIGN) && tree.is(left, Kind.IDENTIFIER)) {
          field(inner, left, expressions.child(inner, Role.RIGHT));
        } else {
          statement(node);
        }
      }
      default -> statement(node);
    }
  }

  private void field(int node, int name, int value) {
    int self = body.emit(r -> new Instruction.ReadVariable(r, NONE, body.self));
    boolean certain =
        isFinal(node) || isOwn(node) || body.definition(value) instanceof Instruction.MakeFunction;
    int kept = certain ? value : expressions.operation(NONE, "unknown", value);
    body.emit(r -> new Instruction.WriteField(r, node, name, self, tree.symbol(name), kept));
  }

  /** Whether nothing outside of this file is likely to write a field. */
  private boolean isOwn(int node) {
    return switch (lowering.dialect.language()) {
      case PYTHON, JAVASCRIPT -> true;
      default -> {
        boolean own = false;
        int modifiers = tree.child(node, Role.MODIFIERS);
        for (int m = modifiers == NONE ? NONE : tree.firstChild(modifiers);
            m != NONE;
            m = tree.nextSibling(m)) {
          if (tree.is(m, Kind.ANNOTATION)) {
            yield false;
          }
          own |= tree.symbol(m).equals("private");
        }
        yield own;
      }
    };
  }

  private boolean isFinal(int node) {
    int modifiers = tree.child(node, Role.MODIFIERS);
    for (int m = modifiers == NONE ? NONE : tree.firstChild(modifiers);
        m != NONE;
        m = tree.nextSibling(m)) {
      switch (tree.symbol(m)) {
        case "final", "const", "readonly" -> {
          return true;
        }
        default -> {}
      }
    }
    return tree.symbol(node).equals("const") || tree.symbol(node).equals("val");
  }

  private void declareClass(int node) {
    int name = tree.child(node, Role.NAME);
    String simple = name == NONE ? "" : tree.symbol(name);
    body.functionNames.add(simple);
    lowering.declareClass(node, simple, tree.child(node, Role.BODY), body);
  }

  private void with(int node) {
    body.openScope();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.BODY) {
        scoped(child);
      } else if (tree.is(child, Kind.VARIABLE)) {
        variable(child);
      } else {
        expressions.value(child);
      }
    }
    body.closeScope();
  }

  List<Integer> children(int node, Role role) {
    List<Integer> found = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == role) {
        found.add(child);
      }
    }
    return found;
  }
}
