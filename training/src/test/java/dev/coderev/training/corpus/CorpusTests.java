package dev.coderev.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTests {

  @TempDir private Path folder;

  private List<String> names(Path... places) {
    var names = new ArrayList<String>();
    Corpus.of(List.of(places)).read(text -> names.add(text.name()));
    return names;
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void readsFoldersAndArchivesInTheOrderOfNames() throws IOException {
    file("src/b.txt", "second");
    file("src/a/x.txt", "first");
    file("src/.git/config", "hidden");
    Path zip = folder.resolve("more.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String name : List.of("z.txt", "y.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(names(folder.resolve("src"), zip))
        .containsExactly("a/x.txt", "b.txt", "y.txt", "z.txt");
  }

  @Test
  void leavesOutWhatIsNoTextOrStoodThereBefore() throws IOException {
    file("c/a.txt", "int x;  \n");
    file("c/b.txt", "int x;\n\n");
    file("c/empty.txt", " \n");
    Files.write(folder.resolve("c/image"), new byte[] {1, 0, (byte) 0xff});
    Files.write(folder.resolve("c/large"), new byte[(int) Corpus.LARGEST + 1]);
    Corpus.Summary summary = Corpus.of(List.of(folder.resolve("c"))).read(text -> {});
    assertThat(summary.texts()).isEqualTo(1);
    assertThat(summary.skipped())
        .isEqualTo(
            Map.of(
                Corpus.Skipped.BINARY, 1,
                Corpus.Skipped.EMPTY, 1,
                Corpus.Skipped.REPEATED, 1,
                Corpus.Skipped.TOO_LARGE, 1));
  }

  @Test
  void refusesACorpusWithoutText() throws IOException {
    Files.write(folder.resolve("image"), new byte[] {0, 1});
    assertThatThrownBy(() -> names(folder.resolve("image")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("holds no text")
        .hasMessageContaining("BINARY");
  }

  @Test
  void refusesPlacesThatAreNotThere() {
    assertThatThrownBy(() -> names(folder.resolve("nowhere")))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void sidesDependOnContentAlone() {
    var half = new HeldOut(0.5);
    int held = 0;
    for (int i = 0; i < 1000; i++) {
      SourceText text = SourceText.of("a" + i, "text number " + i);
      assertThat(half.has(text)).isEqualTo(half.has(SourceText.of("elsewhere", text.text())));
      held += half.has(text) ? 1 : 0;
    }
    assertThat(held).isBetween(400, 600);
  }
}
