package dev.coderev.analysis.regex;

import java.util.List;

/** A part of a regular expression. */
sealed interface RegexNode {
  /** Matches the empty text, everywhere. */
  RegexNode EMPTY = new Sequence(List.of());

  /** One character of a set; of the empty set, nothing. */
  record Characters(CharSet set) implements RegexNode {}

  record Sequence(List<RegexNode> parts) implements RegexNode {}

  record Choice(List<RegexNode> ways) implements RegexNode {}

  /**
   * A part again and again.
   *
   * @param most {@link Integer#MAX_VALUE} where nothing limits it
   * @param possessive whether what it took is never given back
   */
  record Repeat(RegexNode part, int least, int most, boolean possessive) implements RegexNode {}

  /** What is taken once and never given back. */
  record Atomic(RegexNode part) implements RegexNode {}

  /** A place that is asked for and takes no characters. */
  enum Anchor implements RegexNode {
    START,
    END,
    ELSEWHERE
  }

  /** A look at what follows, which takes no characters. */
  record LookAhead(RegexNode part, boolean negative) implements RegexNode {}
}
