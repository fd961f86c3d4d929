package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.List;

/**
 * Matches runs of statements. Up to the first ellipsis statements must follow each other in one
 * list; from there on they may also be nested at any depth in what remains of that list.
 */
final class Statements {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final NodeIndex index;
  private final Deadline deadline;
  private final Slots slots;
  private final MatchOptions options;

  /** Where to go on from a statement: its next sibling, or the next one at any depth. */
  private interface Walk {
    int after(int statement);
  }

  Statements(
      CodeMatcher matcher,
      SyntaxTree tree,
      NodeIndex index,
      Deadline deadline,
      Slots slots,
      MatchOptions options) {
    this.matcher = matcher;
    this.tree = tree;
    this.index = index;
    this.deadline = deadline;
    this.slots = slots;
    this.options = options;
  }

  /**
   * @param first the statement to begin with, or NONE for an empty list
   * @param inside whether a final ellipsis takes all that follows and nothing less
   * @param open whether statements may follow the last one
   */
  boolean match(List<PatternNode> wanted, int first, boolean inside, boolean open, Next next) {
    return beforeEllipsis(wanted, 0, first, inside, open, next);
  }

  private boolean beforeEllipsis(
      List<PatternNode> wanted, int at, int statement, boolean inside, boolean open, Next next) {
    deadline.check();
    if (at == wanted.size()) {
      return (statement == NONE || open) && next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.is(Kind.ELLIPSIS)) {
      boolean last = at == wanted.size() - 1;
      if (last && statement == NONE) {
        return next.run();
      }
      if (last && (inside || !open)) {
        return withEnd(endOfList(statement), next);
      }
      if (statement == NONE) {
        return beforeEllipsis(wanted, at + 1, NONE, inside, open, next);
      }
      if (fromEllipsis(wanted, at, statement, tree::nextSibling, true, next)) {
        return true;
      }
      int end = tree.subtreeEnd(tree.parent(statement));
      return !last
          && options.deepStatements()
          && hasNested(statement, end)
          && fromEllipsis(wanted, at, statement, node -> nextWithin(node, end), true, next);
    }
    if (p.is(Kind.ELLIPSIS_METAVARIABLE)) {
      return fromEllipsis(wanted, at, statement, tree::nextSibling, open, next);
    }
    if (statement == NONE) {
      return false;
    }
    return matcher.statement(
        p,
        statement,
        false,
        () ->
            withEnd(
                tree.end(statement),
                () ->
                    beforeEllipsis(
                        wanted, at + 1, tree.nextSibling(statement), inside, open, next)));
  }

  private boolean fromEllipsis(
      List<PatternNode> wanted, int at, int statement, Walk walk, boolean open, Next next) {
    deadline.check();
    if (at == wanted.size()) {
      return (statement == NONE || open) && next.run();
    }
    PatternNode p = wanted.get(at);
    if (p.is(Kind.ELLIPSIS)) {
      return skip(wanted, at, statement, walk, open, next);
    }
    if (p.is(Kind.ELLIPSIS_METAVARIABLE)) {
      return take(p, wanted, at, statement, walk, next);
    }
    if (statement == NONE) {
      return false;
    }
    return matcher.statement(
        p,
        statement,
        false,
        () ->
            withEnd(
                tree.end(statement),
                () -> fromEllipsis(wanted, at + 1, walk.after(statement), walk, open, next)));
  }

  private boolean skip(
      List<PatternNode> wanted, int at, int statement, Walk walk, boolean open, Next next) {
    boolean last = at == wanted.size() - 1;
    if (last) {
      int end = statement == NONE ? 0 : endOfList(statement);
      return next.run() || (statement != NONE && withEnd(end, next));
    }
    for (int from = statement; from != NONE; from = walk.after(from)) {
      if (fromEllipsis(wanted, at + 1, from, walk, open, next)) {
        return true;
      }
    }
    return fromEllipsis(wanted, at + 1, NONE, walk, open, next);
  }

  /** {@code $...BODY}: any number of statements, then exactly what follows in the pattern. */
  private boolean take(
      PatternNode p, List<PatternNode> wanted, int at, int statement, Walk walk, Next next) {
    int before = NONE;
    int from = statement;
    while (true) {
      int lastTaken = before;
      int rest = from;
      Next after =
          () -> {
            Next remaining = () -> fromEllipsis(wanted, at + 1, rest, walk, false, next);
            return lastTaken == NONE ? remaining.run() : withEnd(tree.end(lastTaken), remaining);
          };
      boolean done =
          p.slot == PatternNode.NO_SLOT
              ? after.run()
              : slots.run(
                  p.slot,
                  lastTaken == NONE ? NONE : statement,
                  lastTaken == NONE ? 0 : lastTaken,
                  after);
      if (done || from == NONE) {
        return done;
      }
      before = from;
      from = walk.after(from);
    }
  }

  private boolean withEnd(int end, Next next) {
    int saved = matcher.sequenceEnd();
    matcher.sequenceEnd(Math.max(saved, end));
    boolean done = next.run();
    matcher.sequenceEnd(saved);
    return done;
  }

  private int endOfList(int statement) {
    int at = statement;
    for (int sibling = at; sibling != NONE; sibling = tree.nextSibling(sibling)) {
      at = sibling;
    }
    return tree.end(at);
  }

  private boolean hasNested(int statement, int end) {
    for (int node = index.statementFrom(statement + 1);
        node >= 0 && node < end;
        node = index.statementFrom(tree.subtreeEnd(node))) {
      int inner = index.statementFrom(node + 1);
      if (inner >= 0 && inner < tree.subtreeEnd(node)) {
        return true;
      }
    }
    int inner = index.statementFrom(statement + 1);
    return inner >= 0 && inner < tree.subtreeEnd(statement);
  }

  private int nextWithin(int statement, int end) {
    int next = index.statementFrom(statement + 1);
    return next < 0 || next >= end ? NONE : next;
  }
}
