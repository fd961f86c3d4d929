package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.GenericToken.Atom;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Any text as generic patterns see it: its words and signs in order, and the blocks that
 * indentation and brackets within one line make of them. Immutable.
 */
final class GenericDocument {
  private final List<Atom> atoms = new ArrayList<>();

  /** Where the outermost block ends that begins at an atom, or 0. */
  private int[] blockEnds = new int[64];

  /** Where the innermost block ends that an atom is in. */
  private int[] enclosingEnds = new int[64];

  private final String text;

  /** A block whose end is not known yet. */
  private record Open(int first, int indent, char bracket) {}

  private GenericDocument(String text) {
    this.text = text;
  }

  /**
   * @param comments which comments to leave out: {@code c}, {@code cpp}, {@code shell} or nothing
   */
  static GenericDocument of(SourceFile file, String comments) {
    String text = GenericComments.blanked(file.text(), comments);
    GenericDocument document = new GenericDocument(text);
    document.read();
    return document;
  }

  List<Atom> atoms() {
    return atoms;
  }

  /** One past the last atom of the outermost block that begins here, or 0. */
  int blockEnd(int atom) {
    return atom < blockEnds.length ? blockEnds[atom] : 0;
  }

  /** One past the last atom of the innermost block that this atom is in. */
  int enclosingEnd(int atom) {
    return enclosingEnds[atom] == 0 ? atoms.size() : enclosingEnds[atom];
  }

  /** Columns of white space at the beginning of a line; a tab counts as eight. */
  static int indentOf(String line) {
    int indent = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c != ' ' && c != '\t') {
        break;
      }
      indent += c == '\t' ? 8 : 1;
    }
    return indent;
  }

  private void read() {
    Deque<Open> blocks = new ArrayDeque<>();
    blocks.push(new Open(0, 0, ' '));
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      int stop = end < 0 ? text.length() : end;
      String content = text.substring(at, stop);
      if (!content.isBlank()) {
        int indent = indentOf(content);
        while (indent < blocks.element().indent()) {
          close(blocks.pop().first());
        }
        if (indent > blocks.element().indent()) {
          blocks.push(new Open(atoms.size(), indent, ' '));
        }
        line(at, stop, line);
      }
      line++;
      at = stop + 1;
    }
    while (blocks.size() > 1) {
      close(blocks.pop().first());
    }
  }

  /** The block from {@code first} ends before the next atom. */
  private void close(int first) {
    int end = atoms.size();
    if (first == end) {
      return;
    }
    room();
    blockEnds[first] = Math.max(blockEnds[first], end);
    for (int i = first; i < end; i++) {
      if (enclosingEnds[i] == 0) {
        enclosingEnds[i] = end;
      } else {
        i = enclosingEnds[i] - 1;
      }
    }
  }

  private void room() {
    if (atoms.size() >= blockEnds.length) {
      int size = Math.max(atoms.size() + 1, blockEnds.length * 2);
      blockEnds = Arrays.copyOf(blockEnds, size);
      enclosingEnds = Arrays.copyOf(enclosingEnds, size);
    }
  }

  private void line(int from, int to, int line) {
    Deque<Open> brackets = new ArrayDeque<>();
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end = at + 1;
      boolean word = isWord(c);
      while (word && end < to && isWord(text.charAt(end))) {
        end++;
      }
      if (")]}".indexOf(c) >= 0) {
        pair(c, brackets);
      }
      atoms.add(new Atom(text.substring(at, end), word, at, end, line));
      room();
      if ("([{".indexOf(c) >= 0) {
        brackets.push(new Open(atoms.size(), 0, ")]}".charAt("([{".indexOf(c))));
      }
      at = end;
    }
  }

  /** Closes the bracket that this one ends; the ones opened since then were none. */
  private void pair(char close, Deque<Open> brackets) {
    while (!brackets.isEmpty()) {
      Open open = brackets.pop();
      if (open.bracket() == close) {
        close(open.first());
        return;
      }
    }
  }

  private static boolean isWord(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
