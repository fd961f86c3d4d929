package dev.coderev.analysis.pattern;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.resolve.Constants;
import dev.coderev.analysis.resolve.Declarations;
import dev.coderev.analysis.resolve.Names;
import dev.coderev.analysis.resolve.PropertyFiles;
import dev.coderev.analysis.resolve.Types;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One file under analysis with everything that is computed about it once: indexes, names, types,
 * constants and the matches of patterns that several rules share. Confined to one thread.
 */
public final class FileContext {
  private final SourceFile file;
  private final @Nullable SyntaxTree tree;
  private final Map<CodePattern, List<Match>> matches = new HashMap<>();
  private final Map<Class<?>, Object> computed = new HashMap<>();
  private final Map<String, GenericDocument> documents = new HashMap<>(2);
  private @Nullable NodeIndex index;
  private @Nullable Declarations declarations;
  private @Nullable Names names;
  private @Nullable Types types;
  private @Nullable Constants constants;

  private final @Nullable SourceParser parser;

  private final PropertyFiles properties;

  private FileContext(
      SourceFile file,
      @Nullable SyntaxTree tree,
      @Nullable SourceParser parser,
      PropertyFiles properties) {
    this.file = file;
    this.tree = tree;
    this.parser = parser;
    this.properties = properties;
  }

  public static FileContext of(SyntaxTree tree) {
    return new FileContext(tree.file(), tree, null, PropertyFiles.NONE);
  }

  /**
   * @param parser reads what a {@code metavariable-pattern} in another language looks at
   */
  public static FileContext of(SyntaxTree tree, SourceParser parser) {
    return of(tree, parser, PropertyFiles.NONE);
  }

  /**
   * @param properties files of the project in which the code may look something up
   */
  public static FileContext of(SyntaxTree tree, SourceParser parser, PropertyFiles properties) {
    return new FileContext(tree.file(), tree, parser, properties);
  }

  /** A file without a tree, for regular expressions only. */
  public static FileContext textOnly(SourceFile file) {
    return new FileContext(file, null, null, PropertyFiles.NONE);
  }

  Optional<SourceParser> parser() {
    return Optional.ofNullable(parser);
  }

  public SourceFile file() {
    return file;
  }

  /** The tree, absent where only regular expressions apply. */
  public Optional<SyntaxTree> tree() {
    return Optional.ofNullable(tree);
  }

  /** What identifiers are called in full, by the file's imports. */
  public Names names() {
    if (names == null) {
      names = new Names(syntax(), declarations());
    }
    return names;
  }

  /** Which declaration an identifier refers to. */
  public Declarations declarations() {
    if (declarations == null) {
      declarations = new Declarations(syntax());
    }
    return declarations;
  }

  public Types types() {
    if (types == null) {
      types = new Types(syntax(), declarations(), names());
    }
    return types;
  }

  public Constants constants() {
    if (constants == null) {
      constants = new Constants(syntax(), declarations(), properties);
    }
    return constants;
  }

  /** What {@code compute} makes of the tree, made once for each type. */
  public <T> T computed(Class<T> type, Function<SyntaxTree, T> compute) {
    Object known = computed.get(type);
    if (known == null) {
      known = compute.apply(syntax());
      computed.put(type, known);
    }
    return type.cast(known);
  }

  /** The text as generic patterns see it, without comments of the given style. */
  GenericDocument document(String comments) {
    return documents.computeIfAbsent(comments, style -> GenericDocument.of(file, style));
  }

  NodeIndex index() {
    if (index == null) {
      index = new NodeIndex(syntax(), names());
    }
    return index;
  }

  /** All matches of the pattern, found once however many rules ask. */
  List<Match> matches(CodePattern pattern, Deadline deadline) {
    List<Match> known = matches.get(pattern);
    if (known == null) {
      known = tree == null ? List.of() : CodeSearch.find(pattern, this, deadline);
      matches.put(pattern, known);
    }
    return known;
  }

  /**
   * The tree.
   *
   * @throws IllegalStateException if there is none
   */
  SyntaxTree syntax() {
    if (tree == null) {
      throw new IllegalStateException("no tree for " + file);
    }
    return tree;
  }
}
