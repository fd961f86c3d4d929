package dev.coderev.review.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.fix.WriteOutcome.Refused;
import dev.coderev.review.fix.WriteOutcome.Written;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixWriterTests {
  @TempDir Path folder;

  @Test
  void replacesTheText() throws IOException {
    Path file = file("a = 1\r\nb = 2\r\n");
    FileFixes fixes =
        new FileFixes(source("a = 1\r\nb = 2\r\n"), "a = 3\r\nb = 2\r\n", List.of(), List.of());
    assertThat(new FixWriter().write(file, fixes)).isEqualTo(new Written("a.py"));
    assertThat(file).hasContent("a = 3\r\nb = 2\r\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void keepsTheByteOrderMark() throws IOException {
    Path file = file("\uFEFFa = 'é'\n");
    assertThat(write(file, "a = 'é'\n", "a = 'ü'\n")).isInstanceOf(Written.class);
    assertThat(Files.readString(file)).isEqualTo("\uFEFFa = 'ü'\n");
  }

  @Test
  void keepsPermissions() throws IOException {
    Path file = file("a\n");
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    assertThat(write(file, "a\n", "b\n")).isInstanceOf(Written.class);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void writesThroughALinkAndKeepsIt() throws IOException {
    Path file = file("a\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.py"), file);
    assertThat(write(link, "a\n", "b\n")).isInstanceOf(Written.class);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("b\n");
  }

  @Test
  void refusesAFileThatChangedMeanwhile() throws IOException {
    Path file = file("changed\n");
    assertThat(write(file, "a\n", "b\n"))
        .isEqualTo(new Refused("a.py", "it changed since it was examined"));
    assertThat(file).hasContent("changed\n");
  }

  @Test
  void refusesAFileThatChangesWhileItIsWritten() throws IOException {
    Path file = file("a\n");
    FixWriter writer = new FixWriter((_, _) -> Files.writeString(file, "changed\n"));
    assertThat(writer.write(file, source("a\n"), "b\n"))
        .isEqualTo(new Refused("a.py", "it changed since it was examined"));
    assertThat(file).hasContent("changed\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("a.py");
    byte[] latin = "a = 'é'\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, latin);
    assertThat(write(file, "a = 'é'\n", "b\n"))
        .isEqualTo(new Refused("a.py", "it is not valid UTF-8"));
    assertThat(file).hasBinaryContent(latin);
  }

  @Test
  void leavesTheFileAsItWasWhenTheDiskIsFull() throws IOException {
    Path file = file("a\n");
    FixWriter writer =
        new FixWriter((beside, content) -> {
          Files.write(beside, new byte[content.length / 2]);
          throw new IOException("No space left on device");
        });
    assertThat(writer.write(file, source("a\n"), "b\n"))
        .isEqualTo(new Refused("a.py", "cannot be written: No space left on device"));
    assertThat(file).hasContent("a\n");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void refusesAReadOnlyFileOrFolder() throws IOException {
    Path file = file("a\n");
    assertThat(file.toFile().setReadOnly()).isTrue();
    assumeFalse(Files.isWritable(file), "root may write everything");
    assertThat(write(file, "a\n", "b\n")).isEqualTo(new Refused("a.py", "it is read-only"));
    assertThat(file.toFile().setWritable(true)).isTrue();
    assertThat(folder.toFile().setReadOnly()).isTrue();
    assertThat(write(file, "a\n", "b\n"))
        .isEqualTo(new Refused("a.py", "cannot be written: permission denied"));
    assertThat(folder.toFile().setWritable(true)).isTrue();
  }

  @Test
  void saysThatTheFileIsGone() {
    assertThat(write(folder.resolve("none.py"), "a\n", "b\n"))
        .isEqualTo(new Refused("a.py", "the file is gone"));
  }

  @Test
  void refusesTextThatUtf8CannotHold() throws IOException {
    Path file = file("a\n");
    assertThat(write(file, "a\n", "\uD800")).isInstanceOf(Refused.class);
    assertThat(file).hasContent("a\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.py"), text);
  }

  private static SourceFile source(String text) {
    return new SourceFile("a.py", Language.PYTHON, text);
  }

  private static WriteOutcome write(Path file, String before, String after) {
    return new FixWriter().write(file, source(before), after);
  }

  private List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".tmp")).toList();
    }
  }
}
