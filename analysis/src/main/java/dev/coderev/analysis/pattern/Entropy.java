package dev.coderev.analysis.pattern;

/**
 * Whether a text looks random, as keys and passwords do: much information, and much of it per
 * character.
 */
final class Entropy {
  private static final double LEAST_BITS = 40;
  private static final double LEAST_BITS_PER_CHARACTER = 3.0;
  private static final int MOST_DIGIT_RUNS_OF_WORDS = 3;
  private static final int DIGIT = 0;

  private Entropy() {}

  static boolean isHigh(String text) {
    if (text.length() < 8) {
      return false;
    }
    double perCharacter = bitsPerCharacter(text);
    return perCharacter >= LEAST_BITS_PER_CHARACTER
        && perCharacter * text.length() >= LEAST_BITS
        && !looksLikeWords(text);
  }

  /** Shannon's measure over the characters of the text itself. */
  static double bitsPerCharacter(String text) {
    int[] counts = new int[128];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < counts.length) {
        counts[c]++;
      } else {
        others++;
      }
    }
    double bits = 0;
    for (int count : counts) {
      bits += share(count, text.length());
    }
    return bits + share(others, text.length());
  }

  private static double share(int count, int total) {
    if (count == 0) {
      return 0;
    }
    double p = (double) count / total;
    return -p * Math.log(p) / Math.log(2);
  }

  /**
   * Long runs of letters with about as many vowels as words have, and hardly ever digits between
   * them.
   */
  private static boolean looksLikeWords(String text) {
    int letters = 0;
    int vowels = 0;
    int changes = 0;
    int digitRuns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        if ("aeiouAEIOU".indexOf(c) >= 0) {
          vowels++;
        }
      }
      if (i > 0 && type(c) != type(text.charAt(i - 1))) {
        changes++;
        digitRuns += type(c) == DIGIT ? 1 : 0;
      }
    }
    boolean wordy = letters > text.length() * 0.7 && vowels > letters * 0.25;
    return wordy && changes < text.length() * 0.35 && digitRuns <= MOST_DIGIT_RUNS_OF_WORDS;
  }

  private static int type(char c) {
    return Character.isDigit(c)
        ? DIGIT
        : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
  }
}
