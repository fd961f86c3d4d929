package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Set;

/** Lowers the labels of cases that are patterns: the names in them take parts of the subject. */
final class Patterns {
  private static final Set<Kind> PATTERNS =
      Set.of(
          Kind.OTHER,
          Kind.TUPLE,
          Kind.LIST,
          Kind.MAP,
          Kind.VARIABLE,
          Kind.PARAMETER,
          Kind.TYPE_TEST,
          Kind.ERROR);

  /** Raw types whose first name is no new variable but a class, a type or a key. */
  private static final Set<String> FIRST_IS_KNOWN =
      Set.of(
          "class_pattern",
          "keyword_pattern",
          "declaration_pattern",
          "recursive_pattern",
          "subpattern",
          "tuple_struct_pattern",
          "struct_pattern",
          "field_pattern",
          "deconstruction_pattern",
          "constant_pattern");

  private final SyntaxTree tree;
  private final FunctionBody body;
  private final Assignments assignments;
  private final Language language;

  Patterns(SyntaxTree tree, FunctionBody body, Assignments assignments) {
    this.tree = tree;
    this.body = body;
    this.assignments = assignments;
    this.language = tree.file().language();
  }

  /** Whether a label is more than a value to compare with. */
  boolean isPattern(int label) {
    return PATTERNS.contains(tree.kind(label));
  }

  /** Whether a label is a name that takes whatever comes. */
  boolean takesAll(int label) {
    if (!tree.is(label, Kind.IDENTIFIER)) {
      return false;
    }
    String name = tree.symbol(label);
    if (name.equals("_") || name.equals("default")) {
      return true;
    }
    return switch (language) {
      case PYTHON -> true;
      case RUST -> isVariableName(name);
      case RUBY -> tree.rawType(tree.parent(label)).startsWith("in");
      default -> false;
    };
  }

  /** Gives the names in a pattern their parts of the subject. */
  void bind(int pattern, int subject) {
    switch (tree.kind(pattern)) {
      case VARIABLE, PARAMETER -> assignments.assign(pattern, subject, pattern, true);
      case IDENTIFIER -> {
        if (bindsNames() && isVariableName(tree.symbol(pattern))) {
          assignments.assign(pattern, subject, pattern, !isFunctionScoped());
        }
      }
      case TUPLE, LIST -> elements(pattern, subject);
      case SPREAD -> inner(pattern, tree.firstChild(pattern), subject);
      default -> inner(pattern, firstNew(pattern), subject);
    }
  }

  private void elements(int pattern, int subject) {
    long position = 0;
    for (int child = tree.firstChild(pattern); child != NONE; child = tree.nextSibling(child)) {
      int part = child;
      Long constant = position++;
      int index = body.emit(r -> new Instruction.Literal(r, NONE, constant));
      int element = body.emit(r -> new Instruction.ReadIndex(r, part, subject, index));
      bind(part, element);
    }
  }

  private void inner(int pattern, int from, int subject) {
    for (int child = from; child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) != Role.TYPE && !tree.is(child, Kind.STRING)) {
        int part = child;
        int value =
            tree.rawType(pattern).equals("as_pattern")
                ? subject
                : body.emit(r -> new Instruction.ReadElement(r, part, subject));
        bind(part, value);
      }
    }
  }

  private int firstNew(int pattern) {
    int first = tree.firstChild(pattern);
    boolean known =
        first != NONE
            && tree.is(first, Kind.IDENTIFIER)
            && FIRST_IS_KNOWN.contains(tree.rawType(pattern))
            && (tree.nextSibling(first) != NONE || !tree.rawType(pattern).equals("subpattern"));
    return known ? tree.nextSibling(first) : first;
  }

  private boolean bindsNames() {
    return switch (language) {
      case PYTHON, RUBY, RUST, SWIFT, CSHARP -> true;
      default -> false;
    };
  }

  private boolean isFunctionScoped() {
    return language == Language.PYTHON || language == Language.RUBY;
  }

  private static boolean isVariableName(String name) {
    return !name.isEmpty() && !name.equals("_") && !Character.isUpperCase(name.charAt(0));
  }
}
