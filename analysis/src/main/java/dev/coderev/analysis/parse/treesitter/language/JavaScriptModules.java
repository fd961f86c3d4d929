package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/**
 * Imports and exports of JavaScript and TypeScript.
 *
 * <p>{@code import a from "m"} imports the name {@code default} under the alias {@code a}; {@code
 * import * as n from "m"} gives the module the alias {@code n}.
 */
final class JavaScriptModules {
  private JavaScriptModules() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("import_statement", JavaScriptModules::importStatement)
        .on("export_statement", JavaScriptModules::exportStatement);
  }

  private static void importStatement(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int required = tree.childOfType(node, "import_require_clause");
    int clause = tree.childOfType(node, "import_clause");
    int source = tree.child(required == NONE ? node : required, "source");
    int opened = to.open(Kind.IMPORT, role, node);
    if (source != NONE) {
      String quoted = to.text(source);
      to.symbol(opened, quoted.substring(1, Math.max(1, quoted.length() - 1)));
    }
    if (required != NONE) {
      to.lower(tree.firstNamed(required), Role.ALIAS);
    }
    if (clause != NONE) {
      importClause(to, clause);
    }
    if (source != NONE) {
      to.lower(source, Role.MODULE);
    }
    to.close(node);
  }

  private static void importClause(Lowering to, int clause) {
    ConcreteTree tree = to.tree();
    for (int item = tree.firstNamed(clause); item != NONE; item = tree.nextNamed(item)) {
      switch (tree.type(item)) {
        case "identifier" -> {
          int opened = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, item);
          to.symbol(opened, "default");
          to.leaf(Kind.IDENTIFIER, Role.NAME, "default", item);
          to.lower(item, Role.ALIAS);
          to.close(item);
        }
        case "namespace_import" -> to.children(item, Role.ALIAS);
        case "named_imports" -> {
          for (int name = tree.firstNamed(item); name != NONE; name = tree.nextNamed(name)) {
            importedName(to, name);
          }
        }
        default -> to.lower(item, Role.CHILD);
      }
    }
  }

  private static void importedName(Lowering to, int node) {
    int name = to.tree().child(node, "name");
    int opened = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, node);
    if (name != NONE) {
      to.symbol(opened, to.text(name));
    }
    to.field(node, "name", Role.NAME);
    to.field(node, "alias", Role.ALIAS);
    to.close(node);
  }

  /** An exported declaration is the declaration; it finds the {@code export} around itself. */
  private static void exportStatement(Lowering to, int node, Role role) {
    int declaration = to.tree().child(node, "declaration");
    if (declaration == NONE) {
      to.other(node, role);
    } else {
      to.lower(declaration, role);
    }
  }
}
