package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every match of one pattern in one file: chooses where to try and collects what holds. */
final class CodeSearch {
  private final CodePattern pattern;
  private final SyntaxTree tree;
  private final NodeIndex index;
  private final FileContext context;
  private final Deadline deadline;
  private @Nullable CodeMatcher matcher;
  private final Set<Match> found = new LinkedHashSet<>();

  private CodeSearch(CodePattern pattern, FileContext context, Deadline deadline) {
    this.pattern = pattern;
    this.tree = context.syntax();
    this.index = context.index();
    this.context = context;
    this.deadline = deadline;
  }

  /** Made where there is something to try: most patterns meet nothing in most files. */
  private CodeMatcher matcher() {
    if (matcher == null) {
      matcher = new CodeMatcher(pattern, context, deadline);
    }
    return matcher;
  }

  /** The matches by place, each once. */
  static List<Match> find(CodePattern pattern, FileContext context, Deadline deadline) {
    CodeSearch search = new CodeSearch(pattern, context, deadline);
    switch (pattern.form()) {
      case EXPRESSION -> search.expressions(pattern.root());
      case NODE -> search.nodes(pattern.root());
      case SEQUENCE -> search.sequences();
      case GENERIC -> {}
    }
    return sorted(search.found);
  }

  /** The matches of the pattern on this very node, wherever it stands. */
  static List<Match> at(int node, CodePattern pattern, FileContext context, Deadline deadline) {
    CodeSearch search = new CodeSearch(pattern, context, deadline);
    if (pattern.form() != CodePattern.Form.SEQUENCE) {
      search.matcher().match(pattern.root(), node, true, () -> search.found(node));
    }
    return sorted(search.found);
  }

  static List<Match> sorted(Collection<Match> matches) {
    List<Match> sorted = new ArrayList<>(matches);
    sorted.sort((a, b) -> {
      int byPlace = a.range().compareTo(b.range());
      return byPlace != 0 ? byPlace : Integer.compare(b.bindings().size(), a.bindings().size());
    });
    return List.copyOf(sorted);
  }

  private void expressions(PatternNode root) {
    Optional<List<int[]>> places = places(root);
    if (places.isPresent()) {
      places.get().forEach(this::tryAll);
      return;
    }
    for (int node = 1; node < tree.size(); node++) {
      tryAt(node);
    }
    if (root.is(Kind.TYPED_METAVARIABLE)) {
      declaredNames(root);
    }
  }

  /** The only nodes on which an expression of this shape can match; empty where any may do. */
  private Optional<List<int[]>> places(PatternNode root) {
    return switch (root.kind) {
      case STRING, NUMBER, BOOLEAN, METAVARIABLE, TYPED_METAVARIABLE, DEEP_ELLIPSIS, ELLIPSIS ->
          Optional.empty();
      case CALL -> {
        PatternNode callee = root.children.getFirst();
        String name = lastNameOf(callee);
        List<String> names = name.isEmpty() ? calledNames(callee) : List.of(name);
        yield pattern.options().callMatchesAnnotation()
            ? places(names, Kind.CALL, Kind.ANNOTATION)
            : places(names, Kind.CALL);
      }
      case NEW -> places(names(lastNameOf(root.children.getFirst())), Kind.NEW);
      case MEMBER -> places(names(lastNameOf(root)), Kind.MEMBER, Kind.IDENTIFIER);
      case IDENTIFIER ->
          Optional.of(List.of(index.named(Kind.IDENTIFIER, root.symbol), index.of(Kind.ATOM)));
      case ASSIGN -> {
        List<int[]> all = new ArrayList<>();
        all.add(index.of(Kind.ASSIGN));
        if (pattern.language() == Language.HCL) {
          all.add(index.of(Kind.PAIR));
        }
        if (pattern.options().assignMatchesVariable()) {
          all.add(index.of(Kind.VARIABLE));
        }
        yield Optional.of(all);
      }
      case LIST -> places(List.of(), Kind.LIST, Kind.COMPREHENSION);
      case MAP, SET -> places(List.of(), Kind.MAP, Kind.SET, Kind.COMPREHENSION);
      case TEMPLATE ->
          root.content == PatternNode.Content.EXACT
              ? places(List.of(), Kind.TEMPLATE)
              : places(List.of(), Kind.TEMPLATE, Kind.STRING);
      case TUPLE -> places(List.of(), Kind.TUPLE, Kind.COMPREHENSION);
      default -> places(List.of(), root.kind);
    };
  }

