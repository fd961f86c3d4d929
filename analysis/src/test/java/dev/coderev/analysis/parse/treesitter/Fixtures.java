package dev.coderev.analysis.parse.treesitter;

import dev.coderev.analysis.source.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small sources of all languages, each with its outline beside it. */
final class Fixtures {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/coderev/analysis/parse/treesitter");

  private Fixtures() {}

  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> !f.toString().endsWith(".outline")).sorted().toList();
    }
  }

  static Language language(Path source) {
    String name = source.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return Arrays.stream(Language.values())
        .filter(l -> l.extensions().contains(extension))
        .findFirst()
        .orElseThrow();
  }
}
