package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Matches pattern nodes against the nodes of one file, with backtracking in continuation-passing
 * style: what remains to be matched is a {@link Next}, which runs once for every way to match what
 * came before, while the metavariables are bound.
 */
final class CodeMatcher {
  private final CodePattern pattern;
  private final MatchOptions options;
  private final FileContext context;
  private final SyntaxTree tree;
  private final Deadline deadline;
  private final Slots slots;
  private final LiteralMatcher literals;
  private final ListMatcher lists;
  private final ImportMatcher imports;
  private final NameMatcher names;
  private final RoleMatcher roles;
  private final StatementMatcher statements;
  private final Equivalences equivalences;
  private int sequenceEnd;

  CodeMatcher(CodePattern pattern, FileContext context, Deadline deadline) {
    this.pattern = pattern;
    this.options = pattern.options();
    this.context = context;
    this.tree = context.syntax();
    this.deadline = deadline;
    this.slots = new Slots(new CodeComparison(context), tree, pattern.metavariables());
    this.literals = new LiteralMatcher(context, slots, options, deadline);
    this.lists = new ListMatcher(this, tree, slots, deadline);
    this.imports = new ImportMatcher(this, tree);
    this.names = new NameMatcher(this, context, slots);
    this.roles = new RoleMatcher(this, context, lists);
    this.statements = new StatementMatcher(this, context, deadline, slots);
    this.equivalences =
        new Equivalences(this, context, literals, lists, roles, statements, imports);
  }

  Bindings bindings() {
    return slots.bindings();
  }

  /** Where the statements end that {@link #sequence} has matched so far. */
  int sequenceEnd() {
    return sequenceEnd;
  }

  /** The kinds of nodes on which a pattern with this root can match. */
  static Set<Kind> kindsFor(PatternNode root) {
    return switch (root.kind) {
      case EXPRESSION_STATEMENT ->
          root.children.getFirst().isMetavariable()
                  || root.children.getFirst().is(Kind.DEEP_ELLIPSIS)
              ? STATEMENTS
              : EnumSet.of(
                  Kind.EXPRESSION_STATEMENT, Kind.VARIABLE, Kind.RETURN, Kind.SPAWN, Kind.DEFER);
      case FUNCTION -> EnumSet.of(Kind.FUNCTION, Kind.VARIABLE, Kind.PAIR, Kind.LAMBDA);
      case FOR -> EnumSet.of(Kind.FOR, Kind.FOR_EACH);
      case RETURN -> EnumSet.of(Kind.RETURN, Kind.EXPRESSION_STATEMENT);
      case IMPORT -> EnumSet.of(Kind.IMPORT, Kind.VARIABLE);
      case PAIR -> EnumSet.of(Kind.PAIR, Kind.KEYWORD_ARGUMENT);
      default -> EnumSet.of(root.kind);
    };
  }

  private static final Set<Kind> STATEMENTS =
      EnumSet.range(Kind.EXPRESSION_STATEMENT, Kind.FUNCTION);

  // ---- one node -------------------------------------------------------------------------------

  boolean match(PatternNode p, int t, Next next) {
    return match(p, t, false, next);
  }

  /**
   * @param root whether {@code p} is the pattern itself: some equivalences hold only below it
   */
  boolean match(PatternNode p, int t, boolean root, Next next) {
    deadline.check();
    Kind kind = tree.kind(t);
    switch (p.kind) {
      case METAVARIABLE -> {
        return metavariable(p, t, kind, next) || symbolic(p, t, kind, root, next);
      }
      case TYPED_METAVARIABLE -> {
        return typed(p, t, next);
      }
      case ELLIPSIS -> {
        return next.run();
      }
      case ELLIPSIS_METAVARIABLE -> {
        return p.slot == PatternNode.NO_SLOT ? next.run() : slots.run(p.slot, t, t, next);
      }
      case DEEP_ELLIPSIS -> {
        return statements.deep(p.children.getFirst(), t, next);
      }
      case TEMPLATE -> {
        if (p.content != PatternNode.Content.EXACT) {
          return literals.matchFormatted(p, t, kind, next);
        }
      }
      case REGEX -> {
        return kind == Kind.REGEX && literals.matchRegex(p, t, next);
      }
      case MAP, SET -> {
        boolean any = p.children.size() == 1 && p.children.getFirst().is(Kind.ELLIPSIS);
        if (any && (kind == Kind.MAP || kind == Kind.SET)) {
          return next.run();
        }
      }
      case STRING, NUMBER, BOOLEAN -> {
        return literals.match(p, t, kind, next) || symbolic(p, t, kind, root, next);
      }
      default -> {}
    }
    if (kind == Kind.CAST && p.kind != Kind.CAST && !root) {
      int value = tree.child(t, Role.VALUE);
      return value != NONE && match(p, value, next);
    }
    if (p.kind == Kind.IDENTIFIER || p.kind == Kind.MEMBER) {
      return names.name(p, t, kind, next) || symbolic(p, t, kind, root, next);
    }
    if (p.kind == kind) {
      return sameKind(p, t, kind, next);
    }
    return equivalences.equivalent(p, t, kind, next) || symbolic(p, t, kind, root, next);
  }

