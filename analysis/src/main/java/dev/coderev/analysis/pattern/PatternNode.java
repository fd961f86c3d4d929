package dev.coderev.analysis.pattern;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One node of a pattern: a syntax node or a hole. Immutable. */
final class PatternNode {
  /** No slot: not a metavariable, or the anonymous {@code $_}. */
  static final int NO_SLOT = -1;

  final Kind kind;
  final Role role;
  final String symbol;
  final String rawType;
  final List<PatternNode> children;
  final int slot;

  /** What a string literal stands for. */
  final Content content;

  final @Nullable Pattern regex;

  /** The roles that children have, each once, in the order of the children. */
  final List<Role> roles;

  /** The children in each of the {@link #roles}. */
  private final List<List<PatternNode>> byRole;

  /** The dotted name that a chain of plain names spells, otherwise empty. */
  final String dotted;

  /** The last part of {@link #dotted}. */
  final String lastName;

  PatternNode(
      Kind kind,
      Role role,
      String symbol,
      String rawType,
      List<PatternNode> children,
      int slot,
      Content content,
      @Nullable Pattern regex) {
    this.kind = kind;
    this.role = role;
    this.symbol = symbol;
    this.rawType = rawType;
    this.children = List.copyOf(children);
    this.slot = slot;
    this.content = content;
    this.regex = regex;
    this.roles = new ArrayList<>(this.children.size());
    this.byRole = new ArrayList<>(this.children.size());
    for (PatternNode child : this.children) {
      int at = roles.indexOf(child.role);
      if (at < 0) {
        at = roles.size();
        roles.add(child.role);
        byRole.add(new ArrayList<>(2));
      }
      byRole.get(at).add(child);
    }
    this.dotted = dotted(kind, symbol, this.children);
    this.lastName = dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  /** How the text of a string literal, or of an identifier, is to be compared. */
  enum Content {
    EXACT,
    /** {@code "..."}. */
    ANY,
    /** {@code "$X"}: the text is bound. */
    BOUND,
    /** {@code "=~/regex/"}. */
    REGEX
  }

  static PatternNode plain(
      Kind kind, Role role, String symbol, String rawType, List<PatternNode> children) {
    return new PatternNode(kind, role, symbol, rawType, children, NO_SLOT, Content.EXACT, null);
  }

  /** The same text between backticks, which may hold computed parts. */
  PatternNode ofTemplate() {
    return new PatternNode(kind, role, symbol, "`", children, slot, content, regex);
  }

  boolean isTemplate() {
    return rawType.equals("`");
  }

  PatternNode withRole(Role other) {
    return new PatternNode(kind, other, symbol, rawType, children, slot, content, regex);
  }

  PatternNode withChildren(List<PatternNode> others) {
    return new PatternNode(kind, role, symbol, rawType, others, slot, content, regex);
  }

  PatternNode without(PatternNode child) {
    List<PatternNode> others = new ArrayList<>(children);
    others.remove(child);
    return withChildren(others);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  @Nullable PatternNode child(Role wanted) {
    for (PatternNode child : children) {
      if (child.role == wanted) {
        return child;
      }
    }
    return null;
  }

  List<PatternNode> children(Role wanted) {
    int at = roles.indexOf(wanted);
    return at < 0 ? List.of() : byRole.get(at);
  }

  /** Whether it takes any number of nodes of a list. */
  boolean isEllipsis() {
    return kind == Kind.ELLIPSIS || kind == Kind.ELLIPSIS_METAVARIABLE;
  }

  boolean isMetavariable() {
    return kind == Kind.METAVARIABLE;
  }

  private static String dotted(Kind kind, String symbol, List<PatternNode> children) {
    if (kind == Kind.IDENTIFIER) {
      return symbol;
    }
    if (kind == Kind.MEMBER && children.size() == 2) {
      String object = children.getFirst().dotted;
      PatternNode name = children.getLast();
      return object.isEmpty() || !name.is(Kind.IDENTIFIER) ? "" : object + "." + name.symbol;
    }
    return "";
  }

  /** An outline, for tests and messages. */
  String outline() {
    StringBuilder out = new StringBuilder();
    outline(0, out);
    return out.toString();
  }

  private void outline(int depth, StringBuilder out) {
    out.append("  ".repeat(depth));
    if (role != Role.CHILD) {
      out.append(role).append(": ");
    }
    out.append(kind);
    if (!symbol.isEmpty()) {
      out.append(" '").append(symbol).append('\'');
    }
    out.append('\n');
    for (PatternNode child : children) {
      child.outline(depth + 1, out);
    }
  }
}
