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
import java.util.Set;

/** Finds every match of one pattern in one file: chooses where to try and collects what holds. */
final class CodeSearch {
  private final CodePattern pattern;
  private final SyntaxTree tree;
  private final NodeIndex index;
  private final CodeMatcher matcher;
  private final Set<Match> found = new LinkedHashSet<>();

  private CodeSearch(CodePattern pattern, FileContext context, Deadline deadline) {
    this.pattern = pattern;
    this.tree = context.syntax();
    this.index = context.index();
    this.matcher = new CodeMatcher(pattern, context, deadline);
  }

  /** The matches by place, each once. */
  static List<Match> find(CodePattern pattern, FileContext context, Deadline deadline) {
    CodeSearch search = new CodeSearch(pattern, context, deadline);
    switch (pattern.form()) {
      case EXPRESSION -> search.expressions(pattern.root());
      case NODE -> search.nodes(pattern.root());
      case SEQUENCE -> search.sequences(deadline);
      case GENERIC -> {}
    }
    return sorted(search.found);
  }

  /** The matches of the pattern on this very node, wherever it stands. */
  static List<Match> at(int node, CodePattern pattern, FileContext context, Deadline deadline) {
    CodeSearch search = new CodeSearch(pattern, context, deadline);
    if (pattern.form() != CodePattern.Form.SEQUENCE) {
      search.matcher.match(pattern.root(), node, true, () -> search.found(node));
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
    switch (root.kind) {
      case CALL -> {
        PatternNode callee = root.children.getFirst();
        String name = lastNameOf(callee);
        tryAll(name.isEmpty() ? index.of(Kind.CALL) : index.named(Kind.CALL, name));
        if (pattern.options().callMatchesAnnotation()) {
          tryAll(name.isEmpty() ? index.of(Kind.ANNOTATION) : index.named(Kind.ANNOTATION, name));
        }
      }
      case NEW -> {
        String name = lastNameOf(root.children.getFirst());
        tryAll(name.isEmpty() ? index.of(Kind.NEW) : index.named(Kind.NEW, name));
      }
      case MEMBER -> {
        String name = lastNameOf(root);
        tryAll(name.isEmpty() ? index.of(Kind.MEMBER) : index.named(Kind.MEMBER, name));
        if (name.isEmpty()) {
          tryAll(index.of(Kind.IDENTIFIER));
        } else {
          tryAll(index.named(Kind.IDENTIFIER, name));
        }
      }
      case IDENTIFIER -> {
        tryAll(index.named(Kind.IDENTIFIER, root.symbol));
        tryAll(index.of(Kind.ATOM));
      }
      case ASSIGN -> {
        tryAll(index.of(Kind.ASSIGN));
        if (pattern.language() == Language.HCL) {
          tryAll(index.of(Kind.PAIR));
        }
        if (pattern.options().assignMatchesVariable()) {
          tryAll(index.of(Kind.VARIABLE));
        }
      }
      case STRING, NUMBER, BOOLEAN, METAVARIABLE, TYPED_METAVARIABLE, DEEP_ELLIPSIS, ELLIPSIS -> {
        for (int node = 1; node < tree.size(); node++) {
          tryAt(node);
        }
        if (root.is(Kind.TYPED_METAVARIABLE)) {
          declaredNames(root);
        }
      }
      case LIST -> {
        tryAll(index.of(Kind.LIST));
        tryAll(index.of(Kind.COMPREHENSION));
      }
      case MAP, SET -> {
        tryAll(index.of(Kind.MAP));
        tryAll(index.of(Kind.SET));
        tryAll(index.of(Kind.COMPREHENSION));
      }
      case TEMPLATE -> {
        tryAll(index.of(Kind.TEMPLATE));
        if (root.content != PatternNode.Content.EXACT) {
          tryAll(index.of(Kind.STRING));
        }
      }
      case TUPLE -> {
        tryAll(index.of(root.kind));
        tryAll(index.of(Kind.COMPREHENSION));
      }
      default -> tryAll(index.of(root.kind));
    }
  }

  /** Declared variables with a value are expressions of their type, too. */
  private void declaredNames(PatternNode root) {
    for (int variable : index.of(Kind.VARIABLE)) {
      int name = tree.child(variable, Role.NAME);
      if (name != NONE && tree.child(variable, Role.VALUE) != NONE) {
        matcher.match(root, name, true, () -> found(name));
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
    matcher.match(pattern.root(), candidate, true, () -> found(candidate));
  }

  private boolean isCandidate(int node) {
    Kind kind = tree.kind(node);
    if (kind == Kind.VARIABLE || kind == Kind.ANNOTATION || kind == Kind.PAIR) {
      return true;
    }
    return Positions.isExpression(tree, node, kind);
  }

  private boolean found(int candidate) {
    found.add(new Match(tree.range(candidate), candidate, matcher.bindings()));
    return false;
  }

  private void nodes(PatternNode root) {
    for (Kind kind : CodeMatcher.kindsFor(root)) {
      for (int candidate : index.of(kind)) {
        matcher.statement(root, candidate, true, () -> found(candidate));
      }
    }
  }

  private void sequences(Deadline deadline) {
    boolean leading = pattern.roots().getFirst().isEllipsis();
    for (int node = 0; node < tree.size(); node++) {
      deadline.check();
      Kind kind = tree.kind(node);
      if (kind != Kind.BLOCK && kind != Kind.FILE && !isList(node)) {
        continue;
      }
      int begin = kind == Kind.OTHER ? tree.child(node, Role.STATEMENT) : tree.firstChild(node);
      for (int first = begin; first != NONE; first = tree.nextSibling(first)) {
        int start = first;
        matcher.sequence(
            pattern.roots(),
            first,
            pattern.inside(),
            () -> {
              int end = Math.max(matcher.sequenceEnd(), tree.end(start));
              found.add(new Match(new TextRange(tree.start(start), end), NONE, matcher.bindings()));
              return false;
            });
        if (leading) {
          break;
        }
      }
    }
  }

  private boolean isList(int node) {
    return tree.child(node, Role.STATEMENT) != NONE;
  }
}
