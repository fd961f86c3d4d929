package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {
  @TempDir Path folder;

  @Test
  void holdsTheJavaFilesOnly() throws IOException {
    Files.writeString(folder.resolve("A.java"), "class A {}");
    Files.writeString(folder.resolve("notes.txt"), "no code");
    SourceTree tree = SourceTree.at(folder);
    assertThat(tree.files()).containsExactly(folder.resolve("A.java"));
    assertThat(tree.bytes()).isEqualTo(10);
  }

  @Test
  void everySecondFileIsCopied() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from/p"));
    for (String name : new String[] {"A", "B", "C"}) {
      Files.writeString(from.resolve(name + ".java"), "class " + name + " {}");
    }
    SourceTree.at(folder.resolve("from")).copyEvery(2, folder.resolve("to"));
    assertThat(SourceTree.at(folder.resolve("to")).files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("A.java", "C.java");
  }

  @Test
  void onlyTheBaseModuleIsUnpacked() throws IOException {
    Path archive = archive("java.base/java/lang/A.java", "java.xml/B.java", "java.base/notes");
    assertThat(SourceTree.unpacked(archive, Files.createDirectory(folder.resolve("to"))).files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("A.java");
  }

  @Test
  void nothingIsUnpackedOutsideOfTheFolder() throws IOException {
    Path archive = archive("java.base/../../A.java");
    Path target = Files.createDirectory(folder.resolve("to"));
    assertThatThrownBy(() -> SourceTree.unpacked(archive, target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outside");
  }

  private Path archive(String... names) throws IOException {
    Path archive = folder.resolve("src.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("class A {}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return archive;
  }
}
