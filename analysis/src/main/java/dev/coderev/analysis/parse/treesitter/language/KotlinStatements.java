package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Kotlin's control flow; {@code if} without braces in an expression is a CONDITIONAL. */
final class KotlinStatements {
  private KotlinStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "if_expression",
            "when_expression",
            "for_statement",
            "while_statement",
            "do_while_statement",
            "try_expression",
            "jump_expression",
            "label",
            "statements")
        .on("statements", Construct.CHILDREN)
        .on("label", Construct.NOTHING)
        .on("control_structure_body", KotlinStatements::body)
        .on("if_expression", KotlinStatements::ifExpression)
        .on("when_expression", KotlinStatements::when)
        .on("when_entry", KotlinStatements::entry)
        .on("when_condition", Construct.ONLY_CHILD)
        .on("for_statement", KotlinStatements::forEach)
        .on("while_statement", KotlinStatements::whileLoop)
        .on("do_while_statement", KotlinStatements::doWhile)
        .on("try_expression", KotlinStatements::tryExpression)
        .on("catch_block", KotlinStatements::catchBlock)
        .on("finally_block", (to, node, role) -> braces(to, node, role))
        .on("jump_expression", KotlinStatements::jump)
        .on("assignment", KotlinStatements::assignment);
  }

  /** Braces are a BLOCK, a single statement or expression stands for itself. */
  private static void body(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.has(node, "{")) {
      to.open(Kind.BLOCK, role, node);
      to.children(node, Role.STATEMENT);
      to.close(node);
      return;
    }
    boolean statement = (role != Role.THEN && role != Role.ELSE) || isStatementIf(tree, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (statement && !tree.is(child, "if_expression") && !tree.is(child, "jump_expression")) {
        to.statement(child, role);
      } else {
        to.lower(child, role);
      }
    }
  }

  /** Writes the statements between the first brace of {@code node} and the last as a BLOCK. */
  static void braces(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int open = tree.childOfType(node, "{");
    int close = tree.childOfType(node, "}");
    to.openAt(Kind.BLOCK, role, open == NONE ? tree.start(node) : tree.start(open));
    int statements = tree.childOfType(node, "statements");
    if (statements != NONE) {
      to.children(statements, Role.STATEMENT);
    }
    to.closeAt(close == NONE ? tree.end(node) : tree.end(close));
  }

  /** Whether the {@code if} around a branch stands as a statement. */
  private static boolean isStatementIf(ConcreteTree tree, int branch) {
    int node = tree.parent(branch);
    while (node != NONE && !tree.is(tree.parent(node), "statements")) {
      String parent = tree.type(tree.parent(node));
      if (!parent.equals("control_structure_body") && !parent.equals("if_expression")) {
        return parent.equals("source_file");
      }
      if (tree.has(tree.parent(node), "{")) {
        return true;
      }
      node = tree.parent(node);
    }
    return true;
  }

  private static void ifExpression(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int otherwise = tree.childOfType(node, "else");
    boolean braced = false;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      braced |= tree.has(child, "{");
    }
    int condition = tree.firstNamed(node);
    boolean value =
        !braced && otherwise != NONE && role != Role.STATEMENT && !isStatementIf(tree, condition);
    to.open(value ? Kind.CONDITIONAL : Kind.IF, role, node);
    to.lower(condition, Role.CONDITION);
    for (int c = tree.nextNamed(condition); c != NONE; c = tree.nextNamed(c)) {
      to.lower(c, otherwise == NONE || c < otherwise ? Role.THEN : Role.ELSE);
    }
    to.close(node);
  }

  private static void when(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "when_subject")) {
        to.children(child, Role.VALUE);
      } else {
        to.lower(child, Role.CASE);
      }
    }
    to.close(node);
  }

  private static void entry(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int body = tree.lastNamed(node);
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (child != body) {
        to.lower(child, Role.LABEL);
      }
    }
    if (tree.has(body, "{")) {
      to.lower(body, Role.BODY);
    } else {
      to.open(Kind.BLOCK, Role.BODY, body);
      to.children(body, Role.STATEMENT);
      to.close(body);
    }
    to.close(node);
  }

  private static void forEach(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int in = tree.childOfType(node, "in");
    to.open(Kind.FOR_EACH, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "control_structure_body")) {
        to.lower(child, Role.BODY);
      } else if (in != NONE && child > in) {
        to.lower(child, Role.ITERABLE);
      } else if (tree.type(child).endsWith("variable_declaration")) {
        KotlinDeclarations.variableName(to, child, Role.NAME);
      }
    }
    to.close(node);
  }

  private static void whileLoop(Lowering to, int node, Role role) {
    int condition = to.tree().firstNamed(node);
    to.open(Kind.WHILE, role, node);
    to.lower(condition, Role.CONDITION);
    int body = to.tree().nextNamed(condition);
    if (body != NONE) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }

  private static void doWhile(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.DO_WHILE, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "control_structure_body") ? Role.BODY : Role.CONDITION);
    }
    to.close(node);
  }

  private static void tryExpression(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TRY, role, node);
    braces(to, node, Role.BODY);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "catch_block")) {
        to.lower(child, Role.CATCH);
      } else if (tree.is(child, "finally_block")) {
        to.lower(child, Role.FINALLY);
      }
    }
    to.close(node);
  }

  private static void catchBlock(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int name = tree.childOfType(node, "simple_identifier");
    int type = name == NONE ? NONE : tree.nextNamed(name);
    to.open(Kind.CATCH, role, node);
    if (type != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, name);
      to.lower(name, Role.NAME);
      to.lower(type, Role.TYPE);
      to.close(type);
    }
    braces(to, node, Role.BODY);
    to.close(node);
  }

  private static void jump(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstChild(node);
    String word = keyword == NONE ? "" : to.text(keyword);
    Kind kind =
        word.startsWith("return")
            ? Kind.RETURN
            : word.startsWith("throw")
                ? Kind.THROW
                : word.startsWith("break") ? Kind.BREAK : Kind.CONTINUE;
    int label = tree.childOfType(node, "label");
    int opened = to.open(kind, role, node);
    if (label != NONE && (kind == Kind.BREAK || kind == Kind.CONTINUE)) {
      to.symbol(opened, to.text(label));
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (child != label) {
        to.lower(child, Role.VALUE);
      }
    }
    to.close(node);
  }

  private static void assignment(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int left = tree.firstNamed(node);
    int operator = tree.nextSibling(left);
    String sign = operator == NONE ? "=" : to.operator(operator);
    int opened = to.open(sign.equals("=") ? Kind.ASSIGN : Kind.COMPOUND_ASSIGN, role, node);
    to.symbol(opened, sign);
    to.lower(left, Role.LEFT);
    if (tree.nextNamed(left) != NONE) {
      to.lower(tree.lastNamed(node), Role.RIGHT);
    }
    to.close(node);
  }
}
