package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Matches binary operators up to associativity, and up to commutativity where it is asked for. */
final class Operators {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final Slots slots;
  private final MatchOptions options;

  Operators(CodeMatcher matcher, SyntaxTree tree, Slots slots, MatchOptions options) {
    this.matcher = matcher;
    this.tree = tree;
    this.slots = slots;
    this.options = options;
  }

  static boolean sameOperator(String wanted, String given, MatchOptions options) {
    return wanted.equals(given);
  }

  boolean match(PatternNode p, int t, Next next) {
    PatternNode left = p.child(Role.LEFT);
    PatternNode right = p.child(Role.RIGHT);
    int first = tree.child(t, Role.LEFT);
    int second = tree.child(t, Role.RIGHT);
    if (left == null || right == null || first == NONE || second == NONE) {
      return false;
    }
    if (isAssociative(p.symbol) && options.acMatching()) {
      List<PatternNode> wanted = new ArrayList<>();
      flatten(p, wanted);
      List<Integer> given = new ArrayList<>();
      flatten(t, given);
      int[] operands = given.stream().mapToInt(Integer::intValue).toArray();
      boolean many = wanted.size() > 3 && operands.length > 5;
      Next enough = many ? () -> endsWith(next) : next;
      return isCommutative(p.symbol)
          ? anyOrder(wanted, operands, 0, new boolean[operands.length], enough)
          : inOrder(wanted, operands, 0, 0, next);
    }
    if (matcher.match(left, first, () -> matcher.match(right, second, next))) {
      return true;
    }
    if (right.is(Kind.ELLIPSIS)
        && tree.is(first, Kind.BINARY)
        && tree.symbol(first).equals(p.symbol)
        && matcher.match(p, first, next)) {
      return true;
    }
    return options.symmetricEquality()
        && (p.symbol.equals("==") || p.symbol.equals("!="))
        && matcher.match(left, second, () -> matcher.match(right, first, next));
  }

  /** Runs what remains and ends the search: one way among very many is enough. */
  private static boolean endsWith(Next next) {
    next.run();
    return true;
  }

  private static boolean isAssociative(String operator) {
    return switch (operator) {
      case "&&", "||", "|", "&", "^" -> true;
      default -> false;
    };
  }

  private boolean isCommutative(String operator) {
    return switch (operator) {
      case "|", "&", "^" -> true;
      case "&&", "||" -> options.commutativeBooleans();
      default -> false;
    };
  }

  private static void flatten(PatternNode p, List<PatternNode> operands) {
    for (PatternNode child : p.children) {
      if (child.is(Kind.BINARY) && child.symbol.equals(p.symbol)) {
        flatten(child, operands);
      } else {
        operands.add(child);
      }
    }
  }

  private void flatten(int t, List<Integer> operands) {
    for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.BINARY) && tree.symbolId(child) == tree.symbolId(t)) {
        flatten(child, operands);
      } else {
        operands.add(child);
      }
    }
  }

  /** Each operand takes one; a metavariable and an ellipsis may take several. */
  private boolean inOrder(List<PatternNode> wanted, int[] given, int at, int from, Next next) {
    if (at == wanted.size()) {
      return from == given.length && next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.is(Kind.ELLIPSIS)) {
      for (int count = 0; count <= given.length - from; count++) {
        if (inOrder(wanted, given, at + 1, from + count, next)) {
          return true;
        }
      }
      return false;
    }
    if (from == given.length) {
      return false;
    }
    int most = given.length - from - (wanted.size() - at - 1);
    if (matcher.match(p, given[from], () -> inOrder(wanted, given, at + 1, from + 1, next))) {
      return true;
    }
    if (!p.isMetavariable()) {
      return false;
    }
    for (int count = 2; count <= most; count++) {
      int to = from + count;
      Next rest = () -> inOrder(wanted, given, at + 1, to, next);
      int whole = whole(given, from, to);
      boolean done =
          p.slot == PatternNode.NO_SLOT
              ? rest.run()
              : whole != NONE
                  ? slots.node(p.slot, whole, rest)
                  : slots.run(p.slot, given[from], given[to - 1], rest);
      if (done) {
        return true;
      }
    }
    return false;
  }

  /** The node that has exactly these operands, or NONE. */
  private int whole(int[] given, int from, int to) {
    int at = given[to - 1];
    while (at != NONE && tree.start(at) > tree.start(given[from])) {
      at = tree.parent(at);
    }
    return at != NONE
            && tree.start(at) == tree.start(given[from])
            && tree.end(at) == tree.end(given[to - 1])
        ? at
        : NONE;
  }

  private boolean anyOrder(
      List<PatternNode> wanted, int[] given, int at, boolean[] taken, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.is(Kind.ELLIPSIS)) {
      return anyOrder(wanted, given, at + 1, taken, next);
    }
    for (int i = 0; i < given.length; i++) {
      if (taken[i]) {
        continue;
      }
      taken[i] = true;
      boolean done = matcher.match(p, given[i], () -> anyOrder(wanted, given, at + 1, taken, next));
      taken[i] = false;
      if (done) {
        return true;
      }
    }
    return false;
  }
}
