package dev.coderev.analysis.yaml;

import java.util.Collection;
import java.util.Optional;

/** The legal word that somebody most likely meant: the one at the least edit distance. */
public final class NearestWord {
  private NearestWord() {}

  /** The nearest of {@code legal}, or empty if none is near enough to be worth a guess. */
  public static Optional<String> to(String written, Collection<String> legal) {
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String word : legal) {
      int distance = distance(written, word);
      if (distance < least || (distance == least && word.compareTo(best) < 0)) {
        least = distance;
        best = word;
      }
    }
    int tolerated = Math.max(1, Math.min(written.length(), best.length()) / 2);
    return least <= tolerated ? Optional.of(best) : Optional.empty();
  }

  /** {@code "; did you mean 'x'?"}, or nothing. */
  public static String hint(String written, Collection<String> legal) {
    return to(written, legal).map(word -> "; did you mean '" + word + "'?").orElse("");
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    if (a.length() > 64) {
      return Integer.MAX_VALUE;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1))
                ? 0
                : 1;
        int least =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
