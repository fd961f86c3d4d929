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

/**
 * Ruby: its expressions here, the rest beside it.
 *
 * <p>{@code a.b} without arguments is a MEMBER, as the source does not say whether it calls. A
 * block is the last argument of its call, a LAMBDA. Backquotes call a function of that name.
 */
public final class RubyConstructs {
  private RubyConstructs() {}

  public static Constructs all() {
    Constructs constructs = new Constructs();
    names(constructs);
    expressions(constructs);
    RubyStrings.addTo(constructs);
    RubyStatements.addTo(constructs);
    RubyDefinitions.addTo(constructs);
    return constructs;
  }

  private static void names(Constructs constructs) {
    constructs
        .on(
            List.of(
                "constant",
                "instance_variable",
                "class_variable",
                "global_variable",
                "self",
                "super",
                "operator"),
            Shape.leaf(Kind.IDENTIFIER))
        .statements("identifier", "call")
        .on("identifier", RubyConstructs::identifier)
        .on("scope_resolution", RubyConstructs::scope)
        .on(List.of("integer", "float"), Operators.NUMBER)
        .on("true", Shape.leaf(Kind.BOOLEAN, "true"))
        .on("false", Shape.leaf(Kind.BOOLEAN, "false"))
        .on("nil", Shape.leaf(Kind.NULL, ""));
  }

  private static void expressions(Constructs constructs) {
    constructs
        .on("call", RubyConstructs::callOrRaise)
        .on("argument_list", Shape.of(Kind.ARGUMENT_LIST).rest(Role.ARGUMENT))
        .on("splat_argument", Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE))
        .on("rest_assignment", Shape.of(Kind.SPREAD).symbol("*").rest(Role.VALUE))
        .on("hash_splat_argument", Shape.of(Kind.SPREAD).symbol("**").rest(Role.VALUE))
        .on("block_argument", Shape.of(Kind.SPREAD).symbol("&").rest(Role.VALUE))
        .on("element_reference", Shape.of(Kind.INDEX).field("object", Role.OBJECT).rest(Role.INDEX))
        .on("array", Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on("hash", Shape.of(Kind.MAP).rest(Role.ELEMENT))
        .on("pair", RubyConstructs::pair)
        .on(
            "assignment",
            Shape.of(Kind.ASSIGN).symbol("=").field("left", Role.LEFT).field("right", Role.RIGHT))
        .on(
            "operator_assignment",
            Shape.of(Kind.COMPOUND_ASSIGN)
                .field("left", Role.LEFT)
                .symbolOf("operator")
                .field("right", Role.RIGHT))
        .on(
            List.of(
                "left_assignment_list",
                "right_assignment_list",
                "destructured_left_assignment",
                "destructured_parameter"),
            Shape.of(Kind.TUPLE).rest(Role.ELEMENT))
        .on("binary", Operators.BINARY)
        .on(
            "range",
            Shape.of(Kind.BINARY)
                .field("begin", Role.LEFT)
                .symbolOf("operator")
                .field("end", Role.RIGHT))
        .on("unary", Shape.of(Kind.UNARY).symbolOf("operator").field("operand", Role.VALUE))
        .on("conditional", Operators.CONDITIONAL)
        .on("parenthesized_statements", Construct.ONLY_CHILD)
        .on(List.of("block", "do_block", "lambda"), RubyConstructs::lambda)
        .on("yield", RubyConstructs::yieldValues);
  }

  private static void scope(Lowering to, int node, Role role) {
    if (to.tree().child(node, "scope") == NONE) {
      to.field(node, "name", role);
      return;
    }
    int opened = to.open(Kind.MEMBER, role, node);
    to.symbol(opened, "::");
    to.field(node, "scope", Role.OBJECT);
    to.field(node, "name", Role.NAME);
    to.close(node);
  }

  private static void identifier(Lowering to, int node, Role role) {
    if (role == Role.STATEMENT) {
      boolean raises = to.text(node).equals("raise");
      to.open(raises ? Kind.THROW : Kind.EXPRESSION_STATEMENT, role, node);
      if (!raises) {
        to.leaf(Kind.IDENTIFIER, Role.VALUE, to.text(node), node);
      }
      to.close(node);
    } else {
      to.leaf(Kind.IDENTIFIER, role, to.text(node), node);
    }
  }

  /** {@code raise E, "message"} throws its first argument. */
  private static void callOrRaise(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int method = tree.child(node, "method");
    int arguments = tree.child(node, "arguments");
    boolean raises =
        arguments != NONE
            && tree.child(node, "receiver") == NONE
            && tree.is(method, "identifier")
            && to.text(method).equals("raise");
    if (raises) {
      to.open(Kind.THROW, role, node);
      Role part = Role.VALUE;
      for (int c = tree.firstNamed(arguments); c != NONE; c = tree.nextNamed(c)) {
        to.lower(c, part);
        part = Role.CHILD;
      }
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
    int arguments = tree.child(node, "arguments");
    int block = tree.child(node, "block");
    if (arguments == NONE && block == NONE) {
      callee(to, node, role);
      return;
    }
    to.open(Kind.CALL, role, node);
    callee(to, node, Role.CALLEE);
    int first = arguments == NONE ? block : arguments;
    int last = block == NONE ? arguments : block;
    to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, first);
    if (arguments != NONE) {
      to.children(arguments, Role.ARGUMENT);
    }
    if (block != NONE) {
      to.lower(block, Role.ARGUMENT);
    }
    to.close(last);
    to.close(node);
  }

  /** {@code receiver.method} of a call, or the one of them that it has. */
  private static void callee(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int receiver = tree.child(node, "receiver");
    int method = tree.child(node, "method");
    if (receiver == NONE || method == NONE) {
      int only = receiver == NONE ? method : receiver;
      if (only != NONE) {
        to.lower(only, role);
      } else {
        to.other(node, role);
      }
      return;
    }
    int operator = tree.child(node, "operator");
    String sign = operator == NONE ? "." : to.operator(operator);
    int opened = to.open(Kind.MEMBER, role, receiver);
    to.symbol(opened, sign.equals("&.") ? "?." : sign);
    to.lower(receiver, Role.OBJECT);
    to.lower(method, Role.NAME);
    to.close(method);
  }

  /** {@code k: v} and {@code :k => v} among arguments are named arguments. */
  private static void pair(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int key = tree.child(node, "key");
    boolean symbol = tree.is(key, "hash_key_symbol") || tree.is(key, "simple_symbol");
    boolean argument = role == Role.ARGUMENT && symbol;
    to.open(argument ? Kind.KEYWORD_ARGUMENT : Kind.PAIR, role, node);
    if (argument) {
      String name = to.text(key);
      to.leaf(Kind.IDENTIFIER, Role.NAME, name.startsWith(":") ? name.substring(1) : name, key);
    } else {
      to.field(node, "key", Role.KEY);
    }
    to.field(node, "value", Role.VALUE);
    to.close(node);
  }

  private static void lambda(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.LAMBDA, role, node);
    to.field(node, "parameters", Role.PARAMETERS);
    int body = tree.child(node, "body");
    if (tree.is(body, "block") || tree.is(body, "do_block")) {
      body = tree.child(body, "body");
    }
    if (body != NONE) {
      to.lower(body, Role.BODY);
    }
    to.close(node);
  }

  private static void yieldValues(Lowering to, int node, Role role) {
    int opened = to.open(Kind.YIELD, role, node);
    to.symbol(opened, "yield");
    int arguments = to.tree().childOfType(node, "argument_list");
    if (arguments != NONE) {
      to.children(arguments, Role.VALUE);
    }
    to.close(node);
  }
}
