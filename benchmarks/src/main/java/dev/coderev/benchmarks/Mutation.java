package dev.coderev.benchmarks;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A copy of a corpus that means the same and looks different: comments stripped, methods and
 * independent statements in another order, numbers written as sums, keys and names changed. Every
 * step is made on a syntax tree and kept only where the result parses as well as before.
 */
final class Mutation {
  private final SourceParser parser = new Parsers();
  private final Random random;
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  Mutation(long seed) {
    this.random = new Random(seed);
  }

  /** How many files each kind of change was made in. */
  Map<String, Integer> counts() {
    return counts;
  }

  /**
   * Writes the copy.
   *
   * @return the original names of files without their endings, by those in the copy
   */
  Map<String, String> write(Path corpus, Path target) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(corpus)) {
      all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !corpus.relativize(file).toString().startsWith(".git"))
              .sorted()
              .toList();
    }
    Map<Path, SyntaxTree> trees = new TreeMap<>();
    for (Path file : all) {
      Optional<Language> language = language(file);
      if (language.isPresent()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String path = corpus.relativize(file).toString();
        parsed(new SourceFile(path, language.get(), text))
            .ifPresent(tree -> trees.put(file, rearranged(tree)));
      }
    }
    Renaming renaming = new Renaming(trees.values(), random);
    Map<String, String> stems = new TreeMap<>();
    for (Path file : all) {
      Path copy = target.resolve(corpus.relativize(file).toString());
      SyntaxTree tree = trees.get(file);
      if (tree != null) {
        String stem = stem(file);
        String renamed = renaming.classNamed(stem);
        stems.put(renamed, stem);
        copy = copy.resolveSibling(renamed + ending(file));
        write(copy, step("renamed", tree, renaming.edits(tree)).file().text());
      } else if (ending(file).equals(".properties")) {
        write(copy, renaming.inText(Files.readString(file, StandardCharsets.ISO_8859_1)));
      }
    }
    return stems;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private SyntaxTree rearranged(SyntaxTree original) {
    SyntaxTree tree = original;
    List<TextEdits.Edit> comments = new ArrayList<>();
    original.comments().forEach(range -> comments.add(new TextEdits.Edit(range, " ")));
    tree = step("comments stripped", tree, comments);
    tree = step("methods shuffled", tree, Rearranging.methods(tree, random));
    tree = step("statements swapped", tree, Rearranging.statements(tree, random));
    tree = step("numbers split", tree, Rearranging.numbers(tree, random));
    return step("keys changed", tree, Rearranging.keys(tree, random));
  }

  /** Makes the edits, unless they break the file. */
  private SyntaxTree step(String kind, SyntaxTree tree, List<TextEdits.Edit> edits) {
    if (edits.isEmpty()) {
      return tree;
    }
    SourceFile before = tree.file();
    String text = TextEdits.apply(before.text(), edits);
    Optional<SyntaxTree> after = parsed(new SourceFile(before.path(), before.language(), text));
    if (after.isEmpty() || after.get().notes().size() > tree.notes().size()) {
      return tree;
    }
    counts.merge(kind, 1, Integer::sum);
    return after.get();
  }

  private Optional<SyntaxTree> parsed(SourceFile file) {
    try {
      return Optional.of(parser.parse(file));
    } catch (ParseFailure _) {
      return Optional.empty();
    }
  }

  private static Optional<Language> language(Path file) {
    return switch (ending(file)) {
      case ".java" -> Optional.of(Language.JAVA);
      case ".py" -> Optional.of(Language.PYTHON);
      default -> Optional.empty();
    };
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
