package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.GenericToken.Atom;
import dev.coderev.analysis.pattern.GenericToken.Block;
import dev.coderev.analysis.pattern.GenericToken.Dots;
import dev.coderev.analysis.pattern.GenericToken.Metavariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a generic pattern: words, signs and holes in blocks by indentation. */
final class GenericPattern {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<literal>\\.{4,})"
              + "|(?<dots>\\.\\.\\.)"
              + "|\\$\\.\\.\\.(?<many>[A-Z][A-Za-z0-9_]*)"
              + "|\\$(?<one>[A-Z][A-Za-z0-9_]*)"
              + "|(?<word>[A-Za-z0-9_]+)"
              + "|(?<sign>\\S)");

  private GenericPattern() {}

  static List<GenericToken> read(String text) {
    Deque<Integer> indents = new ArrayDeque<>();
    Deque<List<GenericToken>> open = new ArrayDeque<>();
    indents.push(0);
    open.push(new ArrayList<>());
    for (String line : text.split("\\R", -1)) {
      if (line.isBlank()) {
        continue;
      }
      int indent = GenericDocument.indentOf(line);
      while (indent < indents.element()) {
        indents.pop();
        List<GenericToken> block = open.pop();
        open.element().add(new Block(List.copyOf(block)));
      }
      if (indent > indents.element()) {
        indents.push(indent);
        open.push(new ArrayList<>());
      }
      tokens(line, open.element());
    }
    while (open.size() > 1) {
      List<GenericToken> block = open.pop();
      open.element().add(new Block(List.copyOf(block)));
    }
    return List.copyOf(open.element());
  }

  private static void tokens(String line, List<GenericToken> to) {
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      if (matcher.group("literal") != null) {
        matcher.group().chars().forEach(dot -> to.add(atom(".", false)));
      } else if (matcher.group("dots") != null) {
        to.add(new Dots(""));
      } else if (matcher.group("many") != null) {
        to.add(new Dots("$..." + matcher.group("many")));
      } else if (matcher.group("one") != null) {
        to.add(new Metavariable("$" + matcher.group("one")));
      } else {
        to.add(atom(matcher.group(), matcher.group("word") != null));
      }
    }
  }

  private static Atom atom(String text, boolean word) {
    return new Atom(text, word, 0, 0, 0);
  }
}
