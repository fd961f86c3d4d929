package dev.coderev.analysis.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks of a fixture: a comment alone on its line with {@code ruleid: ID}, {@code ok: ID},
 * {@code todoruleid: ID} or {@code todook: ID} speaks of the line after it. Several ids are parted
 * by commas.
 */
final class Annotations {
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "^\\s*(?:#|//|<!--|\\(\\*|\\{/\\*|/\\*|\\*|'|;;|--|%)+\\s*"
              + "(?<kind>ruleid|ok|todoruleid|todook)\\s*:\\s*"
              + "(?:[a-z]*(?:ruleid|ok)\\s*:\\s*)*"
              + "(?<ids>[\\w./-]+(?:\\s*,\\s*[\\w./-]+)*)");

  /** What a mark says. */
  enum Kind {
    RULEID,
    OK,
    TODORULEID,
    TODOOK
  }

  /**
   * One mark for one rule.
   *
   * @param line that it speaks of, 1-based
   */
  record Annotation(Kind kind, String ruleId, int line) {}

  private final List<Annotation> all;

  private Annotations(List<Annotation> all) {
    this.all = all;
  }

  static Annotations in(String text) {
    List<Annotation> all = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher matcher = ANNOTATION.matcher(lines[i]);
      if (matcher.find()) {
        Kind kind = Kind.valueOf(matcher.group("kind").toUpperCase(Locale.ROOT));
        for (String id : matcher.group("ids").split(",", -1)) {
          all.add(new Annotation(kind, id.strip(), i + 2));
        }
      }
    }
    return new Annotations(all);
  }

  List<Annotation> all() {
    return all;
  }

  /** The lines that marks of this kind for this rule speak of. */
  Set<Integer> lines(Kind kind, String ruleId) {
    Set<Integer> lines = new TreeSet<>();
    for (Annotation annotation : all) {
      if (annotation.kind() == kind && annotation.ruleId().equals(ruleId)) {
        lines.add(annotation.line());
      }
    }
    return lines;
  }
}
