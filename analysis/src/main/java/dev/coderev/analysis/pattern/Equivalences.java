package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/** Matches nodes against patterns of another kind that say the same. */
final class Equivalences {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final Language language;
  private final MatchOptions options;
  private final LiteralMatcher literals;
  private final ListMatcher lists;
  private final RoleMatcher roles;
  private final StatementMatcher statements;
  private final ImportMatcher imports;

  Equivalences(
      CodeMatcher matcher,
      FileContext context,
      LiteralMatcher literals,
      ListMatcher lists,
      RoleMatcher roles,
      StatementMatcher statements,
      ImportMatcher imports) {
    this.matcher = matcher;
    this.tree = context.syntax();
    this.language = tree.file().language();
    this.options = matcher.pattern().options();
    this.literals = literals;
    this.lists = lists;
    this.roles = roles;
    this.statements = statements;
    this.imports = imports;
  }

  boolean equivalent(PatternNode p, int t, Kind kind, Next next) {
    return switch (p.kind) {
      case ASSIGN ->
          (kind == Kind.VARIABLE && options.assignMatchesVariable() && variableAsAssign(p, t, next))
              || (kind == Kind.PAIR && language == Language.HCL && pairAsAssign(p, t, next));
      case CALL ->
          kind == Kind.ANNOTATION
              && options.callMatchesAnnotation()
              && annotationAsCall(p, t, next);
      case EXPRESSION_STATEMENT -> {
        PatternNode value = p.children.getFirst();
        yield kind == Kind.BLOCK
            ? value.isMetavariable() && matcher.match(value, t, next)
            : Kinds.isExpression(kind) && matcher.match(value, t, next);
      }
      case BLOCK -> statements.block(p, t, kind, next);
      case FUNCTION -> functionAsValue(p, t, kind, next);
      case FOR -> kind == Kind.FOR_EACH && anyHeader(p) && bodies(p, t, next);
      case LIST, MAP, SET, TUPLE ->
          kind == Kind.COMPREHENSION
              && p.children.size() == 1
              && p.children.getFirst().is(Kind.ELLIPSIS)
              && next.run();
      case RETURN -> implicitReturn(p, t, kind, next);
      case PAIR ->
          kind == Kind.KEYWORD_ARGUMENT && language != Language.RUBY && keyword(p, t, next);
      case IMPORT -> imports.matchRequire(p, t, kind, next);
      case TEMPLATE -> false;
      case GENERIC_TYPE -> false;
      case PARAMETER -> false;
      case SPREAD -> false;
      case UNARY -> literals.matchNegative(p, t, next);
      default -> false;
    };
  }

  private boolean variableAsAssign(PatternNode p, int t, Next next) {
    int name = tree.child(t, Role.NAME);
    int value = tree.child(t, Role.VALUE);
    PatternNode left = p.child(Role.LEFT);
    PatternNode right = p.child(Role.RIGHT);
    if (name == NONE || value == NONE || left == null || right == null || p.symbol.equals(":=")) {
      return false;
    }
    return matcher.match(left, name, () -> matcher.match(right, value, next))
        || pairwise(left, right, name, value, next);
  }

  /** {@code key = value} of HCL, which says the same within an object. */
  private boolean pairAsAssign(PatternNode p, int t, Next next) {
    int key = tree.child(t, Role.KEY);
    int value = tree.child(t, Role.VALUE);
    PatternNode left = p.child(Role.LEFT);
    PatternNode right = p.child(Role.RIGHT);
    return key != NONE
        && value != NONE
        && left != null
        && right != null
        && matcher.match(left, key, () -> matcher.match(right, value, next));
  }

  /** {@code $X = $Y} on {@code a, b = c, d}. */
  boolean pairwise(PatternNode left, PatternNode right, int names, int values, Next next) {
    if (!tree.is(names, Kind.TUPLE)
        || !tree.is(values, Kind.TUPLE)
        || left.is(Kind.TUPLE)
        || tree.childCount(names) != tree.childCount(values)) {
      return false;
    }
    int value = tree.firstChild(values);
    for (int name = tree.firstChild(names); name != NONE; name = tree.nextSibling(name)) {
      int paired = value;
      if (matcher.match(left, name, () -> matcher.match(right, paired, next))) {
        return true;
      }
      value = tree.nextSibling(value);
    }
    return false;
  }

