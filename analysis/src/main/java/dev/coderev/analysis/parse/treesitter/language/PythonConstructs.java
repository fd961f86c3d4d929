package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Operators;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;
import java.util.Set;

/** Python 3, and of Python 2 what the grammar reads. */
public final class PythonConstructs {
  private static final Set<String> ASYNC = Set.of("async");

  private PythonConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    expressions(constructs);
    statements(constructs);
    definitions(constructs);
    PythonStrings.addTo(constructs);
    PythonImports.addTo(constructs);
    PythonPatterns.addTo(constructs);
    return constructs;
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on("identifier", Shape.leaf(Kind.IDENTIFIER))
        .on(
            "attribute",
            Shape.of(Kind.MEMBER)
                .symbol(".")
                .field("object", Role.OBJECT)
                .field("attribute", Role.NAME))
        .on(
            "subscript",
            Shape.of(Kind.INDEX).field("value", Role.OBJECT).field("subscript", Role.INDEX))
        .on("slice", PythonConstructs::slice)
        .on("call", PythonConstructs::call)
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            "keyword_argument",
            Shape.of(Kind.KEYWORD_ARGUMENT).field("name", Role.NAME).field("value", Role.VALUE))
        .on(
            List.of("list_splat", "list_splat_pattern"),
            Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE))
        .on(
            List.of("dictionary_splat", "dictionary_splat_pattern"),
            Shape.of(Kind.SPREAD).symbol("**").rest(Role.VALUE))
        .on(List.of("parenthesized_expression", "parenthesized_list_splat"), Construct.ONLY_CHILD)
        .on(List.of("integer", "float"), Operators.NUMBER)
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("none", Shape.leaf(Kind.NULL, ""))
        .on(List.of("binary_operator", "boolean_operator"), Operators.BINARY)
        .on("comparison_operator", PythonConstructs::comparison)
        .on("not_operator", Shape.of(Kind.UNARY).symbol("!").field("argument", Role.VALUE))
        .on("unary_operator", Operators.UNARY)
        .on("assignment", PythonConstructs::assignment)
        .on(
            "augmented_assignment",
            Shape.of(Kind.COMPOUND_ASSIGN)
                .field("left", Role.LEFT)
                .symbolOf("operator")
                .field("right", Role.RIGHT))
        .on(
            "named_expression",
            Shape.of(Kind.ASSIGN).symbol(":=").field("name", Role.LEFT).field("value", Role.RIGHT))
        .on("conditional_expression", PythonConstructs::conditional)
        .on(
            "lambda",
            Shape.of(Kind.LAMBDA).field("parameters", Role.PARAMETERS).field("body", Role.BODY))
        .on("list", Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on(
            List.of("tuple", "expression_list", "pattern_list", "tuple_pattern", "list_pattern"),
            Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on("set", Shape.of(Kind.SET).rest(Role.ELEMENT))
        .on("dictionary", Shape.of(Kind.MAP).rest(Role.ELEMENT))
        .on("pair", Shape.of(Kind.PAIR).field("key", Role.KEY).field("value", Role.VALUE))
        .on("list_comprehension", comprehension("list"))
        .on("set_comprehension", comprehension("set"))
        .on("dictionary_comprehension", comprehension("map"))
        .on("generator_expression", comprehension("generator"))
        .on("await", Shape.of(Kind.AWAIT).rest(Role.VALUE))
        .on(
            "yield",
            (to, node, role) -> {
              int opened = to.open(Kind.YIELD, role, node);
              to.symbol(opened, to.tree().has(node, "from") ? "yield from" : "yield");
              to.children(node, Role.VALUE);
              to.close(node);
            })
        .on("type", Construct.ONLY_CHILD)
        .on("generic_type", PythonConstructs::genericType)
        .on("type_parameter", Shape.of(Kind.TYPE_ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on(
            "member_type",
            (to, node, role) -> {
              ConcreteTree tree = to.tree();
              int opened = to.open(Kind.MEMBER, role, node);
              to.symbol(opened, ".");
              to.lower(tree.firstNamed(node), Role.OBJECT);
              to.lower(tree.lastNamed(node), Role.NAME);
              to.close(node);
            })
        .on(
            "union_type",
            (to, node, role) -> {
              ConcreteTree tree = to.tree();
              int opened = to.open(Kind.BINARY, role, node);
              to.symbol(opened, "|");
              to.lower(tree.firstNamed(node), Role.LEFT);
              to.lower(tree.lastNamed(node), Role.RIGHT);
              to.close(node);
            });
  }

  private static void statements(Constructs constructs) {
    constructs
        .on("block", Shape.of(Kind.BLOCK).rest(Role.STATEMENT))
        .on("expression_statement", PythonConstructs::expressionStatement)
        .on("if_statement", PythonConstructs::ifStatement)
        .on("else_clause", Construct.ONLY_CHILD)
        .on("finally_clause", Construct.ONLY_CHILD)
        .on(
            "while_statement",
            Shape.of(Kind.WHILE)
                .field("condition", Role.CONDITION)
                .field("body", Role.BODY)
                .field("alternative", Role.ELSE))
        .on(
            "for_statement",
            Shape.of(Kind.FOR_EACH)
                .field("left", Role.NAME)
                .field("right", Role.ITERABLE)
                .field("body", Role.BODY)
                .field("alternative", Role.ELSE))
        .on("try_statement", PythonConstructs::tryStatement)
        .on("except_clause", PythonConstructs::except)
        .on("raise_statement", Shape.of(Kind.THROW).field("cause", Role.CAUSE).rest(Role.VALUE))
        .on("return_statement", Shape.of(Kind.RETURN).rest(Role.VALUE))
        .on("break_statement", Shape.leaf(Kind.BREAK, ""))
        .on("continue_statement", Shape.leaf(Kind.CONTINUE, ""))
        .on("pass_statement", Shape.leaf(Kind.EMPTY, ""))
        .on("with_statement", Shape.of(Kind.WITH).field("body", Role.BODY).rest(Role.RESOURCE))
        .on("with_clause", Construct.CHILDREN)
        .on("with_item", PythonConstructs::withItem)
        .on("assert_statement", PythonConstructs::assertStatement)
        .on("delete_statement", PythonConstructs::delete)
        .on("global_statement", Shape.of(Kind.GLOBAL).symbol("global").rest(Role.NAME))
        .on("nonlocal_statement", Shape.of(Kind.GLOBAL).symbol("nonlocal").rest(Role.NAME))
        .on("print_statement", PythonConstructs::callStatement)
        .on("exec_statement", PythonConstructs::callStatement);
  }

  private static void definitions(Constructs constructs) {
    constructs
        .on("decorated_definition", PythonConstructs::decorated)
        .on(
            "decorator",
            (to, node, role) -> to.annotation(node, to.tree().firstNamed(node), "call"))
        .on("function_definition", (to, node, role) -> function(to, node, node, role))
        .on("class_definition", (to, node, role) -> classDefinition(to, node, node, role))
        .on(
            List.of("parameters", "lambda_parameters"),
            (to, node, role) -> {
              to.open(Kind.PARAMETER_LIST, role, node);
              ConcreteTree tree = to.tree();
              for (int child = tree.firstNamed(node);
                  child != NONE;
                  child = tree.nextNamed(child)) {
                parameter(to, child);
              }
              to.close(node);
            });
  }

  private static void slice(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.SLICE, role, node);
    int colons = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, ":")) {
        colons++;
      } else if (tree.isNamed(child)) {
        to.lower(child, colons == 0 ? Role.LOWER : colons == 1 ? Role.UPPER : Role.STEP);
      }
    }
    to.close(node);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CALL, role, node);
    to.field(node, "function", Role.CALLEE);
    int arguments = tree.child(node, "arguments");
    if (tree.is(arguments, "generator_expression")) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, arguments);
      to.lower(arguments, Role.ARGUMENT);
      to.close(arguments);
    } else if (arguments != NONE) {
      to.lower(arguments, Role.ARGUMENTS);
    }
    to.close(node);
  }

  /** {@code a < b < c} is {@code (a < b) < c}. */
  private static void comparison(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int operators = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.field(child).equals("operators")) {
        operators++;
      }
    }
    for (int i = operators; i > 0; i--) {
      int opened = to.open(Kind.BINARY, i == operators ? role : Role.LEFT, node);
      to.symbol(opened, comparisonOperator(to, node, i));
    }
    int operand = tree.firstNamed(node);
    to.lower(operand, Role.LEFT);
    for (int i = 0; i < operators; i++) {
      operand = tree.nextNamed(operand);
      if (operand == NONE) {
        to.closeAt(tree.end(node));
      } else {
        to.lower(operand, Role.RIGHT);
        to.close(operand);
      }
    }
  }

  private static String comparisonOperator(Lowering to, int node, int wanted) {
    ConcreteTree tree = to.tree();
    int seen = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.field(child).equals("operators") && ++seen == wanted) {
        return to.operator(child);
      }
    }
    return "";
  }

  private static void assignment(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int type = tree.child(node, "type");
    int left = tree.child(node, "left");
    int right = tree.child(node, "right");
    if (type != NONE && (tree.is(left, "identifier") || right == NONE)) {
      to.open(Kind.VARIABLE, role, node);
      to.lower(left, Role.NAME);
      to.lower(type, Role.TYPE);
      if (right != NONE) {
        to.lower(right, Role.VALUE);
      }
    } else {
      int opened = to.open(Kind.ASSIGN, role, node);
      to.symbol(opened, "=");
      to.field(node, "left", Role.LEFT);
      to.field(node, "right", Role.RIGHT);
    }
    to.close(node);
  }

  private static void conditional(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CONDITIONAL, role, node);
    Role next = Role.THEN;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = next == Role.THEN ? Role.CONDITION : Role.ELSE;
    }
    to.close(node);
  }

  private static Construct comprehension(String symbol) {
    return (to, node, role) -> {
      ConcreteTree tree = to.tree();
      int opened = to.open(Kind.COMPREHENSION, role, node);
      to.symbol(opened, symbol);
      to.field(node, "body", Role.ELEMENT);
      int clause = NONE;
      for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
        if (tree.is(child, "for_in_clause")) {
          clause = child;
          to.open(Kind.COMPREHENSION_CLAUSE, Role.CLAUSE, clause);
          to.field(clause, "left", Role.NAME);
          to.field(clause, "right", Role.ITERABLE);
        } else if (tree.is(child, "if_clause")) {
          to.children(child, Role.CONDITION);
        }
        int next = tree.nextNamed(child);
        if (clause != NONE && (next == NONE || !tree.is(next, "if_clause"))) {
          to.close(child);
          clause = NONE;
        }
      }
      to.close(node);
    };
  }

  private static void genericType(Lowering to, int node, Role role) {
    to.open(Kind.GENERIC_TYPE, role, node);
    ConcreteTree tree = to.tree();
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, tree.is(child, "type_parameter") ? Role.TYPE_ARGUMENTS : Role.TYPE);
    }
    to.close(node);
  }

  private static void expressionStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int first = tree.firstNamed(node);
    boolean declares =
        tree.is(first, "assignment")
            && tree.child(first, "type") != NONE
            && (tree.is(tree.child(first, "left"), "identifier")
                || tree.child(first, "right") == NONE);
    if (declares) {
      to.lower(first, role);
      return;
    }
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    if (tree.has(node, ",")) {
      to.open(Kind.TUPLE, Role.VALUE, node);
      to.children(node, Role.ELEMENT);
      to.close(node);
    } else {
      to.children(node, Role.VALUE);
    }
    to.close(node);
  }

  private static void ifStatement(Lowering to, int node, Role role) {
    to.open(Kind.IF, role, node);
    to.field(node, "condition", Role.CONDITION);
    to.field(node, "consequence", Role.THEN);
    elseIf(to, node, to.tree().child(node, "alternative"));
    to.close(node);
  }

  /** The {@code elif} and {@code else} clauses from {@code clause} on, each within the former. */
  private static void elseIf(Lowering to, int ifStatement, int clause) {
    if (clause == NONE || !to.enter(clause, Role.ELSE)) {
      return;
    }
    ConcreteTree tree = to.tree();
    if (tree.is(clause, "elif_clause")) {
      to.open(Kind.IF, Role.ELSE, clause);
      to.field(clause, "condition", Role.CONDITION);
      to.field(clause, "consequence", Role.THEN);
      elseIf(to, ifStatement, tree.nextNamed(clause));
      to.close(ifStatement);
    } else {
      to.lower(clause, Role.ELSE);
    }
    to.leave();
  }

  private static void tryStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TRY, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      Role part =
          switch (tree.type(child)) {
            case "block" -> Role.BODY;
            case "else_clause" -> Role.ELSE;
            case "finally_clause" -> Role.FINALLY;
            default -> Role.CATCH;
          };
      to.lower(child, part);
    }
    to.close(node);
  }

  private static void except(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.CATCH, role, node);
    int value = tree.child(node, "value");
    if (value != NONE) {
      to.open(Kind.PARAMETER, Role.PARAMETER, value);
      if (tree.is(value, "as_pattern")) {
        to.lower(tree.firstNamed(value), Role.TYPE);
        alias(to, value);
      } else {
        to.field(node, "value", Role.TYPE);
      }
      to.close(value);
    }
    int body = tree.lastNamed(node);
    if (tree.is(body, "block")) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }

  /** The name after {@code as}. */
  private static void alias(Lowering to, int asPattern) {
    int alias = to.tree().child(asPattern, "alias");
    if (alias != NONE) {
      to.children(alias, Role.NAME);
    }
  }

  private static void withItem(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.child(node, "value");
    if (tree.is(value, "as_pattern")) {
      to.open(Kind.VARIABLE, role, node);
      to.lower(tree.firstNamed(value), Role.VALUE);
      alias(to, value);
      to.close(node);
    } else {
      to.children(node, role);
    }
  }

  private static void assertStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.ASSERT, role, node);
    Role next = Role.CONDITION;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      to.lower(child, next);
      next = Role.MESSAGE;
    }
    to.close(node);
  }

  private static void delete(Lowering to, int node, Role role) {
    int only = to.tree().firstNamed(node);
    to.open(Kind.DELETE, role, node);
    to.children(to.tree().is(only, "expression_list") ? only : node, Role.VALUE);
    to.close(node);
  }

  /** {@code print x} and {@code exec x} of Python 2 are calls. */
  private static void callStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int keyword = tree.firstChild(node);
    int first = tree.firstNamed(node);
    to.open(Kind.EXPRESSION_STATEMENT, role, node);
    to.open(Kind.CALL, Role.VALUE, node);
    to.leaf(Kind.IDENTIFIER, Role.CALLEE, to.text(keyword), keyword);
    if (first != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
      to.children(node, Role.ARGUMENT);
      to.close(node);
    }
    to.close(node);
    to.close(node);
  }

  private static void decorated(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int definition = tree.child(node, "definition");
    if (tree.is(definition, "function_definition")) {
      function(to, definition, node, role);
    } else if (tree.is(definition, "class_definition")) {
      classDefinition(to, definition, node, role);
    } else {
      to.other(node, role);
    }
  }

  private static void annotations(Lowering to, int definition, int whole) {
    ConcreteTree tree = to.tree();
    if (whole != definition) {
      for (int child = tree.firstNamed(whole); child != NONE; child = tree.nextNamed(child)) {
        if (child != definition) {
          to.lower(child, Role.ANNOTATION);
        }
      }
    }
  }

  private static void function(Lowering to, int node, int whole, Role role) {
    to.open(Kind.FUNCTION, role, whole);
    annotations(to, node, whole);
    to.modifiers(ASYNC, node);
    to.field(node, "name", Role.NAME);
    typeParameters(to, node);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "return_type", Role.TYPE);
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  private static void classDefinition(Lowering to, int node, int whole, Role role) {
    int opened = to.open(Kind.CLASS, role, whole);
    to.symbol(opened, "class");
    annotations(to, node, whole);
    to.field(node, "name", Role.NAME);
    typeParameters(to, node);
    int superclasses = to.tree().child(node, "superclasses");
    if (superclasses != NONE) {
      to.children(superclasses, Role.SUPERCLASS);
    }
    to.field(node, "body", Role.BODY);
    to.close(whole);
  }

  private static void typeParameters(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    int parameters = tree.child(node, "type_parameters");
    if (parameters == NONE) {
      return;
    }
    to.open(Kind.TYPE_PARAMETER_LIST, Role.TYPE_PARAMETERS, parameters);
    for (int child = tree.firstNamed(parameters); child != NONE; child = tree.nextNamed(child)) {
      to.open(Kind.PARAMETER, Role.PARAMETER, child);
      to.lower(child, Role.NAME);
      to.close(child);
    }
    to.close(parameters);
  }

  private static void parameter(Lowering to, int node) {
    ConcreteTree tree = to.tree();
    switch (tree.type(node)) {
      case "identifier", "tuple_pattern" -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.lower(node, Role.NAME);
      }
      case "list_splat_pattern", "dictionary_splat_pattern" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        splat(to, opened, node);
      }
      case "default_parameter", "typed_default_parameter" -> {
        to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.field(node, "name", Role.NAME);
        to.field(node, "type", Role.TYPE);
        to.field(node, "value", Role.VALUE);
      }
      case "typed_parameter" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        int name = tree.firstNamed(node);
        if (tree.is(name, "identifier")) {
          to.lower(name, Role.NAME);
        } else {
          splat(to, opened, name);
        }
        to.field(node, "type", Role.TYPE);
      }
      case "keyword_separator" -> {
        int opened = to.open(Kind.PARAMETER, Role.PARAMETER, node);
        to.symbol(opened, "*");
      }
      default -> {
        to.lower(node, Role.PARAMETER);
        return;
      }
    }
    to.close(node);
  }

  private static void splat(Lowering to, int parameter, int node) {
    to.symbol(parameter, to.tree().is(node, "list_splat_pattern") ? "*" : "**");
    to.children(node, Role.NAME);
  }
}
