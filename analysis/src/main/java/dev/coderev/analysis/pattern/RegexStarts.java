package dev.coderev.analysis.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts with which the matches of one regular expression begin, and a search for them.
 *
 * <p>A few texts are each looked for by the search of the JDK, which compares many characters at
 * once. Of more, the first two characters are looked up in a table, so that a text is passed over
 * at about a character per nanosecond. Safe to share.
 */
final class RegexStarts {
  /** Nothing is known: a match may begin at any place. */
  static final RegexStarts ANYWHERE = new RegexStarts(List.of(), false);

  private static final int SHORTEST = 2;
  private static final int ASCII = 128;
  private static final int FEW = 6;

  private final boolean ignoreCase;
  private final List<String> starts;

  /** By the first two characters: the texts that begin so; no table where there are few texts. */
  private final String[][] byPair;

  private RegexStarts(List<String> starts, boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
    this.starts = starts.stream().distinct().toList();
    this.byPair = isFew() ? new String[0][] : new String[ASCII * ASCII][];
    if (!isFew()) {
      this.starts.forEach(this::add);
    }
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

  private boolean isFew() {
    return starts.size() <= FEW && !ignoreCase;
  }

  private void add(String start) {
    for (char first : cases(start.charAt(0))) {
      for (char second : cases(start.charAt(1))) {
        int pair = first * ASCII + second;
        List<String> alike =
            byPair[pair] == null ? new ArrayList<>() : new ArrayList<>(List.of(byPair[pair]));
        alike.add(start);
        byPair[pair] = alike.toArray(String[]::new);
      }
    }
  }

  private char[] cases(char c) {
    char lower = Character.toLowerCase(c);
    char upper = Character.toUpperCase(c);
    return ignoreCase && lower != upper ? new char[] {lower, upper} : new char[] {c};
  }

  /** Whether anything is known. */
  boolean isKnown() {
    return !starts.isEmpty();
  }

  /** A search in this text. */
  Search in(String text) {
    return isFew() ? new EachSearch(text) : new TableSearch(text);
  }

  /** A search in one text, from its beginning to its end. Confined to one thread. */
  sealed interface Search {
    /**
     * Where one of the starts stands at {@code from} or after, or -1; never asked for a place
     * before that of an earlier question.
     */
    int next(int from);
  }

  /** Goes from place to place and compares only where the first two characters fit. */
  private final class TableSearch implements Search {
    private final String text;

    TableSearch(String text) {
      this.text = text;
    }

    @Override
    public int next(int from) {
      int last = text.length() - SHORTEST;
      for (int at = from; at <= last; at++) {
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        if (first < ASCII && second < ASCII) {
          String[] alike = byPair[first * ASCII + second];
          if (alike != null && stands(alike, at)) {
            return at;
          }
        }
      }
      return -1;
    }

    private boolean stands(String[] alike, int at) {
      for (String start : alike) {
        if (text.regionMatches(ignoreCase, at, start, 0, start.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Keeps for each text where it stands next. */
  private final class EachSearch implements Search {
    private static final int UNKNOWN = -1;

    private final String text;
    private final int[] places = new int[starts.size()];

    EachSearch(String text) {
      this.text = text;
      Arrays.fill(places, UNKNOWN);
    }

    @Override
    public int next(int from) {
      int nearest = text.length();
      for (int i = 0; i < places.length; i++) {
        if (places[i] < from) {
          int found = text.indexOf(starts.get(i), from);
          places[i] = found < 0 ? text.length() : found;
        }
        nearest = Math.min(nearest, places[i]);
      }
      return nearest == text.length() ? -1 : nearest;
    }
  }
}
