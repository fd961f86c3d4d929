package dev.coderev.analysis.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The place in a text to which an escaped value must go for its escaping to hold. */
public enum Placement {
  /** Between quotes, as in {@code "name = '" + value + "'"}. */
  QUOTES,
  /** In the content of an element of a page, or in a quoted attribute. */
  MARKUP;

  /** The word by which rules name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Placement> of(String word) {
    return Arrays.stream(values()).filter(placement -> placement.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Placement::word).toList();
  }
}
