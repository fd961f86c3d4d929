package dev.coderev.analysis.project;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads which names a file takes from other files and which it hands out. Used once. */
final class ModuleReader {
  private static final String DEFAULT = "default";

  private final SyntaxTree tree;
  private final Language language;
  private final List<Import> imports = new ArrayList<>();
  private final List<Import> handedOn = new ArrayList<>();
  private final Map<String, String> exports = new HashMap<>();

  ModuleReader(SyntaxTree tree) {
    this.tree = tree;
    this.language = tree.file().language();
  }

  List<Import> imports() {
    return imports;
  }

  List<Import> handedOn() {
    return handedOn;
  }

  /** Names of this file by the names under which they are handed out. */
  Map<String, String> exports() {
    return exports;
  }

  void read() {
    boolean script = language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
    for (int node = 1; node < tree.size(); node++) {
      switch (tree.kind(node)) {
        case IMPORT -> readImport(node);
        case FUNCTION, CLASS -> {
          if (script) {
            exportOf(node);
          }
        }
        case VARIABLE -> {
          if (script) {
            exportOf(node);
            require(node);
          }
        }
        case ASSIGN -> {
          if (script) {
            assigned(node);
          }
        }
        case OTHER -> {
          if (script && tree.rawType(node).equals("export_statement")) {
            exportStatement(node);
          }
        }
        default -> {}
      }
    }
  }

  // ---- imports ----

