package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.List;

/** Matches statements, blocks and expressions at any depth in them. */
final class StatementMatcher {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final NodeIndex index;
  private final FileContext context;
  private final Deadline deadline;
  private final Slots slots;
  private final MatchOptions options;

  StatementMatcher(CodeMatcher matcher, FileContext context, Deadline deadline, Slots slots) {
    this.matcher = matcher;
    this.tree = context.syntax();
    this.index = context.index();
    this.context = context;
    this.deadline = deadline;
    this.slots = slots;
    this.options = matcher.pattern().options();
  }

  private static boolean isStatementMetavariable(PatternNode p) {
    return p.is(Kind.EXPRESSION_STATEMENT) && p.children.getFirst().isMetavariable();
  }

  boolean block(PatternNode p, int t, Kind kind, Next next) {
    if (kind == Kind.BLOCK) {
      if (p.children.size() == 1
          && isStatementMetavariable(p.children.getFirst())
          && tree.childCount(t) > 1) {
        return matcher.match(p.children.getFirst().children.getFirst(), t, next);
      }
      if (p.children.size() == 1 && p.children.getFirst().is(Kind.ELLIPSIS)) {
        return next.run();
      }
      int saved = matcher.sequenceEnd();
      boolean done =
          new Statements(matcher, tree, index, deadline, slots, options)
              .match(p.children, tree.firstChild(t), false, false, next);
      matcher.sequenceEnd(saved);
      return done;
    }
    if (p.children.size() == 1) {
      PatternNode only = p.children.getFirst();
      if (only.is(Kind.ELLIPSIS)) {
        return next.run();
      }
      if (Kinds.isExpression(kind)) {
        PatternNode value =
            only.is(Kind.RETURN) || only.is(Kind.EXPRESSION_STATEMENT)
                ? only.children.isEmpty() ? null : only.children.getFirst()
                : null;
        return value != null && matcher.match(value, t, next);
      }
      return statement(only, t, false, next);
    }
    boolean surrounded =
        p.children.size() == 3
            && p.children.getFirst().is(Kind.ELLIPSIS)
            && p.children.getLast().is(Kind.ELLIPSIS);
    return surrounded && block(p.withChildren(List.of(p.children.get(1))), t, kind, next);
  }

  /** One statement, with what statements allow beyond {@code match}. */
  boolean statement(PatternNode p, int t, boolean root, Next next) {
    Kind kind = tree.kind(t);
    if (!p.is(Kind.EXPRESSION_STATEMENT)) {
      if (p.is(Kind.BLOCK) && kind != Kind.BLOCK) {
        return false;
      }
      return matcher.match(p, t, root, next);
    }
    PatternNode value = p.children.getFirst();
    if (value.isMetavariable()) {
      if (matcher.match(value, t, next)) {
        return true;
      }
      return kind == Kind.EXPRESSION_STATEMENT && matcher.match(value, tree.firstChild(t), next);
    }
    if (value.is(Kind.DEEP_ELLIPSIS)) {
      return deepInStatement(value.children.getFirst(), t, next);
    }
    return switch (kind) {
      case EXPRESSION_STATEMENT ->
          options.deepExpressionStatements()
              ? implicitlyDeep(value, tree.firstChild(t), next)
              : matcher.match(value, tree.firstChild(t), next);
      case VARIABLE -> {
        if (matcher.match(value, t, next)) {
          yield true;
        }
        int initial = tree.child(t, Role.VALUE);
        yield options.assignMatchesVariable() && initial != NONE && deep(value, initial, next);
      }
      case RETURN -> {
        int returned = tree.child(t, Role.VALUE);
        yield returned != NONE && deep(value, returned, next);
      }
      default -> Kinds.isExpression(kind) && implicitlyDeep(value, t, next);
    };
  }

  /** The expression or one within it, through assignments, calls, members and containers. */
  private boolean implicitlyDeep(PatternNode p, int t, Next next) {
    if (t == NONE) {
      return false;
    }
    if (matcher.match(p, t, next)) {
      return true;
    }
    Kind kind = tree.kind(t);
    return switch (kind) {
      case ASSIGN, COMPOUND_ASSIGN -> implicitlyDeep(p, tree.child(t, Role.RIGHT), next);
      case MEMBER -> implicitlyDeep(p, tree.child(t, Role.OBJECT), next);
      case CALL,
          ARGUMENT_LIST,
          KEYWORD_ARGUMENT,
          LIST,
          TUPLE,
          SET,
          MAP,
          PAIR,
          AWAIT,
          YIELD,
          CAST,
          SPREAD -> {
        for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
          Role role = tree.role(child);
          if (role == Role.NAME || role == Role.KEY || role == Role.TYPE) {
            continue;
          }
          if (implicitlyDeep(p, child, next)) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  /** The expression or any within it. */
  boolean deep(PatternNode p, int t, Next next) {
    int end = tree.subtreeEnd(t);
    for (int node = t; node < end; node++) {
      deadline.check();
      Kind kind = tree.kind(node);
      if (kind == Kind.BLOCK && node != t) {
        node = tree.subtreeEnd(node) - 1;
        continue;
      }
      boolean tried = node == t || Positions.isExpression(tree, node, kind);
      if (tried && matcher.match(p, node, next)) {
        return true;
      }
      if (options.symbolicPropagation() && kind == Kind.IDENTIFIER && tried) {
        int value = context.constants().definition(node);
        if (value != NONE && !tree.isWithin(node, value) && matcher.match(p, value, next)) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code <... e ...>;}: in the expressions of the statement itself, not of nested ones. */
  private boolean deepInStatement(PatternNode p, int t, Next next) {
    for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
      Kind kind = tree.kind(child);
      if (kind == Kind.BLOCK || index.statementFrom(child) == child) {
        continue;
      }
      if (deep(p, child, next)) {
        return true;
      }
    }
    return false;
  }

  /** Matches statements from {@code first} on; more may follow. */
  boolean sequence(List<PatternNode> wanted, int first, boolean inside, Next next) {
    matcher.sequenceEnd(0);
    return new Statements(matcher, tree, index, deadline, slots, options)
        .match(wanted, first, inside, true, next);
  }
}
