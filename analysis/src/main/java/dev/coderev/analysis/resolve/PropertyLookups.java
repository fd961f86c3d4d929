package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Calls that read a key of a properties file: {@code props.getProperty("key", "default")} where
 * {@code props} was loaded from a named resource, and {@code
 * ResourceBundle.getBundle("name").getString("key")}.
 */
final class PropertyLookups {
  /** Stands for an object that more than one resource, or an unknown one, is loaded into. */
  private static final String SEVERAL = "";

  private final SyntaxTree tree;
  private final Declarations declarations;
  private final PropertyFiles files;
  private final Map<Integer, String> resources = new HashMap<>();

  PropertyLookups(SyntaxTree tree, Declarations declarations, PropertyFiles files) {
    this.tree = tree;
    this.declarations = declarations;
    this.files = files;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.CALL)) {
        load(node);
      } else if (tree.is(node, Kind.VARIABLE) || tree.is(node, Kind.ASSIGN)) {
        bundle(node);
      }
    }
  }

  /**
   * The constant that a call looks up, empty where it is no such look-up or not known.
   *
   * @param constant tells the constant that an expression is
   */
  Optional<Constant> of(int call, Function<Integer, Optional<Constant>> constant) {
    int callee = tree.child(call, Role.CALLEE);
    int arguments = tree.child(call, Role.ARGUMENTS);
    int key = arguments == NONE ? NONE : tree.firstChild(arguments);
    String name = methodName(callee);
    if (key == NONE || !(name.equals("getProperty") || name.equals("getString"))) {
      return Optional.empty();
    }
    String resource = resourceOf(tree.child(callee, Role.OBJECT));
    if (resource.isEmpty() || !(constant.apply(key).orElse(null) instanceof Constant.Text text)) {
      return Optional.empty();
    }
    int otherwise = tree.nextSibling(key);
    return switch (files.find(resource, text.value())) {
      case PropertyFiles.Answer.Found(String value) -> Optional.of(new Constant.Text(value));
      case PropertyFiles.Answer.Missing() ->
          otherwise == NONE ? Optional.empty() : constant.apply(otherwise);
      case PropertyFiles.Answer.Unknown() -> Optional.empty();
    };
  }

  private String resourceOf(int object) {
    if (object == NONE) {
      return "";
    }
    String made = bundleName(object);
    return made.isEmpty() ? resources.getOrDefault(declarations.of(object), "") : made;
  }

  /** {@code props.load(… "file.properties" …)}. */
  private void load(int call) {
    int callee = tree.child(call, Role.CALLEE);
    if (!methodName(callee).equals("load")) {
      return;
    }
    int declaration = declarations.of(tree.child(callee, Role.OBJECT));
    if (declaration != NONE) {
      put(declaration, named(call, new HashSet<>()));
    }
  }

  /** {@code ResourceBundle b = ResourceBundle.getBundle("name")}. */
  private void bundle(int node) {
    boolean variable = tree.is(node, Kind.VARIABLE);
    int target = tree.child(node, variable ? Role.NAME : Role.LEFT);
    int value = tree.child(node, variable ? Role.VALUE : Role.RIGHT);
    String made = value == NONE ? "" : bundleName(value);
    int declaration = made.isEmpty() ? NONE : declarations.of(target);
    if (declaration != NONE) {
      put(declaration, made);
    }
  }

  private void put(int declaration, String resource) {
    String before = resources.putIfAbsent(declaration, resource);
    if (before != null && !before.equals(resource)) {
      resources.put(declaration, SEVERAL);
    }
  }

  private String bundleName(int value) {
    int callee = tree.is(value, Kind.CALL) ? tree.child(value, Role.CALLEE) : NONE;
    int arguments = tree.is(value, Kind.CALL) ? tree.child(value, Role.ARGUMENTS) : NONE;
    int first = arguments == NONE ? NONE : tree.firstChild(arguments);
    return methodName(callee).equals("getBundle") && first != NONE && tree.is(first, Kind.STRING)
        ? tree.symbol(first).replace('.', '/') + PropertyFiles.ENDING
        : "";
  }

  /** The one properties file that an expression names, itself or by the variables in it. */
  private String named(int node, Set<Integer> seen) {
    String found = "";
    for (int at = node; at < tree.subtreeEnd(node); at++) {
      String here = "";
      if (tree.is(at, Kind.STRING) && tree.symbol(at).endsWith(PropertyFiles.ENDING)) {
        here = tree.symbol(at);
      } else if (tree.is(at, Kind.IDENTIFIER)) {
        here = named(declarations.of(at), at, seen);
      }
      if (!here.isEmpty()) {
        if (!found.isEmpty() && !found.equals(here)) {
          return SEVERAL;
        }
        found = here;
      }
    }
    return found;
  }

  private String named(int declaration, int use, Set<Integer> seen) {
    int declaring = declaration == NONE ? NONE : declarations.declaring(declaration);
    if (declaring == NONE || tree.isWithin(use, declaring) || !seen.add(declaring)) {
      return "";
    }
    int value = tree.is(declaring, Kind.VARIABLE) ? tree.child(declaring, Role.VALUE) : NONE;
    return value == NONE ? "" : named(value, seen);
  }

  private String methodName(int callee) {
    int name =
        callee != NONE && tree.is(callee, Kind.MEMBER) ? tree.child(callee, Role.NAME) : NONE;
    return name == NONE ? "" : tree.symbol(name);
  }
}