  private boolean annotationAsCall(PatternNode p, int t, Next next) {
    int name = tree.child(t, Role.NAME);
    PatternNode callee = p.child(Role.CALLEE);
    return name != NONE
        && callee != null
        && matcher.match(callee, name, () -> arguments(p, t, next));
  }

  boolean arguments(PatternNode p, int t, Next next) {
    PatternNode pArguments = p.child(Role.ARGUMENTS);
    int arguments = tree.child(t, Role.ARGUMENTS);
    if (pArguments == null) {
      return (arguments == NONE || tree.isLeaf(arguments)) && next.run();
    }
    return lists.arguments(pArguments.children, arguments, next);
  }

  /**
   * A function pattern with any name on what has none, and on {@code const f = () => {…}} and
   * {@code f: function () {…}}.
   */
  private boolean functionAsValue(PatternNode p, int t, Kind kind, Next next) {
    PatternNode pName = p.child(Role.NAME);
    if (kind == Kind.LAMBDA) {
      return pName != null
          && pName.is(Kind.ELLIPSIS)
          && roles.roles(p.without(pName), t, kind, next);
    }
    if (!options.arrowIsFunction() || (kind != Kind.VARIABLE && kind != Kind.PAIR)) {
      return false;
    }
    int value = tree.child(t, Role.VALUE);
    if (value == NONE || !tree.is(value, Kind.LAMBDA)) {
      return false;
    }
    PatternNode pParameters = p.child(Role.PARAMETERS);
    PatternNode pBody = p.child(Role.BODY);
    int name = tree.child(t, kind == Kind.PAIR ? Role.KEY : Role.NAME);
    int parameters = tree.child(value, Role.PARAMETERS);
    int body = tree.child(value, Role.BODY);
    if (pName == null || name == NONE || parameters == NONE || body == NONE) {
      return false;
    }
    PatternNode pModifiers = p.child(Role.MODIFIERS);
    int modifiers = tree.child(value, Role.MODIFIERS);
    boolean decorated = p.child(Role.ANNOTATION) != null;
    if (decorated || (pModifiers != null && modifiers == NONE)) {
      return false;
    }
    Next bodies = () -> pBody == null ? next.run() : matcher.match(pBody, body, next);
    return matcher.match(
        pName,
        name,
        () -> {
          Next rest =
              pModifiers == null ? bodies : () -> matcher.match(pModifiers, modifiers, bodies);
          return pParameters == null ? rest.run() : matcher.match(pParameters, parameters, rest);
        });
  }

  private boolean implicitReturn(PatternNode p, int t, Kind kind, Next next) {
    PatternNode value = p.child(Role.VALUE);
    if (!options.implicitReturn() || value == null || kind != Kind.EXPRESSION_STATEMENT) {
      return false;
    }
    boolean returns =
        (language == Language.RUBY || language == Language.RUST)
            && tree.nextSibling(t) == NONE
            && isFunctionBody(tree.parent(t));
    int expression = tree.firstChild(t);
    return returns && expression != NONE && matcher.match(value, expression, next);
  }

  private boolean isFunctionBody(int block) {
    int owner = block == NONE ? NONE : tree.parent(block);
    return owner != NONE && (tree.is(owner, Kind.FUNCTION) || tree.is(owner, Kind.LAMBDA));
  }

  private boolean keyword(PatternNode p, int t, Next next) {
    PatternNode key = p.child(Role.KEY);
    PatternNode value = p.child(Role.VALUE);
    int name = tree.child(t, Role.NAME);
    int given = tree.child(t, Role.VALUE);
    return key != null
        && value != null
        && name != NONE
        && given != NONE
        && matcher.match(key, name, () -> matcher.match(value, given, next));
  }

  boolean bodies(PatternNode p, int t, Next next) {
    PatternNode pBody = p.child(Role.BODY);
    int body = tree.child(t, Role.BODY);
    return pBody == null ? next.run() : body != NONE && matcher.match(pBody, body, next);
  }

  static boolean anyHeader(PatternNode p) {
    List<PatternNode> header = new ArrayList<>();
    for (PatternNode child : p.children) {
      if (child.role != Role.BODY) {
        header.add(child);
      }
    }
    return header.size() == 1 && isEllipsis(header.getFirst());
  }

  private static boolean isEllipsis(PatternNode p) {
    return p.is(Kind.ELLIPSIS) || (p.is(Kind.UPDATE) && isEllipsis(p.children.getFirst()));
  }
}
