package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Matches lists of nodes: in order with ellipses, as prefixes, as sets, and call arguments. */
final class ListMatcher {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final Slots slots;
  private final Deadline deadline;

  ListMatcher(CodeMatcher matcher, SyntaxTree tree, Slots slots, Deadline deadline) {
    this.matcher = matcher;
    this.tree = tree;
    this.slots = slots;
    this.deadline = deadline;
  }

  int[] children(int node, Role role) {
    int count = 0;
    int[] result = new int[4];
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == role) {
        if (count == result.length) {
          result = Arrays.copyOf(result, count * 2);
        }
        result[count++] = child;
      }
    }
    return Arrays.copyOf(result, count);
  }

  int[] children(int node) {
    int[] result = new int[tree.childCount(node)];
    int count = 0;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      result[count++] = child;
    }
    return result;
  }

  /** All in this order; an ellipsis takes any number. */
  boolean ordered(List<PatternNode> wanted, int[] given, int at, int from, Next next) {
    deadline.check();
    if (at == wanted.size()) {
      return from == given.length && next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.isEllipsis()) {
      return skip(wanted, given, at, from, next);
    }
    return from < given.length
        && matcher.match(p, given[from], () -> ordered(wanted, given, at + 1, from + 1, next));
  }

  private boolean skip(List<PatternNode> wanted, int[] given, int at, int from, Next next) {
    PatternNode p = wanted.get(at);
    boolean last = at == wanted.size() - 1;
    for (int to = last ? given.length : from; to <= given.length; to++) {
      int rest = to;
      if (bindRun(p, given, from, to, () -> ordered(wanted, given, at + 1, rest, next))) {
        return true;
      }
    }
    return false;
  }

  private boolean bindRun(PatternNode p, int[] given, int from, int to, Next next) {
    if (p.slot == PatternNode.NO_SLOT) {
      return next.run();
    }
    return from == to
        ? slots.run(p.slot, NONE, 0, next)
        : slots.run(p.slot, given[from], given[to - 1], next);
  }

  /** The first of the given ones, in this order. */
  boolean prefix(List<PatternNode> wanted, int[] given, int at, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.isEllipsis()) {
      return ordered(wanted, given, at, at, next) || subset(wanted, given, next);
    }
    return at < given.length
        && matcher.match(p, given[at], () -> prefix(wanted, given, at + 1, next));
  }

  /** Each wanted one matches another of the given ones, in any order. */
  boolean subset(List<PatternNode> wanted, int[] given, Next next) {
    return unordered(withoutEllipses(wanted), given, 0, new boolean[given.length], next);
  }

  /** As {@link #subset}, and all are taken unless the pattern has an ellipsis. */
  boolean set(List<PatternNode> wanted, int[] given, Next next) {
    List<PatternNode> concrete = withoutEllipses(wanted);
    if (concrete.size() == wanted.size() && concrete.size() != given.length) {
      return false;
    }
    return unordered(concrete, given, 0, new boolean[given.length], next);
  }

  private boolean unordered(
      List<PatternNode> wanted, int[] given, int at, boolean[] taken, Next next) {
    deadline.check();
    if (at == wanted.size()) {
      return next.run();
    }
    for (int i = 0; i < given.length; i++) {
      if (taken[i]) {
        continue;
      }
      taken[i] = true;
      boolean done =
          member(wanted.get(at), given[i], () -> unordered(wanted, given, at + 1, taken, next));
      taken[i] = false;
      if (done) {
        return true;
      }
    }
    return false;
  }

  private boolean member(PatternNode p, int t, Next next) {
    return p.is(Kind.EXPRESSION_STATEMENT)
        ? matcher.statement(p, t, false, next)
        : matcher.match(p, t, next);
  }

  private static List<PatternNode> withoutEllipses(List<PatternNode> wanted) {
    List<PatternNode> concrete = new ArrayList<>(wanted.size());
    for (PatternNode p : wanted) {
      if (!p.isEllipsis()) {
        concrete.add(p);
      }
    }
    return concrete;
  }

  /** Arguments: positional ones in order, named ones wherever they stand. */
  boolean arguments(List<PatternNode> wanted, int argumentList, Next next) {
    int[] given = argumentList == NONE ? new int[0] : children(argumentList);
    boolean named = false;
    for (PatternNode p : wanted) {
      named |= p.is(Kind.KEYWORD_ARGUMENT) || p.is(Kind.ASSIGN);
    }
    return named ? arguments(wanted, 0, given, 0, next) : ordered(wanted, given, 0, 0, next);
  }

  private boolean arguments(List<PatternNode> wanted, int at, int[] given, int from, Next next) {
    deadline.check();
    if (at == wanted.size()) {
      return from == given.length && next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.isEllipsis()) {
      for (int to = from; to <= given.length; to++) {
        int rest = to;
        if (bindRun(p, given, from, to, () -> arguments(wanted, at + 1, given, rest, next))) {
          return true;
        }
      }
      return false;
    }
    if (p.is(Kind.KEYWORD_ARGUMENT) || p.is(Kind.ASSIGN)) {
      for (int i = from; i < given.length; i++) {
        if (tree.is(given[i], p.kind)) {
          int[] others = without(given, i);
          if (matcher.match(p, given[i], () -> arguments(wanted, at + 1, others, from, next))) {
            return true;
          }
        }
      }
      return false;
    }
    return from < given.length
        && matcher.match(p, given[from], () -> arguments(wanted, at + 1, given, from + 1, next));
  }

  private static int[] without(int[] given, int index) {
    int[] others = new int[given.length - 1];
    System.arraycopy(given, 0, others, 0, index);
    System.arraycopy(given, index + 1, others, index, others.length - index);
    return others;
  }
}
