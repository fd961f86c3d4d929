package dev.coderev.analysis.regex;

import dev.coderev.analysis.regex.RegexNode.Anchor;
import dev.coderev.analysis.regex.RegexNode.Atomic;
import dev.coderev.analysis.regex.RegexNode.Characters;
import dev.coderev.analysis.regex.RegexNode.Choice;
import dev.coderev.analysis.regex.RegexNode.LookAhead;
import dev.coderev.analysis.regex.RegexNode.Repeat;
import dev.coderev.analysis.regex.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads regular expressions in what the dialects of Java, JavaScript, Python, Ruby and PCRE have in
 * common, and their usual additions.
 */
final class RegexReader {
  private static final int DEEPEST = 60;
  private static final int LONGEST = 4_000;
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{0,6})(,?)(\\d{0,6})\\}");
  private static final Pattern FLAGS = Pattern.compile("\\?([a-zA-Z^]*)(?:-([a-zA-Z]*))?([:)])");
  private static final Pattern NAMED = Pattern.compile("\\?P?<([A-Za-z_]\\w*)>|\\?'(\\w+)'");

  private final String text;
  private int at;
  private int depth;
  private boolean understood = true;
  private boolean anyCase;
  private boolean dotMeetsAll;
  private boolean lines;

  private RegexReader(String text) {
    this.text = text;
  }

  /** Empty where it is too long, broken, or uses what is not understood. */
  static Optional<RegexNode> read(String regex) {
    if (regex.length() > LONGEST) {
      return Optional.empty();
    }
    RegexReader reader = new RegexReader(regex);
    RegexNode node = reader.choice();
    return reader.understood && reader.at == regex.length() ? Optional.of(node) : Optional.empty();
  }

  private RegexNode choice() {
    List<RegexNode> ways = new ArrayList<>();
    ways.add(sequence());
    while (take('|')) {
      ways.add(sequence());
    }
    return ways.size() == 1 ? ways.getFirst() : new Choice(List.copyOf(ways));
  }

  private RegexNode sequence() {
    List<RegexNode> parts = new ArrayList<>();
    while (understood && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
  }

  private RegexNode repeated(RegexNode atom) {
    RegexNode node = atom;
    while (at < text.length()) {
      int least = 0;
      int most = Integer.MAX_VALUE;
      char c = text.charAt(at);
      if (c == '*' || c == '+' || c == '?') {
        at++;
        least = c == '+' ? 1 : 0;
        most = c == '?' ? 1 : Integer.MAX_VALUE;
      } else if (c == '{') {
        Matcher count = COUNT.matcher(text).region(at, text.length());
        if (!count.lookingAt() || count.end() - at == 2 || count.group().equals("{,}")) {
          return node;
        }
        least = number(count.group(1), 0);
        most = count.group(2).isEmpty() ? least : number(count.group(3), Integer.MAX_VALUE);
        at = count.end();
      } else {
        return node;
      }
      boolean possessive = !take('?') && take('+');
      node = new Repeat(node, least, Math.max(least, most), possessive);
    }
    return node;
  }

  private static int number(String digits, int otherwise) {
    return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }

  private RegexNode atom() {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characters(new ClassReader(text, at));
      case '.' -> new Characters(dotMeetsAll ? CharSet.ALL : CharSet.LINE_END.not());
      case '^' -> lines ? Anchor.ELSEWHERE : Anchor.START;
      case '$' -> lines ? Anchor.ELSEWHERE : Anchor.END;
      case '\\' -> escape();
      case '*', '+', '?' -> {
        understood = false;
        yield RegexNode.EMPTY;
      }
      default -> {
        at--;
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        yield one(CharSet.of(character));
      }
    };
  }

  private RegexNode characters(ClassReader reader) {
    Optional<CharSet> set = reader.set();
    at = reader.end();
    understood &= set.isPresent();
    return one(set.orElse(CharSet.NONE));
  }

  private Characters one(CharSet set) {
    return new Characters(anyCase ? set.anyCase() : set);
  }

  private RegexNode escape() {
    if (at >= text.length()) {
      understood = false;
      return RegexNode.EMPTY;
    }
    char c = text.charAt(at);
    switch (c) {
      case 'b', 'B', 'G', 'K' -> {
        at++;
        return Anchor.ELSEWHERE;
      }
      case 'A' -> {
        at++;
        return Anchor.START;
      }
      case 'z', 'Z' -> {
        at++;
        return Anchor.END;
      }
      case 'Q' -> {
        return quoted();
      }
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        return backReference();
      }
      case 'k', 'g' -> {
        if (at + 1 < text.length() && "<{'".indexOf(text.charAt(at + 1)) >= 0) {
          return backReference();
        }
      }
      default -> {}
    }
    ClassReader reader = new ClassReader(text, at);
    CharSet set = reader.escape();
    at = reader.end();
    return one(set);
  }

  private RegexNode quoted() {
    int end = text.indexOf("\\E", at);
    int stop = end < 0 ? text.length() : end;
    List<RegexNode> parts = new ArrayList<>();
    text.substring(at + 1, stop).codePoints().forEach(c -> parts.add(one(CharSet.of(c))));
    at = end < 0 ? stop : stop + 2;
    return new Sequence(List.copyOf(parts));
  }

  /** The text of a group again: whoever attacks lets it fail. */
  private RegexNode backReference() {
    if (Character.isDigit(text.charAt(at))) {
      while (at < text.length() && Character.isDigit(text.charAt(at))) {
        at++;
      }
    } else {
      char close = text.charAt(at + 1) == '<' ? '>' : text.charAt(at + 1) == '{' ? '}' : '\'';
      int end = text.indexOf(close, at + 2);
      understood &= end > 0;
      at = end < 0 ? text.length() : end + 1;
    }
    return new Characters(CharSet.NONE);
  }

  private RegexNode group() {
    Matcher flags = FLAGS.matcher(text).region(at, text.length());
    boolean flagged = flags.lookingAt();
    if (flagged && flags.group(3).equals(")")) {
      at = flags.end();
      set(flags);
      return RegexNode.EMPTY;
    }
    boolean caseBefore = anyCase;
    boolean dotBefore = dotMeetsAll;
    boolean linesBefore = lines;
    if (flagged) {
      at = flags.end();
      set(flags);
    }
    RegexNode node = flagged ? body() : special();
    anyCase = caseBefore;
    dotMeetsAll = dotBefore;
    lines = linesBefore;
    return node;
  }

  private void set(Matcher flags) {
    String on = flags.group(1);
    String off = flags.group(2) == null ? "" : flags.group(2);
    understood &= on.indexOf('x') < 0;
    anyCase = (anyCase || on.indexOf('i') >= 0) && off.indexOf('i') < 0;
    dotMeetsAll = (dotMeetsAll || on.indexOf('s') >= 0) && off.indexOf('s') < 0;
    lines = (lines || on.indexOf('m') >= 0) && off.indexOf('m') < 0;
  }

  private RegexNode special() {
    if (at >= text.length() || text.charAt(at) != '?') {
      return body();
    }
    Matcher named = NAMED.matcher(text).region(at, text.length());
    if (named.lookingAt()) {
      at = named.end();
      return body();
    }
    if (skip("?#")) {
      int end = text.indexOf(')', at);
      understood &= end >= 0;
      at = end < 0 ? text.length() : end + 1;
      return RegexNode.EMPTY;
    }
    if (skip("?P=")) {
      at = Math.max(at, text.indexOf(')', at));
      understood &= take(')');
      return new Characters(CharSet.NONE);
    }
    if (skip("?<=") || skip("?<!")) {
      body();
      return Anchor.ELSEWHERE;
    }
    if (skip("?=")) {
      return new LookAhead(body(), false);
    }
    if (skip("?!")) {
      return new LookAhead(body(), true);
    }
    if (skip("?>")) {
      return new Atomic(body());
    }
    understood &= skip("?|");
    return understood ? body() : RegexNode.EMPTY;
  }

  /** What stands before the closing parenthesis. */
  private RegexNode body() {
    if (++depth > DEEPEST) {
      understood = false;
      return RegexNode.EMPTY;
    }
    RegexNode node = choice();
    depth--;
    understood &= take(')');
    return node;
  }

  private boolean skip(String prefix) {
    boolean there = text.startsWith(prefix, at);
    at += there ? prefix.length() : 0;
    return there;
  }

  private boolean take(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }
}
