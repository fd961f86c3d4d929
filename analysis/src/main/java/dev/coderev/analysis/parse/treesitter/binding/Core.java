package dev.coderev.analysis.parse.treesitter.binding;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the tree-sitter core that CodeRev calls, as of its C interface 0.26.
 *
 * <p>Handles are constants so that the compiler can inline them. Functions that only look something
 * up are linked as critical: they run without a thread state change. To link one shape of signature
 * costs milliseconds at each start, so small numbers travel as {@code int}: what comes back is cut
 * to size by {@link #isTrue} and {@link #number}, because the rest of the register is undefined.
 */
final class Core {
  /** {@code TSNode}; the first of its four context numbers is the start byte. */
  static final StructLayout NODE =
      MemoryLayout.structLayout(
          MemoryLayout.sequenceLayout(4, JAVA_INT).withName("context"),
          ADDRESS.withName("id"),
          ADDRESS.withName("tree"));

  /** {@code TSTreeCursor}. */
  static final StructLayout CURSOR =
      MemoryLayout.structLayout(
          ADDRESS.withName("tree"),
          ADDRESS.withName("id"),
          MemoryLayout.sequenceLayout(3, JAVA_INT).withName("context"),
          MemoryLayout.paddingLayout(4));

  /** {@code TSInput}. */
  static final StructLayout INPUT =
      MemoryLayout.structLayout(
          ADDRESS.withName("payload"),
          ADDRESS.withName("read"),
          JAVA_INT.withName("encoding"),
          MemoryLayout.paddingLayout(4),
          ADDRESS.withName("decode"));

  /** {@code TSParseOptions}. */
  static final StructLayout PARSE_OPTIONS =
      MemoryLayout.structLayout(ADDRESS.withName("payload"), ADDRESS.withName("progress_callback"));

  /** {@code TSParseState}. */
  static final StructLayout PARSE_STATE =
      MemoryLayout.structLayout(
          ADDRESS.withName("payload"),
          JAVA_INT.withName("current_byte_offset"),
          JAVA_BOOLEAN.withName("has_error"),
          MemoryLayout.paddingLayout(3));

  static final int ENCODING_UTF8 = 0;
  static final int ENCODING_UTF16LE = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final SymbolLookup LIBRARY = NativeLibraries.SHARED.load("tree-sitter");

  static final MethodHandle PARSER_NEW = function("ts_parser_new", FunctionDescriptor.of(ADDRESS));
  static final MethodHandle PARSER_DELETE =
      function("ts_parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle PARSER_SET_LANGUAGE =
      function("ts_parser_set_language", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
  static final MethodHandle PARSER_PARSE =
      function(
          "ts_parser_parse_with_options",
          FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, INPUT, PARSE_OPTIONS));
  static final MethodHandle TREE_DELETE =
      function("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));

  static final MethodHandle TREE_ROOT_NODE =
      trivial("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
  static final MethodHandle NODE_DESCENDANT_COUNT =
      trivial("ts_node_descendant_count", FunctionDescriptor.of(JAVA_INT, NODE));
  static final MethodHandle NODE_SYMBOL =
      trivial("ts_node_symbol", FunctionDescriptor.of(JAVA_INT, NODE));
  static final MethodHandle NODE_END_BYTE =
      trivial("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE));
  static final MethodHandle NODE_IS_MISSING =
      trivial("ts_node_is_missing", FunctionDescriptor.of(JAVA_INT, NODE));

  static final MethodHandle CURSOR_NEW =
      trivial("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
  static final MethodHandle CURSOR_DELETE =
      function("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle CURSOR_NODE =
      trivial("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS));
  static final MethodHandle CURSOR_FIELD =
      trivial("ts_tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle CURSOR_FIRST_CHILD =
      trivial("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle CURSOR_NEXT_SIBLING =
      trivial("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle CURSOR_PARENT =
      trivial("ts_tree_cursor_goto_parent", FunctionDescriptor.of(JAVA_INT, ADDRESS));

  static final MethodHandle LANGUAGE_SYMBOL_COUNT =
      trivial("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle LANGUAGE_SYMBOL_NAME =
      trivial("ts_language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
  static final MethodHandle LANGUAGE_SYMBOL_TYPE =
      trivial("ts_language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  static final MethodHandle LANGUAGE_FIELD_COUNT =
      trivial("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  static final MethodHandle LANGUAGE_FIELD_NAME =
      trivial("ts_language_field_name_for_id", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));

  private Core() {}

  /** What a {@code bool} says that came back as an {@code int}. */
  static boolean isTrue(int value) {
    return (value & 0xFF) != 0;
  }

  /** The {@code uint16_t} that came back as an {@code int}. */
  static int number(int value) {
    return value & 0xFFFF;
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LIBRARY.findOrThrow(name), descriptor);
  }

  private static MethodHandle trivial(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(
        LIBRARY.findOrThrow(name), descriptor, Linker.Option.critical(false));
  }
}
