package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A construct that becomes one node whose children play the roles that a table gives them.
 *
 * <p>Named children of a field in the table take its role, all others the role of {@link #rest}.
 * Keywords and punctuation vanish.
 */
public final class Shape implements Construct {
  private record Part(String field, @Nullable Role role) {}

  private final Kind kind;
  private final List<Part> parts;
  private final Role rest;
  private final String symbol;
  private final String symbolField;

  private Shape(Kind kind, List<Part> parts, Role rest, String symbol, String symbolField) {
    this.kind = kind;
    this.parts = parts;
    this.rest = rest;
    this.symbol = symbol;
    this.symbolField = symbolField;
  }

  public static Shape of(Kind kind) {
    return new Shape(kind, List.of(), Role.CHILD, "", "");
  }

  /** A node without children whose symbol is its text. */
  public static Construct leaf(Kind kind) {
    return (to, node, role) -> to.leaf(kind, role, to.text(node), node);
  }

  /** A node without children and with this symbol. */
  public static Construct leaf(Kind kind, String symbol) {
    return (to, node, role) -> to.leaf(kind, role, symbol, node);
  }

  /** Children in {@code field} play {@code role}. */
  public Shape field(String field, Role role) {
    return with(new Part(field, role));
  }

  /** Children in {@code field} vanish. */
  public Shape without(String field) {
    return with(new Part(field, null));
  }

  /** All other named children play {@code role}. */
  public Shape rest(Role role) {
    return new Shape(kind, parts, role, symbol, symbolField);
  }

  public Shape symbol(String fixed) {
    return new Shape(kind, parts, rest, fixed, "");
  }

  /** The symbol is the text of {@code field}, an operator as a rule; that child vanishes. */
  public Shape symbolOf(String field) {
    return new Shape(kind, parts, rest, "", field).without(field);
  }

  private Shape with(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Shape(kind, List.copyOf(more), rest, symbol, symbolField);
  }

  @Override
  public void lower(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int opened = to.open(kind, role, node);
    if (!symbolField.isEmpty()) {
      int child = tree.child(node, symbolField);
      if (child >= 0) {
        to.symbol(opened, to.operator(child));
      }
    } else if (!symbol.isEmpty()) {
      to.symbol(opened, symbol);
    }
    for (int child = tree.firstNamed(node); child >= 0; child = tree.nextNamed(child)) {
      Role childRole = roleOf(tree.field(child));
      if (childRole != null) {
        to.lower(child, childRole);
      }
    }
    to.close(node);
  }

  private @Nullable Role roleOf(String field) {
    if (!field.isEmpty()) {
      for (Part part : parts) {
        if (part.field.equals(field)) {
          return part.role;
        }
      }
    }
    return rest;
  }
}
