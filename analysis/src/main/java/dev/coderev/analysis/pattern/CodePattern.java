package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parsed pattern. Immutable.
 *
 * @param form what it is tried on
 * @param roots one node, or several for a statement sequence
 * @param metavariables names with {@code $}; the position is the slot
 * @param inside whether it stands under {@code pattern-inside}
 * @param called what is known of a name that it calls by a metavariable
 */
record CodePattern(
    String text,
    Language language,
    MatchOptions options,
    Form form,
    List<PatternNode> roots,
    List<String> metavariables,
    boolean inside,
    Optional<CalledNames> called) {

  /** What a pattern is tried on. */
  enum Form {
    /** Every expression. */
    EXPRESSION,
    /** Every node of the kind, statements and definitions mostly. */
    NODE,
    /** Every run of statements. */
    SEQUENCE,
    /** The words of any text. */
    GENERIC
  }

  CodePattern {
    roots = List.copyOf(roots);
    metavariables = List.copyOf(metavariables);
  }

  CodePattern(
      String text,
      Language language,
      MatchOptions options,
      Form form,
      List<PatternNode> roots,
      List<String> metavariables,
      boolean inside) {
    this(text, language, options, form, roots, metavariables, inside, Optional.empty());
  }

  CodePattern with(CalledNames names) {
    return new CodePattern(
        text, language, options, form, roots, metavariables, inside, Optional.of(names));
  }

  /** The only names that this node of the pattern can have; empty where any may do. */
  List<String> namesOf(PatternNode node) {
    return node.isMetavariable()
            && node.slot != PatternNode.NO_SLOT
            && called.isPresent()
            && called.get().metavariable().equals(metavariables.get(node.slot))
        ? called.get().names()
        : List.of();
  }

  PatternNode root() {
    return roots.getFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
