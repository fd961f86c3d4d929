package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts with which the matches of one regular expression begin, and a search for them.
 *
 * <p>The first two characters of each are bits of a table, so that a text is passed over at about a
 * character per nanosecond. Safe to share.
 */
final class RegexStarts {
  /** Nothing is known: a match may begin at any place. */
  static final RegexStarts ANYWHERE = new RegexStarts(List.of(), false);

  private static final int SHORTEST = 2;
  private static final int ASCII = 128;

  private final boolean ignoreCase;
  private final boolean[] pairs;
  private final Map<Integer, List<String>> byPair = new HashMap<>();

  private RegexStarts(List<String> starts, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    this.pairs = new boolean[starts.isEmpty() ? 0 : ASCII * ASCII];
    starts.forEach(this::add);
  }

  /**
   * Matches begin with one of these.
   *
   * @param ignoreCase whether ASCII letters count as the same in either case
   */
  static RegexStarts with(List<String> starts, boolean ignoreCase) {
    boolean usable =
        starts.stream()
            .allMatch(start ->
                start.length() >= SHORTEST && start.charAt(0) < ASCII && start.charAt(1) < ASCII);
    return usable && !starts.isEmpty() ? new RegexStarts(starts, ignoreCase) : ANYWHERE;
  }

  private void add(String start) {
    for (char first : cases(start.charAt(0))) {
      for (char second : cases(start.charAt(1))) {
        int pair = pair(first, second);
        pairs[pair] = true;
        byPair.computeIfAbsent(pair, _ -> new ArrayList<>()).add(start);
      }
    }
  }

  private char[] cases(char c) {
    char lower = Character.toLowerCase(c);
    char upper = Character.toUpperCase(c);
    return ignoreCase && lower != upper ? new char[] {lower, upper} : new char[] {c};
  }

  private static int pair(char first, char second) {
    return first * ASCII + second;
  }

  /** Whether anything is known. */
  boolean isKnown() {
    return pairs.length > 0;
  }

  /** Where one of the starts stands at {@code from} or after, or -1. */
  int next(String text, int from) {
    int last = text.length() - SHORTEST;
    for (int at = from; at <= last; at++) {
      char first = text.charAt(at);
      char second = text.charAt(at + 1);
      if (first < ASCII && second < ASCII && pairs[pair(first, second)] && stands(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private boolean stands(String text, int at) {
    for (String start :
        byPair.getOrDefault(pair(text.charAt(at), text.charAt(at + 1)), List.of())) {
      if (text.regionMatches(ignoreCase, at, start, 0, start.length())) {
        return true;
      }
    }
    return false;
  }
}
