package dev.coderev.analysis.parse.hcl;

import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stretch of HCL into tokens; a string with all its interpolations is one token. */
final class HclLexer {
  /** How far strings may stand within interpolations within strings. */
  static final int DEEPEST = 24;

  private static final List<String> SIGNS =
      List.of("...", "==", "!=", "<=", ">=", "&&", "||", "=>", "::");

  private final String text;
  private final int end;
  private final List<TextRange> comments;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean broken;

  private HclLexer(String text, int start, int end, List<TextRange> comments) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.comments = comments;
  }

  static List<Token> tokens(String text, int start, int end, List<TextRange> comments) {
    HclLexer lexer = new HclLexer(text, start, end, comments);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        broken = true;
        at++;
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (c == '#' || text.startsWith("//", at)) {
        comment(lineEnd(at));
      } else if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        comment(close < 0 ? end : close + 2);
      } else if (c == '"') {
        add(TokenType.STRING, stringEnd(text, at, end));
      } else if (text.startsWith("<<", at)) {
        add(TokenType.STRING, heredocEnd());
      } else if (Character.isDigit(c)) {
        add(TokenType.NUMBER, numberEnd());
      } else if (Character.isLetter(c) || c == '_') {
        add(TokenType.WORD, wordEnd());
      } else {
        add(TokenType.SIGN, at + sign());
      }
    }
    tokens.add(new Token(TokenType.END, "", end, end, broken));
  }

  private void add(TokenType type, int to) {
    int stop = Math.min(Math.max(to, at + 1), end);
    tokens.add(new Token(type, text.substring(at, stop), at, stop, broken));
    broken = false;
    at = stop;
  }

  private void comment(int to) {
    int stop = Math.min(to, end);
    comments.add(new TextRange(at, stop));
    broken |= text.substring(at, stop).indexOf('\n') >= 0;
    at = stop;
  }

  private int lineEnd(int from) {
    int line = text.indexOf('\n', from);
    return line < 0 || line > end ? end : line;
  }

  private int sign() {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return sign.length();
      }
    }
    return Character.charCount(text.codePointAt(at));
  }

  private int wordEnd() {
    int to = at;
    while (to < end
        && (Character.isLetterOrDigit(text.charAt(to))
            || text.charAt(to) == '_'
            || text.charAt(to) == '-')) {
      to++;
    }
    return to;
  }

  private int numberEnd() {
    int to = at;
    while (to < end) {
      char c = text.charAt(to);
      boolean exponent = (c == '+' || c == '-') && (text.charAt(to - 1) | 0x20) == 'e';
      boolean fraction = c == '.' && to + 1 < end && Character.isDigit(text.charAt(to + 1));
      if (!Character.isLetterOrDigit(c) && !exponent && !fraction) {
        break;
      }
      to++;
    }
    return to;
  }

  /** One past the quote that closes the string at {@code from}, or the end of its line. */
  static int stringEnd(String text, int from, int end) {
    return stringEnd(text, from, end, 0);
  }

  private static int stringEnd(String text, int from, int end, int depth) {
    int i = from + 1;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c == '"') {
        return i + 1;
      } else if (opensTemplate(text, i)) {
        i = templateEnd(text, i + 2, end, depth + 1);
      } else if (c == '\n') {
        return i;
      } else {
        i++;
      }
    }
    return end;
  }

  /** Whether an interpolation or directive begins here, not doubled to be literal. */
  static boolean opensTemplate(String text, int at) {
    char c = text.charAt(at);
    return (c == '$' || c == '%')
        && at + 1 < text.length()
        && text.charAt(at + 1) == '{'
        && (at == 0 || text.charAt(at - 1) != c);
  }

  /** One past the brace that closes the interpolation whose text begins at {@code from}. */
  static int templateEnd(String text, int from, int end) {
    return templateEnd(text, from, end, 0);
  }

  private static int templateEnd(String text, int from, int end, int depth) {
    if (depth > DEEPEST) {
      return end;
    }
    int open = 1;
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '"') {
        i = stringEnd(text, i, end, depth);
        continue;
      }
      if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        return i + 1;
      }
      i++;
    }
    return end;
  }

  private int heredocEnd() {
    int name = at + (text.startsWith("<<-", at) ? 3 : 2);
    int line = lineEnd(at);
    String marker = text.substring(Math.min(name, line), line).strip();
    if (marker.isEmpty() || !marker.chars().allMatch(HclLexer::isWord)) {
      return at + 1;
    }
    int from = line + 1;
    while (from < end) {
      int to = lineEnd(from);
      if (text.substring(from, to).strip().equals(marker)) {
        return text.charAt(to - 1) == '\r' ? to - 1 : to;
      }
      from = to + 1;
    }
    return end;
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
