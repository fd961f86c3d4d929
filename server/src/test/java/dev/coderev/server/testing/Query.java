package dev.coderev.server.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a query of Prometheus.
 *
 * @param metrics that it reads
 * @param labels that it selects or groups by
 */
public record Query(Set<String> metrics, Set<String> labels) {
  private static final Set<String> CALLS =
      Set.of(
          "sum",
          "max",
          "min",
          "rate",
          "increase",
          "delta",
          "histogram_quantile",
          "time",
          "label_values");
  private static final Set<String> WORDS = Set.of("and", "or", "unless");
  private static final Set<String> GROUPINGS = Set.of("by", "on", "without");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\[(?:\\d+[smhd]|\\$interval)\\]|[a-zA-Z_:][a-zA-Z0-9_:]*"
              + "|\\d+(?:\\.\\d+)?|[=!]~|[=!<>]=|[-+*/(){},=<>]|\\s+|.");

  /** Reads a query, and fails where its brackets or words are not those of Prometheus. */
  public static Query of(String text) {
    Query query = new Query(new TreeSet<>(), new TreeSet<>());
    Deque<String> open = new ArrayDeque<>();
    String before = "";
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String word = token.group();
      if (word.isBlank()) {
        continue;
      }
      switch (word) {
        case "(" -> open.push(GROUPINGS.contains(before) ? "labels" : ")");
        case "{" -> open.push("labels}");
        case ")" -> require(!open.isEmpty() && !open.pop().equals("labels}"), text);
        case "}" -> require(!open.isEmpty() && open.pop().equals("labels}"), text);
        default -> {
          if (word.matches("[a-zA-Z_:].*")) {
            boolean label = !open.isEmpty() && open.peek().startsWith("labels");
            query.name(word, label, text.substring(token.end()).stripLeading(), text);
          } else {
            require(word.length() > 1 || "-+*/,=<>".contains(word) || word.matches("\\d"), text);
          }
        }
      }
      before = word;
    }
    require(open.isEmpty(), text);
    return query;
  }

  private void name(String word, boolean label, String rest, String text) {
    if (label) {
      labels.add(word);
    } else if (rest.startsWith("(") || GROUPINGS.contains(word) || CALLS.contains(word)) {
      require(CALLS.contains(word) || GROUPINGS.contains(word) || WORDS.contains(word), text);
    } else if (!WORDS.contains(word)) {
      metrics.add(word);
    }
  }

  private static void require(boolean sound, String text) {
    if (!sound) {
      throw new AssertionError("not a query: " + text);
    }
  }
}
