package dev.coderev.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTests {

  @TempDir private Path folder;

  @Test
  void showsADirectoryOnlyWhenItIsWhole() {
    Path target = folder.resolve("a/model");
    Staging.directory(
        target,
        staged -> {
          Files.writeString(staged.resolve("one"), "1");
          assertThat(target).doesNotExist();
          Files.createDirectory(staged.resolve("inner"));
        });
    assertThat(target.resolve("one")).hasContent("1");
    assertThat(target.getParent()).isDirectoryContaining(it -> it.equals(target));
  }

  @Test
  void leavesNothingWhenAStepFails() {
    assertThatThrownBy(() ->
            Staging.directory(
                folder.resolve("model"),
                staged -> {
                  Files.writeString(staged.resolve("one"), "1");
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void neverTouchesWhatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("m.gguf"), "kept");
    assertThatThrownBy(() -> Staging.file(file, staged -> Files.writeString(staged, "new")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("exists already");
    assertThat(file).hasContent("kept");
  }
}
