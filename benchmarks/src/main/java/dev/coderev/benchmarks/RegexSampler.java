package dev.coderev.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes texts that a regular expression matches. It knows what formats of tokens are written with:
 * characters, escapes, classes, groups, alternatives and quantifiers.
 */
final class RegexSampler {
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** How often at most what has no upper bound is repeated beyond its lower one. */
  private static final int MORE = 8;

  private final RandomGenerator random;
  private final String regex;
  private int at;

  private RegexSampler(String regex, RandomGenerator random) {
    this.regex = regex;
    this.random = random;
  }

  /**
   * @throws IllegalArgumentException if the expression has something that is not known here
   */
  static String sample(String regex, RandomGenerator random) {
    RegexSampler sampler = new RegexSampler(regex, random);
    String sample = sampler.alternatives();
    if (sampler.at < regex.length()) {
      throw new IllegalArgumentException("unbalanced: " + regex);
    }
    return sample;
  }

  private boolean sees(char c) {
    return at < regex.length() && regex.charAt(at) == c;
  }

  private char next() {
    if (at >= regex.length()) {
      throw new IllegalArgumentException("ends too early: " + regex);
    }
    return regex.charAt(at++);
  }

  /** Every branch is made, so that the position moves over all of them; one is taken. */
  private String alternatives() {
    List<String> branches = new ArrayList<>();
    branches.add(sequence());
    while (sees('|')) {
      at++;
      branches.add(sequence());
    }
    return branches.get(random.nextInt(branches.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < regex.length() && !sees('|') && !sees(')')) {
      int start = at;
      String once = atom();
      int end = at;
      for (int times = times(); times > 0; times--) {
        int after = at;
        at = start;
        text.append(times == 1 ? once : atom());
        at = after;
      }
      at = Math.max(at, end);
    }
    return text.toString();
  }

  private int times() {
    if (sees('?')) {
      at++;
      return random.nextInt(2);
    }
    if (sees('*') || sees('+')) {
      return (next() == '+' ? 1 : 0) + random.nextInt(MORE);
    }
    if (!sees('{')) {
      return 1;
    }
    int end = regex.indexOf('}', at);
    if (end < 0) {
      throw new IllegalArgumentException("an open quantifier: " + regex);
    }
    String[] bounds = regex.substring(at + 1, end).split(",", -1);
    at = end + 1;
    int least = Integer.parseInt(bounds[0]);
    if (bounds.length == 1) {
      return least;
    }
    int most = bounds[1].isEmpty() ? least + MORE : Integer.parseInt(bounds[1]);
    return least + random.nextInt(most - least + 1);
  }

  private String atom() {
    char c = next();
    return switch (c) {
      case '(' -> group();
      case '[' -> one(characters());
      case '\\' -> sees('b') ? boundary() : one(escaped(next()));
      case '.' -> one(LETTERS + DIGITS);
      default -> String.valueOf(c);
    };
  }

  private String boundary() {
    at++;
    return "";
  }

  private String group() {
    if (sees('?')) {
      at++;
      if (next() != ':') {
        throw new IllegalArgumentException("a group of a kind not known here: " + regex);
      }
    }
    String text = alternatives();
    next();
    return text;
  }

  private String one(String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }

  private String characters() {
    if (sees('^')) {
      throw new IllegalArgumentException("a class of what is not meant: " + regex);
    }
    StringBuilder all = new StringBuilder();
    for (char c = next(); c != ']'; c = next()) {
      if (c == '\\') {
        all.append(escaped(next()));
      } else if (sees('-') && at + 1 < regex.length() && regex.charAt(at + 1) != ']') {
        at++;
        for (char last = next(), each = c; each <= last; each++) {
          all.append(each);
        }
      } else {
        all.append(c);
      }
    }
    return all.toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'd' -> DIGITS;
      case 'w' -> LETTERS + DIGITS + "_";
      case 's' -> " ";
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new IllegalArgumentException("an escape not known here: \\" + c);
        }
        yield String.valueOf(c);
      }
    };
  }
}
