package dev.coderev.analysis.parse.markup;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A parser of HTML and XML: elements, attributes and text between them. An end tag closes the
 * nearest element of its name and all within; one that closes nothing is passed over.
 */
public final class MarkupParser implements SourceParser {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  /** How many elements may be open; what is nested deeper is closed at once. */
  private static final int DEEPEST = 400;

  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");

  @Override
  public SyntaxTree parse(SourceFile file) {
    return new Reading(file).tree();
  }

  /** One text on its way to a tree. */
  private static final class Reading {
    private final SourceFile file;
    private final String text;
    private final boolean html;
    private final List<TextRange> comments = new ArrayList<>();
    private final Draft root = Draft.of(Kind.FILE, 0);
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private record Open(String name, Draft element) {}

    Reading(SourceFile file) {
      this.file = file;
      this.text = file.text();
      this.html = file.language() == Language.HTML;
    }

    SyntaxTree tree() {
      while (at < text.length()) {
        int tag = text.indexOf('<', at);
        text(at, tag < 0 ? text.length() : tag);
        at = tag < 0 ? text.length() : tag;
        if (tag >= 0) {
          markup();
        }
      }
      while (!open.isEmpty()) {
        close(text.length());
      }
      return root.endAt(text.length()).tree(file, comments, List.of());
    }

    private void markup() {
      if (text.startsWith("<!--", at)) {
        int end = after("-->", at + 4);
        comments.add(new TextRange(at, end));
        at = end;
      } else if (text.startsWith("<![CDATA[", at)) {
        int end = after("]]>", at);
        text(at + 9, Math.max(at + 9, end - 3));
        at = end;
      } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
        at = after(">", at);
      } else if (text.startsWith("</", at)) {
        endTag();
      } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
        startTag();
      } else {
        text(at, at + 1);
        at++;
      }
    }

    private int after(String end, int from) {
      int found = text.indexOf(end, from);
      return found < 0 ? text.length() : found + end.length();
    }

    private void endTag() {
      int end = after(">", at);
      String name = text.substring(at + 2, end).replace(">", "").strip();
      if (open.stream().anyMatch(element -> element.name().equalsIgnoreCase(name))) {
        while (!open.element().name().equalsIgnoreCase(name)) {
          close(at);
        }
        close(end);
      }
      at = end;
    }

    private void close(int end) {
      Draft element = open.pop().element().endAt(end);
      place(element);
    }

    private void place(Draft node) {
      if (open.isEmpty()) {
        root.add(Role.STATEMENT, node);
      } else {
        open.element().element().add(Role.CONTENT, node);
      }
    }

    private void text(int from, int to) {
      int start = from;
      int end = Math.min(to, text.length());
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      if (start < end) {
        place(Draft.of(Kind.MARKUP_TEXT, text.substring(start, end), start, end));
      }
    }

    private void startTag() {
      Draft element = Draft.of(Kind.ELEMENT, at++);
      int from = at;
      at = nameEnd(at);
      String name = text.substring(from, at);
      element.add(Role.NAME, Draft.of(Kind.IDENTIFIER, name, from, at));
      boolean empty = attributes(element);
      element.endAt(at);
      String lower = name.toLowerCase(Locale.ROOT);
      open.push(new Open(name, element));
      if (empty || (html && VOID.contains(lower)) || open.size() > DEEPEST) {
        close(at);
      } else if (html && RAW.contains(lower)) {
        int end = rawEnd(lower);
        text(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end;
      }
    }

    private int rawEnd(String name) {
      int end = text.indexOf("</", at);
      while (end >= 0 && !text.regionMatches(true, end + 2, name, 0, name.length())) {
        end = text.indexOf("</", end + 2);
      }
      return end;
    }

    /** Up to the end of the tag; whether it ends with {@code />}. */
    private boolean attributes(Draft element) {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == '>') {
          at++;
          return false;
        }
        if (text.startsWith("/>", at)) {
          at += 2;
          return true;
        }
        if (c == '<') {
          return false;
        }
        int end = nameEnd(at);
        if (end == at) {
          at++;
          continue;
        }
        element.add(Role.ATTRIBUTE, attribute(end));
      }
      return false;
    }

    private Draft attribute(int nameEnd) {
      Draft name = Draft.of(Kind.IDENTIFIER, text.substring(at, nameEnd), at, nameEnd);
      Draft attribute = Draft.of(Kind.ATTRIBUTE, at).add(Role.NAME, name);
      at = nameEnd;
      int equals = skipSpace(at);
      if (equals < text.length() && text.charAt(equals) == '=') {
        at = skipSpace(equals + 1);
        attribute.add(Role.VALUE, value());
      }
      return attribute;
    }

    private Draft value() {
      int start = at;
      char quote = at < text.length() ? text.charAt(at) : ' ';
      if (quote == '"' || quote == '\'') {
        int close = text.indexOf(quote, at + 1);
        int end = close < 0 ? text.length() : close;
        at = Math.min(end + 1, text.length());
        return Draft.of(Kind.STRING, text.substring(start + 1, end), start, at);
      }
      while (at < text.length()
          && !Character.isWhitespace(text.charAt(at))
          && text.charAt(at) != '>') {
        at++;
      }
      return Draft.of(Kind.STRING, text.substring(start, at), start, at);
    }

    private int skipSpace(int from) {
      int i = from;
      while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private int nameEnd(int from) {
      int i = from;
      while (i < text.length() && isName(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private static boolean isNameStart(char c) {
      return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isName(char c) {
      return !Character.isWhitespace(c) && "<>/=\"'".indexOf(c) < 0;
    }
  }
}
