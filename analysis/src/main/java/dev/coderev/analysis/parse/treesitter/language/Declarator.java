package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Arrays;

/**
 * What C and C++ write around a declared name, from the outside in.
 *
 * <p>{@code char *argv[]} is a pointer around an array around {@code argv}, and so {@code argv} an
 * array of pointers to {@code char}: the innermost layer is the outermost type.
 *
 * @param layers the pointers, arrays and functions, the outermost first
 * @param name the declared name, or {@link ConcreteTree#NONE}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Declarator(int[] layers, int name) {

  /** The layers of {@code declarator}, which may be {@link ConcreteTree#NONE}. */
  static Declarator of(ConcreteTree tree, int declarator) {
    int[] layers = new int[4];
    int count = 0;
    int at = declarator;
    while (at != NONE && tree.type(at).endsWith("_declarator")) {
      if (tree.is(at, "structured_binding_declarator")) {
        break;
      }
      if (isLayer(tree, at)) {
        if (count == layers.length) {
          layers = Arrays.copyOf(layers, count * 2);
        }
        layers[count++] = at;
      }
      at = inner(tree, at);
    }
    return new Declarator(Arrays.copyOf(layers, count), at);
  }

  private static boolean isLayer(ConcreteTree tree, int node) {
    return isPointer(tree, node) || isArray(tree, node) || isFunction(tree, node);
  }

  private static boolean isPointer(ConcreteTree tree, int node) {
    String type = tree.type(node);
    return type.endsWith("pointer_declarator")
        || type.endsWith("reference_declarator")
        || type.equals("pointer_type_declarator");
  }

  private static boolean isArray(ConcreteTree tree, int node) {
    return tree.type(node).endsWith("array_declarator");
  }

  private static boolean isFunction(ConcreteTree tree, int node) {
    return tree.type(node).endsWith("function_declarator");
  }

  private static int inner(ConcreteTree tree, int node) {
    int inner = tree.child(node, "declarator");
    if (inner != NONE || isArray(tree, node) || isFunction(tree, node)) {
      return inner;
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      String type = tree.type(child);
      if (type.endsWith("declarator") || type.endsWith("identifier")) {
        return child;
      }
    }
    return NONE;
  }

  /** The layer that makes the name a function, or {@link ConcreteTree#NONE}. */
  int function(ConcreteTree tree) {
    int last = layers.length == 0 ? NONE : layers[layers.length - 1];
    return last != NONE && isFunction(tree, last) ? last : NONE;
  }

  /** Writes the type of the name: {@code type} with all layers around it. */
  void type(Lowering to, int type, Role role) {
    type(to, type, role, layers.length);
  }

  /** Writes what the function returns: {@code type} with the layers outside the function. */
  void returnType(Lowering to, int type) {
    type(to, type, Role.TYPE, layers.length - 1);
  }

  private void type(Lowering to, int type, Role role, int count) {
    if (type == NONE) {
      return;
    }
    ConcreteTree tree = to.tree();
    for (int i = count - 1; i >= 0; i--) {
      Role part = i == count - 1 ? role : Role.TYPE;
      int layer = layers[i];
      if (isPointer(tree, layer)) {
        int opened = to.openFrom(tree.start(type), Kind.POINTER_TYPE, part, layer);
        to.symbol(opened, tree.type(tree.firstChild(layer)));
      } else {
        to.openFrom(
            tree.start(type), isArray(tree, layer) ? Kind.ARRAY_TYPE : Kind.OTHER, part, layer);
      }
    }
    to.lower(type, count == 0 ? role : Role.TYPE);
    int end = tree.end(type);
    for (int i = 0; i < count; i++) {
      int layer = layers[i];
      if (isPointer(tree, layer)) {
        end = Math.max(end, tree.end(tree.firstChild(layer)));
      } else {
        to.field(layer, "size", Role.CHILD);
        to.field(layer, "parameters", Role.PARAMETERS);
        end = Math.max(end, tree.end(layer));
      }
      to.closeAt(end);
    }
  }
}
