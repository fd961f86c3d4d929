package dev.coderev.analysis.pattern;

import dev.coderev.analysis.rule.Condition;
import dev.coderev.analysis.rule.Condition.MetavariableRegex;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few names that a {@code metavariable-regex} leaves to the metavariable that a pattern calls,
 * as in {@code $X.$M(...)} with {@code ^(get|put)$}: calls of other names need not be tried. Two
 * are equal where metavariable and expression are. Safe to share.
 */
final class CalledNames {
  private static final int MOST = 256;

  private final String metavariable;
  private final Pattern regex;
  private volatile @Nullable List<String> names;

  private CalledNames(String metavariable, Pattern regex) {
    this.metavariable = metavariable;
    this.regex = regex;
  }

  /** What the conditions say of a metavariable that this pattern calls. */
  static Optional<CalledNames> of(String pattern, Collection<Condition> conditions) {
    for (Condition condition : conditions) {
      if (condition instanceof MetavariableRegex test
          && !test.constantPropagation()
          && pattern.contains(test.metavariable() + "(")) {
        return Optional.of(new CalledNames(test.metavariable(), test.regex()));
      }
    }
    return Optional.empty();
  }

  String metavariable() {
    return metavariable;
  }

  /** The names; empty where there are too many to tell or one is no plain name. */
  List<String> names() {
    List<String> known = names;
    if (known == null) {
      List<String> texts = RegexLiterals.wholes(regex, MOST);
      known = texts.stream().allMatch(CalledNames::isName) ? List.copyOf(texts) : List.of();
      names = known;
    }
    return known;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '!' || c == '?');
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CalledNames called
        && metavariable.equals(called.metavariable)
        && regex.pattern().equals(called.regex.pattern())
        && regex.flags() == called.regex.flags();
  }

  @Override
  public int hashCode() {
    return metavariable.hashCode() * 31 + regex.pattern().hashCode();
  }
}
