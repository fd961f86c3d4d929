package dev.coderev.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.json.Json;
import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTests {

  @TempDir private Path folder;

  @Test
  void whatWasEndedBeforeItHadAPlanIsBegunAnew() throws IOException {
    Path root = folder.resolve("run");
    try (RunFolder ended = RunFolder.create(root)) {
      Files.writeString(root.resolve("config.json"), "{}");
      Files.writeString(ended.file("train.tokens"), "half");
      Files.createDirectory(ended.file(".staged"));
    }
    try (RunFolder anew = RunFolder.create(root)) {
      assertThat(root.resolve("config.json")).doesNotExist();
      assertThat(root.resolve("training")).isDirectoryContaining(it -> it.endsWith("lock"));
      assertThat(anew.has("train.tokens")).isFalse();
      assertThat(anew.file(".staged")).doesNotExist();
    }
  }

  @Test
  void whatIsBeingBegunElsewhereIsLeftAlone() throws IOException {
    Path root = folder.resolve("run");
    try (RunFolder begun = RunFolder.create(root)) {
      Files.writeString(begun.file("train.tokens"), "half");
      assertThatThrownBy(() -> RunFolder.create(root)).isInstanceOf(Exception.class);
      assertThat(begun.has("train.tokens")).isTrue();
    }
  }

  @Test
  void aRunWithAPlanAndOtherFoldersAreNotBegunAnew() throws IOException {
    Path root = folder.resolve("run");
    try (RunFolder run = RunFolder.create(root)) {
      run.write("plan.json", new Json.Obj(java.util.Map.of()));
    }
    assertThatThrownBy(() -> RunFolder.create(root))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("--resume");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> RunFolder.create(other))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("not empty");
    assertThat(other.resolve("notes.txt")).exists();
  }
}
