package dev.coderev.analysis.engine;

import dev.coderev.analysis.engine.FileOutcome.Note;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file that silence findings: {@code coderev:ignore RULE[,RULE] reason} and
 * {@code nosemgrep: RULE[,RULE]}, on the line of the finding or alone on the lines before it. A
 * rule may be named by the end of its dotted id.
 */
final class Suppressions {
  private static final Pattern MARKER =
      Pattern.compile("(?i)(?<own>coderev:\\s?ignore\\b)|\\b(?:nosemgrep|noopengrep|nosem)\\b");
  private static final Pattern RULES =
      Pattern.compile("\\s*[:=]?\\s*(['\"]?[\\w./-]+['\"]?(?:\\s*,\\s*['\"]?[\\w./-]+['\"]?)*)");

  /** What one comment silences; no rules means all. */
  private record Marker(List<String> rules, String reason) {}

  private final Map<Integer, List<Marker>> byLine = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();

  private Suppressions() {}

  /** Whether the text can hold any such comment; all of them have one of two words. */
  static boolean mayOccurIn(String text) {
    int length = text.length();
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      boolean found =
          switch (c) {
            case 'n', 'N' ->
                text.regionMatches(true, at, "nosem", 0, 5)
                    || text.regionMatches(true, at, "noopengrep", 0, 10);
            case 'c', 'C' -> text.regionMatches(true, at, "coderev:", 0, 8);
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** In a file with a tree only comments count. */
  static Suppressions of(SyntaxTree tree) {
    Suppressions found = new Suppressions();
    SourceFile file = tree.file();
    for (TextRange comment : tree.comments()) {
      int from = comment.start();
      while (from < comment.end()) {
        int line = file.lineAt(from);
        int lineEnd = file.lineStart(line) + file.line(line).length();
        int end = Math.min(comment.end(), lineEnd);
        if (from < end) {
          found.read(file, line, from, end);
        }
        from = line < file.lineCount() ? file.lineStart(line + 1) : comment.end();
      }
    }
    return found;
  }

  /** In a file without a tree every line counts. */
  static Suppressions of(SourceFile file) {
    Suppressions found = new Suppressions();
    for (int line = 1; line <= file.lineCount(); line++) {
      int start = file.lineStart(line);
      found.read(file, line, start, start + file.line(line).length());
    }
    return found;
  }

  private void read(SourceFile file, int line, int start, int end) {
    String text = file.text().substring(start, end);
    Matcher matcher = MARKER.matcher(text);
    if (!matcher.find()) {
      return;
    }
    boolean own = matcher.group("own") != null;
    Marker marker = marker(text.substring(matcher.end()), own);
    if (own && marker.rules().isEmpty()) {
      notes.add(
          new Note(line, "coderev:ignore names no rule, so it silences every rule on this line"));
    }
    byLine.computeIfAbsent(line, key -> new ArrayList<>()).add(marker);
    int at = start + matcher.start() - file.lineStart(line);
    int next = line;
    while (next < file.lineCount() && standsAlone(file.line(next), next == line ? at : -1)) {
      next++;
      if (!standsAlone(file.line(next), -1)) {
        byLine.computeIfAbsent(next, key -> new ArrayList<>()).add(marker);
        break;
      }
    }
  }

  /** Whether a line holds nothing but a comment with a marker. */
  private static boolean standsAlone(String line, int markerAt) {
    int at = markerAt;
    if (at < 0) {
      Matcher matcher = MARKER.matcher(line);
      if (!matcher.find()) {
        return false;
      }
      at = matcher.start();
    }
    return line.substring(0, at).chars().noneMatch(Character::isLetterOrDigit);
  }

  private static Marker marker(String rest, boolean own) {
    Matcher matcher = RULES.matcher(rest);
    if (!matcher.lookingAt()) {
      return new Marker(List.of(), reason(rest));
    }
    boolean introduced = rest.stripLeading().startsWith(":") || rest.stripLeading().startsWith("=");
    List<String> rules = new ArrayList<>();
    for (String id : matcher.group(1).split(",", -1)) {
      rules.add(id.strip().replaceAll("['\"]", ""));
    }
    boolean ids = own ? rules.stream().allMatch(Suppressions::looksLikeId) : introduced;
    return ids
        ? new Marker(List.copyOf(rules), reason(rest.substring(matcher.end())))
        : new Marker(List.of(), reason(rest));
  }

  /** A plain word begins a reason; the ids of rules have joints. */
  private static boolean looksLikeId(String word) {
    return word.chars().skip(1).anyMatch(c -> c == '.' || c == '-' || c == '_')
        && Character.isLetterOrDigit(word.charAt(word.length() - 1));
  }

  private static String reason(String text) {
    return text.replaceAll("(\\*/|-->|#}|\\*\\))\\s*$", "").replaceAll("^[\\s:—–-]+", "").strip();
  }

  /** Why a finding of this rule that begins on this line does not count. */
  Optional<Suppression> of(String ruleId, int line) {
    for (Marker marker : byLine.getOrDefault(line, List.of())) {
      if (marker.rules().isEmpty()
          || marker.rules().stream().anyMatch(named -> names(named, ruleId))) {
        return Optional.of(new Suppression(Suppression.Kind.IN_SOURCE, marker.reason()));
      }
    }
    return Optional.empty();
  }

  private static boolean names(String named, String ruleId) {
    return ruleId.equals(named) || ruleId.endsWith("." + named);
  }

  /** What is worth knowing about these comments themselves. */
  List<Note> notes() {
    return notes;
  }
}