  private void readImport(int node) {
    String module = module(node);
    int alias = tree.child(node, Role.ALIAS);
    boolean elements = false;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.ELEMENT) {
        elements = true;
        element(child, module);
      }
    }
    if (alias != NONE) {
      imports.add(new Import(tree.symbol(alias), module, ""));
    } else if (!elements) {
      imports.add(new Import(localName(module), module, ""));
    }
  }

  private String module(int node) {
    String symbol = tree.symbol(node);
    int written = tree.child(node, Role.MODULE);
    String module = symbol.isEmpty() && written != NONE ? tree.text(written) : symbol;
    return module.replace('\\', '.').replace("::", ".").replaceFirst("^static\\s+", "");
  }

  private void element(int node, String module) {
    String name = tree.symbol(node);
    int written = tree.child(node, Role.NAME);
    if (name.isEmpty() && written != NONE) {
      name = tree.symbol(written);
    }
    int alias = tree.child(node, Role.ALIAS);
    String local = alias == NONE ? name : tree.symbol(alias);
    if (name.equals("*") && alias != NONE) {
      imports.add(new Import(local, module, ""));
    } else {
      imports.add(new Import(name.equals("*") ? "" : local, module, name));
    }
  }

  private String localName(String module) {
    return switch (language) {
      case PYTHON -> module;
      case GO, JAVASCRIPT, TYPESCRIPT -> module.substring(module.lastIndexOf('/') + 1);
      default -> module.substring(module.lastIndexOf('.') + 1);
    };
  }

  // ---- exports of scripts ----

  /** {@code export function f}, {@code export default class C}, {@code export const x}. */
  private void exportOf(int node) {
    int modifiers = tree.child(node, Role.MODIFIERS);
    int name = tree.child(node, Role.NAME);
    if (modifiers == NONE || name == NONE || !tree.is(name, Kind.IDENTIFIER)) {
      return;
    }
    boolean exported = false;
    boolean byDefault = false;
    for (int m = tree.firstChild(modifiers); m != NONE; m = tree.nextSibling(m)) {
      exported |= tree.symbol(m).equals("export");
      byDefault |= tree.symbol(m).equals(DEFAULT);
    }
    if (exported) {
      exports.put(byDefault ? DEFAULT : tree.symbol(name), tree.symbol(name));
    }
  }

  /** {@code export {a as b}}, {@code export * from "m"}, {@code export default x}. */
  private void exportStatement(int node) {
    String module = "";
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.STRING)) {
        module = tree.symbol(child);
      }
    }
    boolean named = false;
    for (int at = node + 1; at < tree.subtreeEnd(node); at++) {
      if (tree.is(at, Kind.OTHER) && tree.rawType(at).equals("export_specifier")) {
        named = true;
        int first = tree.firstChild(at);
        int second = first == NONE ? NONE : tree.nextSibling(first);
        if (first != NONE) {
          String name = tree.symbol(first);
          handOut(second == NONE ? name : tree.symbol(second), module, name);
        }
      }
    }
    int value = tree.firstChild(node);
    if (!named && !module.isEmpty()) {
      handedOn.add(new Import("", module, "*"));
    } else if (!named && value != NONE) {
      byDefault(value);
    }
  }

  private void handOut(String name, String module, String element) {
    if (module.isEmpty()) {
      exports.put(name, element);
    } else {
      handedOn.add(new Import(name, module, element));
    }
  }

  private void byDefault(int value) {
    switch (tree.kind(value)) {
      case IDENTIFIER -> exports.put(DEFAULT, tree.symbol(value));
      case CLASS, FUNCTION -> {
        int name = tree.child(value, Role.NAME);
        if (name != NONE) {
          exports.put(DEFAULT, tree.symbol(name));
        }
      }
      default -> {}
    }
  }

  /** {@code module.exports = …} and {@code exports.name = …}. */
  private void assigned(int node) {
    int left = tree.child(node, Role.LEFT);
    int right = tree.child(node, Role.RIGHT);
    if (left == NONE || right == NONE || !tree.is(left, Kind.MEMBER)) {
      return;
    }
    String target = tree.text(left);
    if (target.equals("module.exports") || target.equals("exports")) {
      whole(right);
    } else if (target.startsWith("module.exports.") || target.startsWith("exports.")) {
      one(target.substring(target.lastIndexOf('.') + 1), right);
    }
  }

  private void whole(int value) {
    if (tree.is(value, Kind.MAP)) {
      for (int part = tree.firstChild(value); part != NONE; part = tree.nextSibling(part)) {
        if (tree.is(part, Kind.IDENTIFIER)) {
          exports.put(tree.symbol(part), tree.symbol(part));
        } else if (tree.is(part, Kind.PAIR)) {
          int key = tree.child(part, Role.KEY);
          int name = tree.child(part, Role.VALUE);
          if (key != NONE && name != NONE) {
            one(tree.symbol(key), name);
          }
        }
      }
      return;
    }
    String module = required(value);
    if (!module.isEmpty()) {
      handedOn.add(new Import(DEFAULT, module, ""));
      handedOn.add(new Import("", module, "*"));
    }
    byDefault(value);
  }

  private void one(String name, int value) {
    String module = required(value);
    if (!module.isEmpty()) {
      handedOn.add(new Import(name, module, ""));
    } else if (tree.is(value, Kind.IDENTIFIER)) {
      exports.put(name, tree.symbol(value));
    }
  }

  // ---- require ----

  /** {@code const x = require("m")} and {@code const {a, b: c} = require("m")}. */
  private void require(int variable) {
    int name = tree.child(variable, Role.NAME);
    int value = tree.child(variable, Role.VALUE);
    String module = value == NONE ? "" : required(value);
    if (name == NONE || module.isEmpty()) {
      return;
    }
    if (tree.is(name, Kind.IDENTIFIER)) {
      imports.add(new Import(tree.symbol(name), module, ""));
      return;
    }
    for (int child = tree.firstChild(name); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.IDENTIFIER)) {
        imports.add(new Import(tree.symbol(child), module, tree.symbol(child)));
      } else if (tree.is(child, Kind.PAIR)) {
        int key = tree.child(child, Role.KEY);
        int local = tree.child(child, Role.VALUE);
        if (key != NONE && local != NONE) {
          imports.add(new Import(tree.symbol(local), module, tree.symbol(key)));
        }
      }
    }
  }

  /** The module that an expression requires, empty where it requires none. */
  private String required(int value) {
    if (!tree.is(value, Kind.CALL)) {
      return "";
    }
    int callee = tree.child(value, Role.CALLEE);
    int arguments = tree.child(value, Role.ARGUMENTS);
    int first = arguments == NONE ? NONE : tree.firstChild(arguments);
    return callee != NONE
            && first != NONE
            && tree.symbol(callee).equals("require")
            && tree.is(first, Kind.STRING)
        ? tree.symbol(first)
        : "";
  }
}
