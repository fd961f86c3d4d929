package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** Python's imports. */
final class PythonImports {
  private PythonImports() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("import_statement", PythonImports::modules)
        .on("import_from_statement", PythonImports::names)
        .on("future_import_statement", PythonImports::names)
        .on("dotted_name", PythonImports::dottedName)
        .on(
            "relative_import",
            (to, node, role) -> to.leaf(Kind.IDENTIFIER, role, to.text(node), node));
  }

  /** {@code import a.b as c, d}: one IMPORT for each module. */
  private static void modules(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    boolean single = tree.namedCount(node) == 1;
    for (int item = tree.firstNamed(node); item != NONE; item = tree.nextNamed(item)) {
      int module = tree.is(item, "aliased_import") ? tree.child(item, "name") : item;
      int opened = to.open(Kind.IMPORT, role, single ? node : item);
      to.symbol(opened, dotted(to, module));
      to.lower(module, Role.MODULE);
      if (module != item) {
        to.field(item, "alias", Role.ALIAS);
      }
      to.close(single ? node : item);
    }
  }

  private static void names(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int module = tree.child(node, "module_name");
    int opened = to.open(Kind.IMPORT, role, node);
    if (module != NONE) {
      to.symbol(opened, dotted(to, module));
      to.lower(module, Role.MODULE);
    } else {
      int future = tree.childOfType(node, "__future__");
      to.symbol(opened, "__future__");
      to.leaf(Kind.IDENTIFIER, Role.MODULE, "__future__", future == NONE ? node : future);
    }
    for (int item = tree.firstNamed(node); item != NONE; item = tree.nextNamed(item)) {
      if (tree.is(item, "wildcard_import")) {
        imported(to, item, item, "*");
      } else if (tree.field(item).equals("name")) {
        int name = tree.is(item, "aliased_import") ? tree.child(item, "name") : item;
        imported(to, item, name, dotted(to, name));
      }
    }
    to.close(node);
  }

  private static void imported(Lowering to, int item, int name, String symbol) {
    int opened = to.open(Kind.IMPORTED_NAME, Role.ELEMENT, item);
    to.symbol(opened, symbol);
    to.leaf(Kind.IDENTIFIER, Role.NAME, symbol, name);
    if (name != item) {
      to.field(item, "alias", Role.ALIAS);
    }
    to.close(item);
  }

  /** The module as written, without spaces. */
  private static String dotted(Lowering to, int node) {
    String written = to.text(node);
    return written.indexOf(' ') < 0 ? written : written.replace(" ", "");
  }

  /** {@code a.b.c} is a MEMBER of a MEMBER. */
  private static void dottedName(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int names = tree.namedCount(node);
    for (int i = names; i > 1; i--) {
      int opened = to.open(Kind.MEMBER, i == names ? role : Role.OBJECT, node);
      to.symbol(opened, ".");
    }
    int name = tree.firstNamed(node);
    to.lower(name, names > 1 ? Role.OBJECT : role);
    for (int i = 1; i < names; i++) {
      name = tree.nextNamed(name);
      to.lower(name, Role.NAME);
      to.close(name);
    }
  }
}
