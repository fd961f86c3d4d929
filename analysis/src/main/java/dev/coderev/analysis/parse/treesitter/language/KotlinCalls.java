package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Kotlin's calls, member access and function values; a trailing lambda is the last argument. */
final class KotlinCalls {
  private KotlinCalls() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("call_expression", KotlinCalls::call)
        .on("value_arguments", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("value_argument", KotlinCalls::argument)
        .on("annotated_lambda", Construct.ONLY_CHILD)
        .on("spread_expression", Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE))
        .on("navigation_expression", KotlinCalls::suffixed)
        .on("indexing_expression", KotlinCalls::suffixed)
        .on("directly_assignable_expression", KotlinCalls::suffixed)
        .on("callable_reference", KotlinCalls::reference)
        .on("lambda_literal", KotlinCalls::lambda)
        .on("lambda_parameters", Shape.of(Kind.PARAMETER_LIST).rest(Role.PARAMETER))
        .on("anonymous_function", KotlinCalls::function)
        .on("object_literal", KotlinCalls::object);
  }

  private static void call(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int callee = tree.firstNamed(node);
    int suffix = tree.lastNamed(node);
    int lambda = tree.childOfType(suffix, "annotated_lambda");
    int arguments = tree.childOfType(suffix, "value_arguments");
    if (lambda != NONE && arguments == NONE && tree.is(callee, "call_expression")) {
      int inner = tree.lastNamed(callee);
      boolean merges =
          tree.childOfType(inner, "value_arguments") != NONE
              && tree.childOfType(inner, "annotated_lambda") == NONE;
      if (merges) {
        suffix = inner;
        arguments = tree.childOfType(inner, "value_arguments");
        callee = tree.firstNamed(callee);
      }
    }
    to.open(Kind.CALL, role, node);
    to.lower(callee, Role.CALLEE);
    int types = tree.childOfType(suffix, "type_arguments");
    if (types != NONE) {
      to.lower(types, Role.TYPE_ARGUMENTS);
    }
    int first = arguments == NONE ? lambda : arguments;
    if (first != NONE) {
      to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
      if (arguments != NONE) {
        to.children(arguments, Role.ARGUMENT);
      }
      if (lambda != NONE) {
        to.lower(lambda, Role.ARGUMENT);
      }
      to.close(lambda == NONE ? arguments : lambda);
    }
    to.close(node);
  }

  private static void argument(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int value = tree.lastNamed(node);
    if (value == NONE) {
      return;
    }
    int name = tree.firstNamed(node);
    if (!tree.has(node, "=") || name == value) {
      to.lower(value, role);
      return;
    }
    to.open(Kind.KEYWORD_ARGUMENT, role, node);
    to.lower(name, Role.NAME);
    to.lower(value, Role.VALUE);
    to.close(node);
  }

  /** An expression with suffixes {@code .a}, {@code ?.a} and {@code [i]} after it. */
  private static void suffixed(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int base = tree.firstNamed(node);
    int suffixes = tree.namedCount(node) - 1;
    for (int i = suffixes; i > 0; i--) {
      int suffix = suffix(tree, base, i);
      boolean index = tree.is(suffix, "indexing_suffix");
      int opened =
          to.open(index ? Kind.INDEX : Kind.MEMBER, i == suffixes ? role : Role.OBJECT, node);
      if (!index) {
        to.symbol(opened, to.operator(tree.firstChild(suffix)));
      }
    }
    to.lower(base, suffixes > 0 ? Role.OBJECT : role);
    for (int i = 1; i <= suffixes; i++) {
      int suffix = suffix(tree, base, i);
      to.children(suffix, tree.is(suffix, "indexing_suffix") ? Role.INDEX : Role.NAME);
      to.close(suffix);
    }
  }

  private static int suffix(ConcreteTree tree, int base, int number) {
    int suffix = base;
    for (int i = 0; i < number; i++) {
      suffix = tree.nextNamed(suffix);
    }
    return suffix;
  }

  /** {@code A::m}; {@code A::class} is a MEMBER. */
  private static void reference(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int word = tree.childOfType(node, "class");
    int first = tree.firstNamed(node);
    int last = tree.lastNamed(node);
    int opened = to.open(word == NONE ? Kind.METHOD_REFERENCE : Kind.MEMBER, role, node);
    if (word != NONE) {
      to.symbol(opened, "::");
      if (first != NONE) {
        to.lower(first, Role.OBJECT);
      }
      to.leaf(Kind.IDENTIFIER, Role.NAME, "class", word);
    } else {
      if (first != last) {
        to.lower(first, Role.OBJECT);
      }
      if (last != NONE) {
        to.lower(last, Role.NAME);
      }
    }
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int parameters = tree.childOfType(node, "lambda_parameters");
    int statements = tree.childOfType(node, "statements");
    to.open(Kind.LAMBDA, role, node);
    if (parameters != NONE) {
      to.open(Kind.PARAMETER_LIST, Role.PARAMETERS, parameters);
      for (int c = tree.firstNamed(parameters); c != NONE; c = tree.nextNamed(c)) {
        to.open(Kind.PARAMETER, Role.PARAMETER, c);
        KotlinDeclarations.nameAndType(to, c);
        to.close(c);
      }
      to.close(parameters);
    }
    to.blockFrom(statements == NONE ? NONE : tree.firstNamed(statements), node, Role.BODY);
    to.close(node);
  }

  private static void function(Lowering to, int node, Role role) {
    to.open(Kind.LAMBDA, role, node);
    KotlinDeclarations.functionParts(to, node);
    to.close(node);
  }

  /** {@code object : A(1), B { … }} creates the first of its types. */
  private static void object(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.NEW, role, node);
    Role part = Role.TYPE;
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "class_body")) {
        to.lower(child, Role.BODY);
      } else if (tree.is(child, "delegation_specifier")) {
        int invocation = tree.childOfType(child, "constructor_invocation");
        if (invocation != NONE && part == Role.TYPE) {
          to.lower(tree.firstNamed(invocation), Role.TYPE);
          to.lower(tree.lastNamed(invocation), Role.ARGUMENTS);
        } else {
          to.lower(child, part);
        }
        part = Role.CHILD;
      }
    }
    to.close(node);
  }
}
