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

/** Ruby's methods, classes and modules. */
final class RubyDefinitions {
  private RubyDefinitions() {}

  static void addTo(Constructs constructs) {
    constructs
        .statements("method", "singleton_method", "class", "module", "singleton_class")
        .on(List.of("method", "singleton_method"), RubyDefinitions::method)
        .on("setter", Shape.leaf(Kind.IDENTIFIER))
        .on(
            List.of("method_parameters", "block_parameters", "lambda_parameters"),
            RubyDefinitions::parameters)
        .on("class", type("class"))
        .on("module", type("module"))
        .on("singleton_class", type("class"))
        .on("superclass", Construct.ONLY_CHILD);
  }

  private static void method(Lowering to, int node, Role role) {
    int name = to.tree().child(node, "name");
    int opened = to.open(Kind.FUNCTION, role, node);
    if (name != NONE && to.text(name).equals("initialize")) {
      to.symbol(opened, "constructor");
    }
    to.field(node, "object", Role.RECEIVER);
    to.field(node, "name", Role.NAME);
    to.field(node, "parameters", Role.PARAMETERS);
    to.field(node, "body", Role.BODY);
    to.close(node);
  }

  private static void parameters(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.PARAMETER_LIST, role, node);
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      String symbol =
          switch (tree.type(child)) {
            case "splat_parameter" -> "*";
            case "hash_splat_parameter" -> "**";
            case "block_parameter" -> "&";
            case "forward_parameter" -> "...";
            default -> "";
          };
      int opened = to.open(Kind.PARAMETER, Role.PARAMETER, child);
      to.symbol(opened, symbol);
      if (tree.type(child).endsWith("_parameter") && !tree.is(child, "destructured_parameter")) {
        to.field(child, "name", Role.NAME);
        to.field(child, "value", Role.VALUE);
      } else {
        to.lower(child, Role.NAME);
      }
      to.close(child);
    }
    to.close(node);
  }

  private static Construct type(String symbol) {
    return (to, node, role) -> {
      int opened = to.open(Kind.CLASS, role, node);
      to.symbol(opened, symbol);
      to.field(node, "name", Role.NAME);
      to.field(node, "superclass", Role.SUPERCLASS);
      to.field(node, "value", Role.CHILD);
      to.field(node, "body", Role.BODY);
      to.close(node);
    };
  }
}
