package dev.coderev.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a template into tokens, trimming blanks around blocks on the way. */
final class Lexer {

  private static final Pattern OPENING = Pattern.compile("\\{[{%#][-+]?");
  private static final Pattern WORD =
      Pattern.compile(
          "(?<space>\\s+)|(?<close>[-+]?[%}]\\})|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
              + "|(?<real>\\d+(?:\\.\\d+(?:[eE][-+]?\\d+)?|[eE][-+]?\\d+))|(?<integer>\\d+)"
              + "|(?<string>'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")"
              + "|(?<operator>\\*\\*|//|==|!=|<=|>=|[-+*/%~<>=|.,:()\\[\\]{}])",
          Pattern.DOTALL);

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int counted;
  private int line = 1;

  Lexer(String source) {
    // Jinja leaves out one line break at the very end.
    this.source = source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
  }

  List<Token> tokens() {
    boolean trimLeft = false;
    Matcher opening = OPENING.matcher(source);
    while (opening.find(at)) {
      String tag = opening.group();
      text(source.substring(at, opening.start()), trimLeft, tag);
      at = opening.end();
      trimLeft = tag.charAt(1) == '#' ? comment() : words(tag.charAt(1) == '%');
    }
    text(source.substring(at), trimLeft, "");
    add(Token.Kind.END, "");
    return tokens;
  }

  private void add(Token.Kind kind, String text) {
    tokens.add(new Token(kind, text, line()));
  }

  private int line() {
    for (; counted < at && counted < source.length(); counted++) {
      if (source.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }

  private void text(String text, boolean trimLeft, String next) {
    String kept = trimLeft ? text.stripLeading() : text;
    if (next.endsWith("-")) {
      kept = kept.stripTrailing();
    } else if (next.length() == 2 && next.charAt(1) != '{') {
      kept = withoutIndent(kept);
    }
    if (!kept.isEmpty()) {
      add(Token.Kind.TEXT, kept);
    }
  }

  /** Takes the blanks between the beginning of a line and a block away. */
  private String withoutIndent(String text) {
    int line = text.lastIndexOf('\n') + 1;
    boolean startsLine = line > 0 || at == 0 || source.charAt(at - 1) == '\n';
    return startsLine && text.substring(line).isBlank() ? text.substring(0, line) : text;
  }

  /** Skips a comment; says whether it trims what follows. */
  private boolean comment() {
    int end = source.indexOf("#}", at);
    if (end < 0) {
      throw new TemplateError(line(), "a comment does not end");
    }
    boolean trims = end > at && source.charAt(end - 1) == '-';
    at = end + 2;
    skipLineBreak();
    return trims;
  }

  /** Reads the words of a tag; says whether its end trims what follows. */
  private boolean words(boolean block) {
    add(block ? Token.Kind.BLOCK_BEGIN : Token.Kind.PRINT_BEGIN, "");
    Matcher word = WORD.matcher(source);
    int open = 0;
    while (word.region(at, source.length()).lookingAt()) {
      String text = word.group();
      boolean closes = word.group("close") != null && (open == 0 || text.endsWith("%}"));
      if (closes && text.charAt(text.length() - 2) == (block ? '%' : '}')) {
        at = word.end();
        add(block ? Token.Kind.BLOCK_END : Token.Kind.PRINT_END, "");
        if (block && !text.startsWith("-") && !text.startsWith("+")) {
          skipLineBreak();
        }
        return text.startsWith("-");
      }
      if (word.group("close") != null) {
        text = text.substring(0, 1);
      }
      open += depth(text);
      word(word, text);
      at += text.length();
    }
    throw new TemplateError(
        line(), at >= source.length() ? "a tag does not end" : "cannot read " + excerpt());
  }

  private static int depth(String text) {
    return switch (text) {
      case "{" -> 1;
      case "}" -> -1;
      default -> 0;
    };
  }

  private void word(Matcher word, String text) {
    if (word.group("name") != null) {
      add(Token.Kind.NAME, text);
    } else if (word.group("integer") != null) {
      add(Token.Kind.INTEGER, text);
    } else if (word.group("real") != null) {
      add(Token.Kind.REAL, text);
    } else if (word.group("string") != null) {
      add(Token.Kind.STRING, unescaped(text.substring(1, text.length() - 1)));
    } else if (word.group("space") == null) {
      add(Token.Kind.OPERATOR, text);
    }
  }

  private String excerpt() {
    return "\"" + source.substring(at, Math.min(source.length(), at + 10)) + "\"";
  }

  private void skipLineBreak() {
    if (source.startsWith("\r\n", at)) {
      at += 2;
    } else if (source.startsWith("\n", at)) {
      at++;
    }
  }

  private static String unescaped(String text) {
    var plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        plain.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      switch (escape) {
        case 'n' -> plain.append('\n');
        case 't' -> plain.append('\t');
        case 'r' -> plain.append('\r');
        case '\\', '\'', '"' -> plain.append(escape);
        case 'u' -> {
          if (!text.substring(i + 1).matches("(?s)\\p{XDigit}{4}.*")) {
            throw new TemplateError("a \\u needs four hexadecimal digits");
          }
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> plain.append('\\').append(escape);
      }
    }
    return plain.toString();
  }
}
