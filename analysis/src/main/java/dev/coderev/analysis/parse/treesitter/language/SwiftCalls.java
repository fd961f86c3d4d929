package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Swift's calls, member access and closures; a trailing closure is the last argument. */
final class SwiftCalls {
  private SwiftCalls() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements("call_expression")
        .on("call_expression", SwiftCalls::callOrDefer)
        .on("constructor_expression", SwiftCalls::call)
        .on("value_arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("value_argument", SwiftCalls::argument)
        .on("value_argument_label", Construct.ONLY_CHILD)
        .on("navigation_expression", SwiftCalls::member)
        .on("navigation_suffix", Construct.ONLY_CHILD)
        .on("lambda_literal", SwiftCalls::lambda);
  }

  /** {@code defer { … }} looks like a call to the grammar. */
  private static void callOrDefer(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int callee = tree.firstNamed(node);
    int suffix = tree.lastNamed(node);
    int closure = tree.childOfType(suffix, "lambda_literal");
    boolean defers =
        closure != NONE
            && tree.is(callee, "simple_identifier")
            && tree.childOfType(suffix, "value_arguments") == NONE
            && to.text(callee).equals("defer");
    if (defers) {
      to.open(Kind.DEFER, role, node);
      SwiftStatements.braces(to, closure, tree.childOfType(closure, "{"), Role.VALUE);
      to.close(node);
    } else if (role == Role.STATEMENT) {
      to.open(Kind.EXPRESSION_STATEMENT, role, node);
      call(to, node, Role.VALUE);
      to.close(node);
    } else {
      call(to, node, role);
    }
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int callee = tree.firstNamed(node);
    int suffix = tree.lastNamed(node);
    int arguments = tree.childOfType(suffix, "value_arguments");
    boolean indexes = arguments != NONE && tree.has(arguments, "[");
    to.open(indexes ? Kind.INDEX : Kind.CALL, role, node);
    to.lower(callee, indexes ? Role.OBJECT : Role.CALLEE);
    if (indexes) {
      to.children(arguments, Role.INDEX);
    } else if (tree.firstNamed(suffix) != NONE) {
      int first = tree.firstNamed(suffix);
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
      for (int child = first; child != NONE; child = tree.nextNamed(child)) {
        if (child == arguments) {
          to.children(child, Role.ARGUMENT);
        } else {
          to.lower(child, Role.ARGUMENT);
        }
      }
      to.close(suffix);
    }
    to.close(node);
  }

  private static void argument(Lowering to, int node, Role role) {
    if (to.tree().child(node, "name") == NONE) {
      to.children(node, role);
      return;
    }
    to.open(Kind.KEYWORD_ARGUMENT, role, node);
    to.field(node, "name", Role.NAME);
    to.field(node, "value", Role.VALUE);
    to.close(node);
  }

  private static void member(Lowering to, int node, Role role) {
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, to.tree().has(node, "?") ? "?." : ".");
    to.field(node, "target", Role.OBJECT);
    to.field(node, "suffix", Role.NAME);
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int type = tree.child(node, "type");
    int statements = tree.childOfType(node, "statements");
    to.open(Kind.LAMBDA, role, node);
    if (type != NONE) {
      int parameters = tree.childOfType(type, "lambda_function_type_parameters");
      if (parameters != NONE) {
        to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameters);
        for (int c = tree.firstNamed(parameters); c != NONE; c = tree.nextNamed(c)) {
          SwiftDeclarations.parameter(to, c, NONE);
        }
        to.close(parameters);
      }
      to.field(type, "name", Role.TYPE);
    }
    to.blockFrom(statements == NONE ? NONE : tree.firstNamed(statements), node, Role.BODY);
    to.close(node);
  }
}