  private boolean metavariable(PatternNode p, int t, Kind kind, Next next) {
    if (kind == Kind.KEYWORD_ARGUMENT || kind == Kind.ARGUMENT_LIST) {
      return false;
    }
    return p.slot == PatternNode.NO_SLOT ? next.run() : slots.node(p.slot, t, next);
  }

  private boolean typed(PatternNode p, int t, Next next) {
    if (p.children.isEmpty()) {
      return false;
    }
    PatternNode type = p.children.getFirst();
    return new TypeMatcher(context, this)
        .match(
            type,
            t,
            () -> p.slot == PatternNode.NO_SLOT ? next.run() : slots.node(p.slot, t, next));
  }

  /**
   * Tries the one expression whose value {@code t} is known to have, where the rule asks for it.
   */
  private boolean symbolic(PatternNode p, int t, Kind kind, boolean root, Next next) {
    if (!options.symbolicPropagation() || root || kind != Kind.IDENTIFIER) {
      return false;
    }
    int value = context.constants().definition(t);
    return value != NONE && value != t && match(p, value, next);
  }

  // ---- nodes of the same kind -----------------------------------------------------------------

  private boolean sameKind(PatternNode p, int t, Kind kind, Next next) {
    return switch (kind) {
      case BINARY ->
          Operators.sameOperator(p.symbol, tree.symbol(t), options)
              && new Operators(this, tree, slots, options).match(p, t, next);
      case CALL -> {
        PatternNode callee = p.child(Role.CALLEE);
        int called = tree.child(t, Role.CALLEE);
        yield callee != null
            && called != NONE
            && match(
                callee,
                called,
                () -> roles.typeArguments(p, t, () -> equivalences.arguments(p, t, next)));
      }
      case ASSIGN -> {
        if (p.symbol.equals(":=") && !tree.symbol(t).equals(":=")) {
          yield false;
        }
        PatternNode left = p.child(Role.LEFT);
        PatternNode right = p.child(Role.RIGHT);
        int target = tree.child(t, Role.LEFT);
        int value = tree.child(t, Role.RIGHT);
        yield left != null
            && right != null
            && target != NONE
            && value != NONE
            && (match(left, target, () -> match(right, value, next))
                || equivalences.pairwise(left, right, target, value, next));
      }
      case BLOCK -> statements.block(p, t, kind, next);
      case IMPORT -> imports.match(p, t, next);
      case ARGUMENT_LIST -> lists.arguments(p.children, t, next);
      case ANNOTATION -> {
        PatternNode pName = p.child(Role.NAME);
        int name = tree.child(t, Role.NAME);
        yield pName != null
            && name != NONE
            && match(pName, name, () -> equivalences.arguments(p, t, next));
      }
      case REGEX -> literals.matchRegex(p, t, next);
      case CHARACTER, ATOM -> tree.symbol(t).equals(p.symbol) && next.run();
      case FOR_EACH -> eachHeader(p, t, kind, next);
      case FOR ->
          Equivalences.anyHeader(p)
              ? equivalences.bodies(p, t, next)
              : roles.roles(p, t, kind, next);
      case RETURN -> {
        PatternNode value = p.child(Role.VALUE);
        if (value != null && value.is(Kind.ELLIPSIS)) {
          yield next.run();
        }
        yield roles.roles(p, t, kind, next);
      }
      case EXPRESSION_STATEMENT -> match(p.children.getFirst(), tree.firstChild(t), next);
      case LAMBDA -> roles.roles(p, t, kind, next);
      case MEMBER, IDENTIFIER -> names.name(p, t, kind, next);
      default -> Shapes.sameSymbol(p, tree, t, kind, options) && roles.roles(p, t, kind, next);
    };
  }

  /** {@code for ($X of …)} also where the variable is declared with a keyword. */
  private boolean eachHeader(PatternNode p, int t, Kind kind, Next next) {
    PatternNode pName = p.child(Role.NAME);
    int name = tree.child(t, Role.NAME);
    if (pName == null
        || name == NONE
        || !tree.is(name, Kind.VARIABLE)
        || pName.is(Kind.VARIABLE)
        || pName.isEllipsis()) {
      return roles.roles(p, t, kind, next);
    }
    int declared = tree.child(name, Role.NAME);
    List<PatternNode> others = new ArrayList<>(p.children);
    others.remove(pName);
    PatternNode rest = p.withChildren(others);
    return declared != NONE && match(pName, declared, () -> roles.roles(rest, t, kind, next));
  }

  // ---- for the matchers of parts --------------------------------------------------------------

  /** Compares the children role by role. */
  boolean roles(PatternNode p, int t, Kind kind, Next next) {
    return roles.roles(p, t, kind, next);
  }

  /** Matches statements from {@code first} on; more may follow. */
  boolean sequence(List<PatternNode> wanted, int first, boolean inside, Next next) {
    return statements.sequence(wanted, first, inside, next);
  }

  /** One statement, with what statements allow beyond {@link #match}. */
  boolean statement(PatternNode p, int t, boolean root, Next next) {
    return statements.statement(p, t, root, next);
  }

  void sequenceEnd(int end) {
    sequenceEnd = end;
  }

  /** Matches a type where the file writes one. */
  boolean type(PatternNode p, int t, Next next) {
    return match(p, t, next);
  }

  CodePattern pattern() {
    return pattern;
  }
}
