package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed pattern. Immutable.
 *
 * @param form what it is tried on
 * @param roots one node, or several for a statement sequence
 * @param metavariables names with {@code $}; the position is the slot
 * @param inside whether it stands under {@code pattern-inside}
 */
record CodePattern(
    String text,
    Language language,
    MatchOptions options,
    Form form,
    List<PatternNode> roots,
    List<String> metavariables,
    boolean inside) {

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
