package dev.coderev.analysis.parse.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sources and their outlines beside them; {@code -Dgolden.rewrite=true} writes the outlines anew.
 */
class GoldenOutlineTests {
  static List<Path> sources() throws IOException {
    return Fixtures.sources();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void theTreeIsAsTheOutlineBesideTheSourceSays(Path source) throws IOException {
    SyntaxTree tree = parse(source);
    Path golden = source.resolveSibling(source.getFileName() + ".outline");
    String outline = tree.outline(0);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, outline);
    }
    assertThat(tree.notes()).isEmpty();
    assertThat(outline).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyNodeLiesWithinItsParent(Path source) throws IOException {
    TreeChecks.rangesNest(parse(source));
  }

  private static SyntaxTree parse(Path source) throws IOException {
    String name = source.getFileName().toString();
    String text = Files.readString(source);
    return new Parsers().parse(new SourceFile(name, Fixtures.language(source), text));
  }
}
