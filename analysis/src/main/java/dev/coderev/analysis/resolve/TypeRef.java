package dev.coderev.analysis.resolve;

import dev.coderev.analysis.tree.SyntaxTree;

/**
 * The static type of an expression: a type written somewhere in the file, or one known by name.
 *
 * @param node the type as written, or {@link SyntaxTree#NONE} where it follows from a literal or an
 *     operator
 * @param name as written without type arguments, for example {@code String} or {@code http.Request}
 */
public record TypeRef(int node, String name) {
  static TypeRef named(String name) {
    return new TypeRef(SyntaxTree.NONE, name);
  }
}
