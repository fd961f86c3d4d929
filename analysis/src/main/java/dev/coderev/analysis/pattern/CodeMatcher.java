package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final Language language;
  private final FileContext context;
  private final SyntaxTree tree;
  private final NodeIndex index;
  private final Names names;
  private final Deadline deadline;
  private final Slots slots;
  private final LiteralMatcher literals;
  private final ListMatcher lists;
  private final ImportMatcher imports;
  private int sequenceEnd;

  CodeMatcher(CodePattern pattern, FileContext context, Deadline deadline) {
    this.pattern = pattern;
    this.options = pattern.options();
    this.context = context;
    this.tree = context.syntax();
    this.language = tree.file().language();
    this.index = context.index();
    this.names = context.names();
    this.deadline = deadline;
    this.slots = new Slots(new CodeComparison(context), tree, pattern.metavariables());
    this.literals = new LiteralMatcher(context, slots, options, deadline);
    this.lists = new ListMatcher(this, tree, slots, deadline);
    this.imports = new ImportMatcher(this, tree);
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
        return deep(p.children.getFirst(), t, next);
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
      return name(p, t, kind, next) || symbolic(p, t, kind, root, next);
    }
    if (p.kind == kind) {
      return sameKind(p, t, kind, next);
    }
    return equivalent(p, t, kind, next) || symbolic(p, t, kind, root, next);
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

  // ---- names ----------------------------------------------------------------------------------

  private boolean name(PatternNode p, int t, Kind kind, Next next) {
    if (p.kind == Kind.IDENTIFIER) {
      return identifier(p, t, kind, next);
    }
    return switch (kind) {
      case MEMBER -> member(p, t, next);
      case IDENTIFIER -> bareMember(p, t, next);
      case GENERIC_TYPE -> {
        int type = tree.child(t, Role.TYPE);
        yield type != NONE && match(p, type, next);
      }
      case METHOD_REFERENCE -> false;
      default -> false;
    };
  }

  private boolean identifier(PatternNode p, int t, Kind kind, Next next) {
    return switch (kind) {
      case IDENTIFIER -> {
        boolean matches =
            tree.symbol(t).equals(p.symbol)
                || (isCaseless() && tree.symbol(t).equalsIgnoreCase(p.symbol))
                || names.qualified(t).equals(p.symbol);
        yield matches && next.run();
      }
      case GENERIC_TYPE -> {
        int type = tree.child(t, Role.TYPE);
        yield type != NONE && match(p, type, next);
      }
      case ATOM -> language == Language.RUBY && tree.symbol(t).equals(p.symbol) && next.run();
      case STRING -> tree.role(t) == Role.KEY && tree.symbol(t).equals(p.symbol) && next.run();
      case CALL -> {
        int callee = tree.child(t, Role.CALLEE);
        yield language == Language.RUBY
            && callee != NONE
            && tree.is(callee, Kind.IDENTIFIER)
            && tree.symbol(callee).equals(p.symbol)
            && hasNoArguments(t)
            && next.run();
      }
      default -> false;
    };
  }

  private boolean hasNoArguments(int call) {
    int arguments = tree.child(call, Role.ARGUMENTS);
    return arguments == NONE || tree.isLeaf(arguments);
  }

  private boolean isCaseless() {
    return language == Language.PHP;
  }

  private boolean member(PatternNode p, int t, Next next) {
    PatternNode pName = p.child(Role.NAME);
    PatternNode pObject = p.child(Role.OBJECT);
    int name = tree.child(t, Role.NAME);
    int object = tree.child(t, Role.OBJECT);
    if (pName == null || pObject == null || name == NONE || object == NONE) {
      return false;
    }
    if (pName.is(Kind.ELLIPSIS)) {
      return chain(pObject, t, next);
    }
    if (pName.is(Kind.IDENTIFIER)
        && tree.is(name, Kind.IDENTIFIER)
        && !pName.symbol.equals(tree.symbol(name))) {
      return !p.dotted.isEmpty() && names.isCalled(t, p.dotted) && next.run();
    }
    if (isChain(pObject)) {
      PatternNode base = pObject.children.getFirst();
      return match(pName, name, () -> chain(base, object, next));
    }
    if (!p.dotted.isEmpty()) {
      boolean written = names.written(t).equals(p.dotted);
      if (written || names.isCalled(t, p.dotted)) {
        return next.run();
      }
    }
    return match(pName, name, () -> match(pObject, object, next));
  }

  private static boolean isChain(PatternNode node) {
    PatternNode name = node.is(Kind.MEMBER) ? node.child(Role.NAME) : null;
    return name != null && name.is(Kind.ELLIPSIS);
  }

  /** {@code base . ...}: tries the base on {@code t} and on every receiver below it. */
  private boolean chain(PatternNode base, int t, Next next) {
    int at = t;
    while (at != NONE) {
      if (match(base, at, next)) {
        return true;
      }
      at = receiver(at);
    }
    return false;
  }

  private int receiver(int node) {
    return switch (tree.kind(node)) {
      case MEMBER, INDEX -> tree.child(node, Role.OBJECT);
      case CALL -> {
        int callee = tree.child(node, Role.CALLEE);
        yield callee != NONE && tree.is(callee, Kind.MEMBER)
            ? tree.child(callee, Role.OBJECT)
            : NONE;
      }
      case CAST, AWAIT -> tree.child(node, Role.VALUE);
      default -> NONE;
    };
  }

  /** {@code m.f} or {@code $X.f} on a name that was imported as {@code m.f}. */
  private boolean bareMember(PatternNode p, int t, Next next) {
    if (!p.dotted.isEmpty()) {
      return names.isCalled(t, p.dotted) && next.run();
    }
    PatternNode pName = p.child(Role.NAME);
    PatternNode pObject = p.child(Role.OBJECT);
    if (pName == null || pObject == null || !pObject.isMetavariable()) {
      return false;
    }
    String full = names.qualified(t);
    int dot = full.lastIndexOf('.');
    if (dot < 0
        || !pName.is(Kind.IDENTIFIER)
        || !pName.symbol.equals(full.substring(dot + 1))
        || full.startsWith("java.lang.")) {
      return false;
    }
    return pObject.slot == PatternNode.NO_SLOT
        ? next.run()
        : slots.text(pObject.slot, tree.start(t), tree.end(t), full.substring(0, dot), next);
  }

  // ---- equivalences ---------------------------------------------------------------------------

  private boolean equivalent(PatternNode p, int t, Kind kind, Next next) {
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
            ? value.isMetavariable() && match(value, t, next)
            : Kinds.isExpression(kind) && match(value, t, next);
      }
      case BLOCK -> block(p, t, kind, next);
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
    return match(left, name, () -> match(right, value, next))
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
        && match(left, key, () -> match(right, value, next));
  }

  /** {@code $X = $Y} on {@code a, b = c, d}. */
  private boolean pairwise(PatternNode left, PatternNode right, int names, int values, Next next) {
    if (!tree.is(names, Kind.TUPLE)
        || !tree.is(values, Kind.TUPLE)
        || left.is(Kind.TUPLE)
        || tree.childCount(names) != tree.childCount(values)) {
      return false;
    }
    int value = tree.firstChild(values);
    for (int name = tree.firstChild(names); name != NONE; name = tree.nextSibling(name)) {
      int paired = value;
      if (match(left, name, () -> match(right, paired, next))) {
        return true;
      }
      value = tree.nextSibling(value);
    }
    return false;
  }

  private boolean annotationAsCall(PatternNode p, int t, Next next) {
    int name = tree.child(t, Role.NAME);
    PatternNode callee = p.child(Role.CALLEE);
    return name != NONE && callee != null && match(callee, name, () -> arguments(p, t, next));
  }

  private boolean arguments(PatternNode p, int t, Next next) {
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
      return pName != null && pName.is(Kind.ELLIPSIS) && roles(p.without(pName), t, kind, next);
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
    Next bodies = () -> pBody == null ? next.run() : match(pBody, body, next);
    return match(
        pName,
        name,
        () -> {
          Next rest = pModifiers == null ? bodies : () -> match(pModifiers, modifiers, bodies);
          return pParameters == null ? rest.run() : match(pParameters, parameters, rest);
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
    return returns && expression != NONE && match(value, expression, next);
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
        && match(key, name, () -> match(value, given, next));
  }

  private boolean bodies(PatternNode p, int t, Next next) {
    PatternNode pBody = p.child(Role.BODY);
    int body = tree.child(t, Role.BODY);
    return pBody == null ? next.run() : body != NONE && match(pBody, body, next);
  }

  private static boolean anyHeader(PatternNode p) {
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
            && match(callee, called, () -> typeArguments(p, t, () -> arguments(p, t, next)));
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
                || pairwise(left, right, target, value, next));
      }
      case BLOCK -> block(p, t, kind, next);
      case IMPORT -> imports.match(p, t, next);
      case ARGUMENT_LIST -> lists.arguments(p.children, t, next);
      case ANNOTATION -> {
        PatternNode pName = p.child(Role.NAME);
        int name = tree.child(t, Role.NAME);
        yield pName != null && name != NONE && match(pName, name, () -> arguments(p, t, next));
      }
      case REGEX -> literals.matchRegex(p, t, next);
      case CHARACTER, ATOM -> tree.symbol(t).equals(p.symbol) && next.run();
      case FOR_EACH -> eachHeader(p, t, kind, next);
      case FOR -> anyHeader(p) ? bodies(p, t, next) : roles(p, t, kind, next);
      case RETURN -> {
        PatternNode value = p.child(Role.VALUE);
        if (value != null && value.is(Kind.ELLIPSIS)) {
          yield next.run();
        }
        yield roles(p, t, kind, next);
      }
      case EXPRESSION_STATEMENT -> match(p.children.getFirst(), tree.firstChild(t), next);
      case LAMBDA -> roles(p, t, kind, next);
      case MEMBER, IDENTIFIER -> name(p, t, kind, next);
      default -> Shapes.sameSymbol(p, tree, t, kind, options) && roles(p, t, kind, next);
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
      return roles(p, t, kind, next);
    }
    int declared = tree.child(name, Role.NAME);
    List<PatternNode> others = new ArrayList<>(p.children);
    others.remove(pName);
    PatternNode rest = p.withChildren(others);
    return declared != NONE && match(pName, declared, () -> roles(rest, t, kind, next));
  }

  private boolean typeArguments(PatternNode p, int t, Next next) {
    PatternNode wanted = p.child(Role.TYPE_ARGUMENTS);
    if (wanted == null) {
      return next.run();
    }
    int given = tree.child(t, Role.TYPE_ARGUMENTS);
    return given != NONE && match(wanted, given, next);
  }

  /** Compares the children role by role. */
  boolean roles(PatternNode p, int t, Kind kind, Next next) {
    List<Role> wanted = p.roles;
    for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
      Role role = tree.role(child);
      if (!wanted.contains(role) && !Shapes.mayBeMissing(p, kind, role)) {
        return false;
      }
    }
    return roles(p, t, kind, wanted, 0, next);
  }

  private boolean roles(PatternNode p, int t, Kind kind, List<Role> wanted, int at, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    Role role = wanted.get(at);
    Next rest = () -> roles(p, t, kind, wanted, at + 1, next);
    List<PatternNode> expected = p.children(role);
    return switch (Shapes.order(kind, role, language)) {
      case LIST -> {
        int[] given = lists.children(t, role);
        yield lists.ordered(expected, given, 0, 0, rest)
            || (language == Language.DOCKERFILE && command(expected, given, rest));
      }
      case PREFIX -> lists.prefix(expected, lists.children(t, role), 0, rest);
      case SUBSET -> lists.subset(expected, lists.children(t, role), rest);
      case SET -> lists.set(expected, lists.children(t, role), rest);
      case ONE -> {
        int child = tree.child(t, role);
        if (expected.size() > 1) {
          yield lists.ordered(expected, lists.children(t, role), 0, 0, rest);
        }
        PatternNode only = expected.getFirst();
        if (child == NONE) {
          yield only.isEllipsis() && kind != Kind.VARIABLE && rest.run();
        }
        yield (only.is(Kind.BLOCK) && Shapes.hasMembers(kind, language))
            ? members(only, child, rest)
            : match(only, child, rest);
      }
    };
  }

  /** The words of one command among those that an instruction of a Dockerfile joins. */
  private boolean command(List<PatternNode> expected, int[] given, Next next) {
    int from = 0;
    for (int to = 0; to <= given.length; to++) {
      boolean ends = to == given.length || isJoint(tree.symbol(given[to]));
      if (ends && to - from < given.length) {
        int[] words = Arrays.copyOfRange(given, from, to);
        if (lists.ordered(expected, words, 0, 0, next)) {
          return true;
        }
      }
      from = ends ? to + 1 : from;
    }
    return false;
  }

  private static boolean isJoint(String word) {
    return switch (word) {
      case "&&", "||", ";", "|", "&", "(", ")" -> true;
      default -> false;
    };
  }

  /**
   * Class bodies: any order, others may stand between. In HCL an ellipsis also reaches into blocks.
   */
  private boolean members(PatternNode p, int body, Next next) {
    boolean deep =
        language == Language.HCL && p.children.stream().anyMatch(PatternNode::isEllipsis);
    int[] given = deep ? index.statementsBelow(body) : lists.children(body);
    return lists.subset(p.children, given, next);
  }

  // ---- statements -----------------------------------------------------------------------------

  private static boolean isStatementMetavariable(PatternNode p) {
    return p.is(Kind.EXPRESSION_STATEMENT) && p.children.getFirst().isMetavariable();
  }

  private boolean block(PatternNode p, int t, Kind kind, Next next) {
    if (kind == Kind.BLOCK) {
      if (p.children.size() == 1
          && isStatementMetavariable(p.children.getFirst())
          && tree.childCount(t) > 1) {
        return match(p.children.getFirst().children.getFirst(), t, next);
      }
      if (p.children.size() == 1 && p.children.getFirst().is(Kind.ELLIPSIS)) {
        return next.run();
      }
      int saved = sequenceEnd;
      boolean done =
          new Statements(this, tree, index, deadline, slots, options)
              .match(p.children, tree.firstChild(t), false, false, next);
      sequenceEnd = saved;
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
        return value != null && match(value, t, next);
      }
      return statement(only, t, false, next);
    }
    boolean surrounded =
        p.children.size() == 3
            && p.children.getFirst().is(Kind.ELLIPSIS)
            && p.children.getLast().is(Kind.ELLIPSIS);
    return surrounded && block(p.withChildren(List.of(p.children.get(1))), t, kind, next);
  }

  /** Matches statements from {@code first} on; more may follow. */
  boolean sequence(List<PatternNode> wanted, int first, boolean inside, Next next) {
    sequenceEnd = 0;
    return new Statements(this, tree, index, deadline, slots, options)
        .match(wanted, first, inside, true, next);
  }

  void sequenceEnd(int end) {
    sequenceEnd = end;
  }

  /** One statement, with what statements allow beyond {@link #match}. */
  boolean statement(PatternNode p, int t, boolean root, Next next) {
    Kind kind = tree.kind(t);
    if (!p.is(Kind.EXPRESSION_STATEMENT)) {
      if (p.is(Kind.BLOCK) && kind != Kind.BLOCK) {
        return false;
      }
      return match(p, t, root, next);
    }
    PatternNode value = p.children.getFirst();
    if (value.isMetavariable()) {
      if (match(value, t, next)) {
        return true;
      }
      return kind == Kind.EXPRESSION_STATEMENT && match(value, tree.firstChild(t), next);
    }
    if (value.is(Kind.DEEP_ELLIPSIS)) {
      return deepInStatement(value.children.getFirst(), t, next);
    }
    return switch (kind) {
      case EXPRESSION_STATEMENT ->
          options.deepExpressionStatements()
              ? implicitlyDeep(value, tree.firstChild(t), next)
              : match(value, tree.firstChild(t), next);
      case VARIABLE -> {
        if (match(value, t, next)) {
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
    if (match(p, t, next)) {
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
  private boolean deep(PatternNode p, int t, Next next) {
    int end = tree.subtreeEnd(t);
    for (int node = t; node < end; node++) {
      deadline.check();
      Kind kind = tree.kind(node);
      if (kind == Kind.BLOCK && node != t) {
        node = tree.subtreeEnd(node) - 1;
        continue;
      }
      boolean tried = node == t || Positions.isExpression(tree, node, kind);
      if (tried && match(p, node, next)) {
        return true;
      }
      if (options.symbolicPropagation() && kind == Kind.IDENTIFIER && tried) {
        int value = context.constants().definition(node);
        if (value != NONE && !tree.isWithin(node, value) && match(p, value, next)) {
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

  /** Matches a type where the file writes one. */
  boolean type(PatternNode p, int t, Next next) {
    return match(p, t, next);
  }

  CodePattern pattern() {
    return pattern;
  }
}
