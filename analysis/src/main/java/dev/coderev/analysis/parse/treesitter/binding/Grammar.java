package dev.coderev.analysis.parse.treesitter.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;

import dev.coderev.analysis.parse.ParseFailure;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A loaded tree-sitter grammar: the names of its node types and fields by their numbers.
 *
 * <p>Immutable and never unloaded. Comments are known by their type's name; they are no nodes of a
 * {@link ConcreteTree}.
 */
public final class Grammar {
  private static final Set<String> TRIVIA = Set.of("line_continuation");
  private static final int REGULAR = 0;

  private final String name;
  private final MemorySegment language;
  private final String[] types;
  private final boolean[] named;
  private final boolean[] comments;
  private final boolean[] trivia;
  private final String[] fields;

  private Grammar(String name, MemorySegment language, Set<String> words) throws Throwable {
    this.name = name;
    this.language = language;
    int count = (int) Core.LANGUAGE_SYMBOL_COUNT.invokeExact(language);
    types = new String[count];
    named = new boolean[count];
    comments = new boolean[count];
    trivia = new boolean[count];
    for (int i = 0; i < count; i++) {
      types[i] = string((MemorySegment) Core.LANGUAGE_SYMBOL_NAME.invokeExact(language, i));
      boolean regular = (int) Core.LANGUAGE_SYMBOL_TYPE.invokeExact(language, i) == REGULAR;
      named[i] = regular || words.contains(types[i]);
      comments[i] = named[i] && isComment(types[i]);
      trivia[i] = named[i] && TRIVIA.contains(types[i]);
    }
    int fieldCount = (int) Core.LANGUAGE_FIELD_COUNT.invokeExact(language);
    fields = new String[fieldCount + 1];
    fields[0] = "";
    for (int i = 1; i <= fieldCount; i++) {
      fields[i] = string((MemorySegment) Core.LANGUAGE_FIELD_NAME.invokeExact(language, i));
    }
  }

  /**
   * Loads the grammar of the library {@code tree-sitter-<name>}.
   *
   * @param words keywords that count as named nodes, where a grammar has no node for {@code this}
   * @throws ParseFailure if this platform has no such library
   */
  public static Grammar load(String name, Set<String> words) {
    NativeLibraries.SHARED.load("tree-sitter");
    SymbolLookup library = NativeLibraries.SHARED.load("tree-sitter-" + name);
    MethodHandle function =
        Linker.nativeLinker()
            .downcallHandle(
                library.findOrThrow("tree_sitter_" + name.replace('-', '_')),
                FunctionDescriptor.of(ADDRESS));
    try {
      return new Grammar(name, (MemorySegment) function.invokeExact(), words);
    } catch (Throwable e) {
      throw new ParseFailure("Cannot load the grammar " + name, e);
    }
  }

  private static String string(MemorySegment address) {
    return address.reinterpret(Long.MAX_VALUE).getString(0).intern();
  }

  private static boolean isComment(String type) {
    return type.equals("comment")
        || type.endsWith("_comment")
        || type.equals("hash_bang_line")
        || type.equals("shebang_line")
        || type.equals("shebang");
  }

  public String name() {
    return name;
  }

  MemorySegment language() {
    return language;
  }

  /** The names of all node types by number; a name may occur more than once. */
  public List<String> types() {
    return List.of(types);
  }

  public String type(int symbol) {
    return symbol < types.length ? types[symbol] : "ERROR";
  }

  /** Whether nodes of this type are more than punctuation and keywords. */
  public boolean isNamed(int symbol) {
    return symbol >= types.length || named[symbol];
  }

  boolean isComment(int symbol) {
    return symbol < types.length && comments[symbol];
  }

  boolean isTrivia(int symbol) {
    return symbol < types.length && trivia[symbol];
  }

  String field(int field) {
    return fields[field];
  }

  /** The names of all fields. */
  public List<String> fields() {
    return Arrays.asList(fields).subList(1, fields.length);
  }

  static final int ERROR_SYMBOL = 0xFFFF;
}