  /**
   * @param names that the nodes can have; empty where any may do
   */
  private Optional<List<int[]>> places(List<String> names, Kind... kinds) {
    List<int[]> all = new ArrayList<>(kinds.length);
    for (Kind kind : kinds) {
      switch (names.size()) {
        case 0 -> all.add(index.of(kind));
        case 1 -> all.add(index.named(kind, names.getFirst()));
        default -> all.add(index.named(kind, names));
      }
    }
    return Optional.of(all);
  }

  private static List<String> names(String name) {
    return name.isEmpty() ? List.of() : List.of(name);
  }

  /** The names that conditions leave to a call without one of its own; empty where any may do. */
  private List<String> calledNames(PatternNode callee) {
    PatternNode name = callee.is(Kind.MEMBER) ? callee.children.getLast() : callee;
    return pattern.namesOf(name);
  }

  /** Declared variables with a value are expressions of their type, too. */
  private void declaredNames(PatternNode root) {
    for (int variable : index.of(Kind.VARIABLE)) {
      int name = tree.child(variable, Role.NAME);
      if (name != NONE && tree.child(variable, Role.VALUE) != NONE) {
        matcher().match(root, name, true, () -> found(name));
      }
    }
  }

  /** The last name that code must have at a callee to match; empty where any may do. */
  private static String lastNameOf(PatternNode node) {
    return switch (node.kind) {
      case IDENTIFIER -> node.symbol;
      case MEMBER -> {
        PatternNode name = node.children.getLast();
        yield name.is(Kind.IDENTIFIER) ? name.symbol : "";
      }
      case GENERIC_TYPE -> lastNameOf(node.children.getFirst());
      default -> "";
    };
  }

  private void tryAll(int[] candidates) {
    for (int candidate : candidates) {
      tryAt(candidate);
    }
  }

  private void tryAt(int candidate) {
    if (!isCandidate(candidate)) {
      return;
    }
    matcher().match(pattern.root(), candidate, true, () -> found(candidate));
  }

  private boolean isCandidate(int node) {
    Kind kind = tree.kind(node);
    if (kind == Kind.VARIABLE || kind == Kind.ANNOTATION || kind == Kind.PAIR) {
      return true;
    }
    return Positions.isExpression(tree, node, kind);
  }

  private boolean found(int candidate) {
    found.add(new Match(tree.range(candidate), candidate, matcher().bindings()));
    return false;
  }

  private void nodes(PatternNode root) {
    Optional<List<int[]>> needed = needed(root);
    if (needed.isPresent() && areEmpty(needed.get())) {
      return;
    }
    for (Kind kind : CodeMatcher.kindsFor(root)) {
      for (int candidate : index.of(kind)) {
        if (needed.isEmpty() || holdsAny(candidate, needed.get())) {
          matcher().statement(root, candidate, true, () -> found(candidate));
        }
      }
    }
  }

  /**
   * Nodes of which a statement has to hold one for this pattern of a statement to match it: those
   * on which its expression can match. Not told where a name may stand for its value.
   */
  private Optional<List<int[]>> needed(PatternNode root) {
    if (!root.is(Kind.EXPRESSION_STATEMENT) || pattern.options().symbolicPropagation()) {
      return Optional.empty();
    }
    PatternNode value = root.children.getFirst();
    return switch (value.kind) {
      case CALL, NEW, ASSIGN, COMPOUND_ASSIGN -> places(value);
      default -> Optional.empty();
    };
  }

  private static boolean areEmpty(List<int[]> places) {
    return places.stream().allMatch(nodes -> nodes.length == 0);
  }

  private boolean holdsAny(int node, List<int[]> places) {
    for (int[] nodes : places) {
      if (index.anyWithin(nodes, node)) {
        return true;
      }
    }
    return false;
  }

  private void sequences() {
    for (PatternNode root : pattern.roots()) {
      Optional<List<int[]>> needed = needed(root);
      if (needed.isPresent() && areEmpty(needed.get())) {
        return;
      }
    }
    boolean leading = pattern.roots().getFirst().isEllipsis();
    CodeMatcher trying = matcher();
    for (int node : index.lists()) {
      deadline.check();
      int begin =
          tree.is(node, Kind.OTHER) ? tree.child(node, Role.STATEMENT) : tree.firstChild(node);
      for (int first = begin; first != NONE; first = tree.nextSibling(first)) {
        int start = first;
        trying.sequence(
            pattern.roots(),
            first,
            pattern.inside(),
            () -> {
              int end = Math.max(trying.sequenceEnd(), tree.end(start));
              found.add(new Match(new TextRange(tree.start(start), end), NONE, trying.bindings()));
              return false;
            });
        if (leading) {
          break;
        }
      }
    }
  }
}
