package dev.coderev.analysis.parse.treesitter;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the text, a tree comes out, and every node lies within its parent. */
class DamagedSourceTests {
  private final Parsers parser = new Parsers();

  @Property(tries = 200)
  void anyBytesInAnyLanguageAreATree(@ForAll("languages") Language language, @ForAll byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    TreeChecks.rangesNest(parser.parse(new SourceFile("any", language, text)));
  }

  @Property(tries = 400)
  void aSourceWithAPieceCutOutIsATree(
      @ForAll("sources") Path source,
      @ForAll @IntRange(max = 1_000_000) int at,
      @ForAll @IntRange(max = 60) int length)
      throws IOException {
    String text = Files.readString(source);
    int from = at % text.length();
    String damaged =
        text.substring(0, from) + text.substring(Math.min(text.length(), from + length));
    checked(source, damaged);
  }

  @Property(tries = 200)
  void aSourceWithAPieceMovedIsATree(
      @ForAll("sources") Path source,
      @ForAll @IntRange(max = 1_000_000) int at,
      @ForAll @IntRange(max = 1_000_000) int to,
      @ForAll @IntRange(max = 40) int length)
      throws IOException {
    String text = Files.readString(source);
    int from = at % text.length();
    String piece = text.substring(from, Math.min(text.length(), from + length));
    int target = to % text.length();
    checked(source, text.substring(0, target) + piece + text.substring(target));
  }

  @Property(tries = 100)
  void theBeginningOfASourceIsATree(
      @ForAll("sources") Path source, @ForAll @IntRange(max = 1_000_000) int length)
      throws IOException {
    String text = Files.readString(source);
    checked(source, text.substring(0, length % text.length()));
  }

  private void checked(Path source, String text) {
    String name = source.getFileName().toString();
    TreeChecks.rangesNest(parser.parse(new SourceFile(name, Fixtures.language(source), text)));
  }

  @Provide
  Arbitrary<Language> languages() {
    List<Language> parsed =
        Arrays.stream(Language.values()).filter(l -> l.isParsed() && l != Language.JAVA).toList();
    return Arbitraries.of(parsed);
  }

  @Provide
  Arbitrary<Path> sources() throws IOException {
    return Arbitraries.of(Fixtures.sources());
  }
}
