package dev.coderev.analysis.rule;

import java.util.regex.Pattern;

/** How a rule repairs what it found. */
public sealed interface RuleFix {
  /** {@code fix}: the match is replaced by this text with metavariables filled in. */
  record Replacement(String template) implements RuleFix {}

  /**
   * {@code fix-regex}: within the match, occurrences of the regex are replaced; {@code \1} names a
   * group.
   *
   * @param count how many at most; 0 means all
   */
  record RegexReplacement(Pattern regex, String replacement, int count) implements RuleFix {}
}
