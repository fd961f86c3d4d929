package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** Ruby's control flow. */
final class RubyStatements {
  private RubyStatements() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements(
            "if",
            "unless",
            "if_modifier",
            "unless_modifier",
            "while",
            "until",
            "while_modifier",
            "until_modifier",
            "for",
            "case",
            "case_match",
            "begin",
            "return",
            "break",
            "next",
            "redo",
            "retry",
            "alias",
            "undef",
            "begin_block",
            "end_block",
            "empty_statement",
            "heredoc_body",
            "uninterpreted")
        .on(List.of("body_statement", "begin"), RubyStatements::body)
        .on(List.of("then", "do", "else", "block_body"), block())
        .on("ensure", block())
        .on("empty_statement", Construct.NOTHING)
        .on("if", (to, node, role) -> branch(to, node, role, false))
        .on("elsif", (to, node, role) -> branch(to, node, role, false))
        .on("unless", (to, node, role) -> branch(to, node, role, true))
        .on("if_modifier", (to, node, role) -> modifier(to, node, role, Kind.IF, false))
        .on("unless_modifier", (to, node, role) -> modifier(to, node, role, Kind.IF, true))
        .on("while", (to, node, role) -> loop(to, node, role, false))
        .on("until", (to, node, role) -> loop(to, node, role, true))
        .on("while_modifier", (to, node, role) -> modifier(to, node, role, Kind.WHILE, false))
        .on("until_modifier", (to, node, role) -> modifier(to, node, role, Kind.WHILE, true))
        .on(
            "for",
            Shape.of(Kind.FOR_EACH)
                .field("pattern", Role.NAME)
                .field("value", Role.ITERABLE)
                .field("body", Role.BODY))
        .on("in", Construct.ONLY_CHILD)
        .on(List.of("case", "case_match"), RubyStatements::switchStatement)
        .on(List.of("when", "in_clause"), RubyStatements::when)
        .on(List.of("pattern", "if_guard"), Construct.ONLY_CHILD)
        .on("rescue", RubyStatements::rescue)
        .on("return", jump(Kind.RETURN))
        .on("break", jump(Kind.BREAK))
        .on("next", jump(Kind.CONTINUE));
  }

  private static Construct block() {
    return Shape.of(Kind.BLOCK).rest(Role.STATEMENT);
  }

  /** Statements; with a {@code rescue} or {@code ensure} among them, a TRY. */
  private static void body(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean tries = tree.has(node, "rescue") || tree.has(node, "ensure");
    boolean own = tree.is(node, "begin");
    if (!tries) {
      to.open(Kind.BLOCK, role, node);
      to.children(node, Role.STATEMENT);
      to.close(node);
      return;
    }
    if (!own) {
      to.open(Kind.BLOCK, role, node);
    }
    to.open(Kind.TRY, own ? role : Role.STATEMENT, node);
    int child = statements(to, node);
    for (; child != NONE; child = tree.nextNamed(child)) {
      Role part =
          switch (tree.type(child)) {
            case "rescue" -> Role.CATCH;
            case "else" -> Role.ELSE;
            default -> Role.FINALLY;
          };
      to.lower(child, part);
    }
    to.close(node);
    if (!own) {
      to.close(node);
    }
  }

  /** Writes the statements before the first clause as BODY; that clause. */
  private static int statements(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int child = tree.firstNamed(node);
    int end = child == NONE || isClause(tree, child) ? tree.start(node) : tree.start(child);
    to.openAt(Kind.BLOCK, Role.BODY, end);
    while (child != NONE && !isClause(tree, child)) {
      to.lower(child, Role.STATEMENT);
      end = tree.end(child);
      child = tree.nextNamed(child);
    }
    to.closeAt(end);
    return child;
  }

  private static boolean isClause(ConcreteTree tree, int node) {
    return tree.is(node, "rescue") || tree.is(node, "else") || tree.is(node, "ensure");
  }

  private static void condition(Lowering to, int node, boolean negated) {
    int condition = to.tree().child(node, "condition");
    if (condition == NONE) {
      return;
    }
    if (negated) {
      int opened = to.open(Kind.UNARY, Role.CONDITION, condition);
      to.symbol(opened, "!");
      to.lower(condition, Role.VALUE);
      to.close(condition);
    } else {
      to.lower(condition, Role.CONDITION);
    }
  }

  private static void branch(Lowering to, int node, Role role, boolean negated) {
    to.open(Kind.IF, role, node);
    condition(to, node, negated);
    to.field(node, "consequence", Role.THEN);
    to.field(node, "alternative", Role.ELSE);
    to.close(node);
  }

  private static void loop(Lowering to, int node, Role role, boolean negated) {
    to.open(Kind.WHILE, role, node);
    condition(to, node, negated);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** {@code body if condition} and the like. */
  private static void modifier(Lowering to, int node, Role role, Kind kind, boolean negated) {
    int body = to.tree().child(node, "body");
    to.open(kind, role, node);
    if (body != NONE) {
      to.open(Kind.BLOCK, kind == Kind.IF ? Role.THEN : Role.BODY, body);
      to.lower(body, Role.STATEMENT);
      to.close(body);
    }
    condition(to, node, negated);
    to.close(node);
  }

  private static void switchStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SWITCH, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.field(child).equals("value")) {
        to.lower(child, Role.VALUE);
      } else if (tree.is(child, "else")) {
        int opened = to.open(Kind.CASE, Role.CASE, child);
        to.symbol(opened, "->");
        to.lower(child, Role.BODY);
        to.close(child);
      } else {
        to.lower(child, Role.CASE);
      }
    }
    to.close(node);
  }

  private static void when(Lowering to, int node, Role role) {
    int opened = to.open(Kind.CASE, role, node);
    to.symbol(opened, "->");
    to.field(node, "pattern", Role.LABEL);
    to.field(node, "guard", Role.GUARD);
    if (to.tree().child(node, "body") == NONE) {
      to.blockFrom(NONE, node, Role.BODY);
    } else {
      to.field(node, "body", Role.BODY);
    }
    to.close(node);
  }

  private static void rescue(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int exceptions = tree.child(node, "exceptions");
    int variable = tree.child(node, "variable");
    to.open(Kind.CATCH, role, node);
    if (exceptions != NONE || variable != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, exceptions == NONE ? variable : exceptions);
      if (exceptions != NONE && tree.namedCount(exceptions) > 1) {
        to.open(Kind.TUPLE, Role.TYPE, exceptions);
        to.children(exceptions, Role.ELEMENT);
        to.close(exceptions);
      } else if (exceptions != NONE) {
        to.children(exceptions, Role.TYPE);
      }
      if (variable != NONE) {
        to.children(variable, Role.NAME);
      }
      to.close(variable == NONE ? exceptions : variable);
    }
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  /** {@code return a, b} returns a TUPLE. */
  private static Construct jump(Kind kind) {
    return (to, node, role) -> {
      int arguments = to.tree().childOfType(node, "argument_list");
      to.open(kind, role, node);
      if (arguments != NONE && to.tree().namedCount(arguments) > 1) {
        to.open(Kind.TUPLE, Role.VALUE, arguments);
        to.children(arguments, Role.ELEMENT);
        to.close(arguments);
      } else if (arguments != NONE) {
        to.children(arguments, Role.VALUE);
      }
      to.close(node);
    };
  }
}
