package dev.coderev.analysis.parse.treesitter.binding;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.coderev.analysis.parse.ParseFailure;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A parser of text into {@link ConcreteTree}s; everything native lives for one call only.
 *
 * @param timeLimit for one text
 */
public record ConcreteParser(Duration timeLimit) {
  private static final int MOST_CHARACTERS = 1 << 29;

  /**
   * The tree of {@code text}.
   *
   * @throws ParseFailure if the time limit or an interrupt ended the work
   */
  public ConcreteTree parse(Grammar grammar, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new ParseFailure("The text has more than " + MOST_CHARACTERS + " characters");
    }
    try (Arena arena = Arena.ofConfined()) {
      return parse(grammar, text, arena);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new ParseFailure("tree-sitter failed", e);
    }
  }

  private ConcreteTree parse(Grammar grammar, String text, Arena arena) throws Throwable {
    // In UTF-8 a text has as many bytes as UTF-16 units exactly if every character is ASCII.
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean ascii = bytes.length == text.length();
    if (!ascii) {
      bytes = text.getBytes(StandardCharsets.UTF_16LE);
    }
    MemorySegment source = arena.allocate(Math.max(1, bytes.length));
    MemorySegment.copy(bytes, 0, source, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    MemorySegment request = arena.allocate(Callbacks.REQUEST);
    request.set(ADDRESS, Callbacks.TEXT, source);
    request.set(JAVA_INT, Callbacks.LENGTH, bytes.length);
    request.set(JAVA_LONG, Callbacks.DEADLINE, System.nanoTime() + timeLimit.toNanos());

    MemorySegment input = arena.allocate(Core.INPUT);
    input.set(ADDRESS, 0, request);
    input.set(ADDRESS, 8, Callbacks.READ);
    input.set(JAVA_INT, 16, ascii ? Core.ENCODING_UTF8 : Core.ENCODING_UTF16LE);
    MemorySegment options = arena.allocate(Core.PARSE_OPTIONS);
    options.set(ADDRESS, 0, request);
    options.set(ADDRESS, 8, Callbacks.PROGRESS);

    MemorySegment parser = (MemorySegment) Core.PARSER_NEW.invokeExact();
    MemorySegment tree = NULL;
    try {
      if (!Core.isTrue((int) Core.PARSER_SET_LANGUAGE.invokeExact(parser, grammar.language()))) {
        throw new ParseFailure("The grammar " + grammar.name() + " does not fit the tree-sitter");
      }
      tree = (MemorySegment) Core.PARSER_PARSE.invokeExact(parser, NULL, input, options);
      if (tree.equals(NULL)) {
        throw new ParseFailure(
            Thread.currentThread().isInterrupted()
                ? "Parsing was interrupted"
                : "Parsing took longer than " + timeLimit.toMillis() + " ms");
      }
      return TreeCopy.of(tree, grammar, ascii ? 0 : 1, arena);
    } finally {
      if (!tree.equals(NULL)) {
        Core.TREE_DELETE.invokeExact(tree);
      }
      Core.PARSER_DELETE.invokeExact(parser);
    }
  }
}
