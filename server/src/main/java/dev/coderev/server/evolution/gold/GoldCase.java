package dev.coderev.server.evolution.gold;

import java.util.List;

/**
 * A text whose findings are known.
 *
 * @param set one of {@link GoldCategory}
 * @param clean whether nothing is to be found
 * @param weight within its set
 */
public record GoldCase(
    String id,
    String name,
    String set,
    String language,
    String code,
    List<Expected> expected,
    boolean clean,
    double weight) {
  /** A finding that is to be there. */
  public record Expected(String type, String severity, int line) {}

  public GoldCase {
    expected = List.copyOf(expected);
  }

  GoldCategory category() {
    return GoldCategory.byId(set).orElseThrow();
  }
}
