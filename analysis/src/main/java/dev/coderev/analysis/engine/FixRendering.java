package dev.coderev.analysis.engine;

import dev.coderev.analysis.finding.TextEdit;
import dev.coderev.analysis.rule.RuleFix;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The edits that a rule's fix means for one finding. */
final class FixRendering {
  private static final Pattern GROUP = Pattern.compile("\\\\([0-9])|\\$([0-9])|\\\\g<([0-9])>");

  private final SourceFile file;

  FixRendering(SourceFile file) {
    this.file = file;
  }

  /** The edits; none if they would change nothing. */
  List<TextEdit> edits(RuleFix fix, TextRange range, MetavariableText texts) {
    String old = file.text(range);
    String replacement =
        switch (fix) {
          case RuleFix.Replacement(String template) -> indented(texts.code(template), range);
          case RuleFix.RegexReplacement(Pattern regex, String template, int count) ->
              replaced(old, regex, texts.code(template), count);
        };
    return replacement.equals(old) ? List.of() : List.of(new TextEdit(range, replacement));
  }

  /** Every line but the first begins where the match begins. */
  private String indented(String replacement, TextRange range) {
    if (replacement.indexOf('\n') < 0) {
      return replacement;
    }
    String line = file.line(file.lineAt(range.start()));
    int column = file.positionAt(range.start()).column() - 1;
    int blank = 0;
    while (blank < column && Character.isWhitespace(line.charAt(blank))) {
      blank++;
    }
    String indent = line.substring(0, blank) + " ".repeat(column - blank);
    return replacement.replace("\n", "\n" + indent);
  }

  private static String replaced(String text, Pattern regex, String template, int count) {
    Matcher matcher = regex.matcher(text);
    StringBuilder out = new StringBuilder();
    int from = 0;
    int done = 0;
    while ((count == 0 || done < count) && matcher.find()) {
      out.append(text, from, matcher.start());
      appendGroups(template, matcher, out);
      from = matcher.end();
      done++;
    }
    return out.append(text, from, text.length()).toString();
  }

  private static void appendGroups(String template, Matcher match, StringBuilder out) {
    Matcher matcher = GROUP.matcher(template);
    int from = 0;
    while (matcher.find()) {
      out.append(template, from, matcher.start());
      String digit =
          matcher.group(1) != null
              ? matcher.group(1)
              : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      int group = Integer.parseInt(digit);
      if (group <= match.groupCount() && match.group(group) != null) {
        out.append(match.group(group));
      }
      from = matcher.end();
    }
    out.append(template, from, template.length());
  }
}
