package dev.coderev.analysis.parse.hcl;

import dev.coderev.analysis.parse.descent.BackslashEscapes;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands within a quoted string or a heredoc: text, interpolations, directives. */
final class HclTemplate {
  private final String text;
  private final List<TextRange> comments;
  private final List<ParseNote> notes;
  private final int depth;

  HclTemplate(String text, List<TextRange> comments, List<ParseNote> notes, int depth) {
    this.depth = depth;
    this.text = text;
    this.comments = comments;
    this.notes = notes;
  }

  /** The string, as STRING where it is only text, otherwise as TEMPLATE. */
  Draft of(Token token) {
    boolean quoted = token.text().startsWith("\"");
    int from = quoted ? token.start() + 1 : afterLine(token);
    int to = quoted ? beforeQuote(token) : lastLine(token, from);
    List<Draft> parts = parts(from, Math.max(from, to), quoted);
    if (parts.isEmpty()) {
      return Draft.of(Kind.STRING, "", token.start(), token.end());
    }
    if (parts.size() == 1 && parts.getFirst().kind() == Kind.STRING) {
      return Draft.of(Kind.STRING, parts.getFirst().symbol(), token.start(), token.end());
    }
    Draft template = Draft.of(Kind.TEMPLATE, token.start());
    parts.forEach(part -> template.add(Role.PART, part));
    return template.endAt(token.end());
  }

  private static int beforeQuote(Token token) {
    boolean closed = token.text().length() > 1 && token.text().endsWith("\"");
    return closed ? token.end() - 1 : token.end();
  }

  private int afterLine(Token token) {
    int line = text.indexOf('\n', token.start());
    return line < 0 || line >= token.end() ? token.end() : line + 1;
  }

  private int lastLine(Token token, int from) {
    int line = text.lastIndexOf('\n', token.end() - 1);
    return Math.max(from, line < 0 ? token.end() : line + 1);
  }

  private List<Draft> parts(int from, int to, boolean quoted) {
    List<Draft> parts = new ArrayList<>();
    int plain = from;
    int i = from;
    while (i < to) {
      if (quoted && text.charAt(i) == '\\') {
        i += 2;
      } else if (HclLexer.opensTemplate(text, i)) {
        literal(parts, plain, i, quoted);
        int close = HclLexer.templateEnd(text, i + 2, to);
        parts.add(interpolation(i, close));
        i = close;
        plain = close;
      } else {
        i++;
      }
    }
    literal(parts, plain, to, quoted);
    return parts;
  }

  private void literal(List<Draft> parts, int from, int to, boolean quoted) {
    if (from < to) {
      String raw = text.substring(from, to).replace("$${", "${").replace("%%{", "%{");
      parts.add(Draft.of(Kind.STRING, quoted ? BackslashEscapes.decoded(raw) : raw, from, to));
    }
  }

  private Draft interpolation(int open, int close) {
    int to = text.charAt(close - 1) == '}' ? close - 1 : close;
    int from = Math.min(open + 2, to);
    if (from < to && text.charAt(from) == '~') {
      from++;
    }
    if (from < to && text.charAt(to - 1) == '~') {
      to--;
    }
    Draft part = Draft.of(Kind.INTERPOLATION, "", open, close);
    if (text.charAt(open) == '$' && depth < HclLexer.DEEPEST) {
      Tokens inner = new Tokens(HclLexer.tokens(text, from, to, comments), notes);
      if (!inner.atEnd()) {
        part.add(
            Role.VALUE, new HclExpressions(text, inner, comments, notes, depth + 1).expression());
      }
    }
    return part.endAt(close);
  }
}
