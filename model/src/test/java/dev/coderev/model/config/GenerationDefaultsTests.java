package dev.coderev.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationDefaultsTests {

  @TempDir private Path folder;

  @Test
  void readsWhatTheMakersWant() throws IOException {
    assertThat(GenerationDefaults.of(folder)).isEmpty();
    Path file = folder.resolve("generation_config.json");
    Files.writeString(
        file,
        "{\"do_sample\": true, \"temperature\": 0.7, \"top_k\": 20, \"top_p\": 0.8,"
            + " \"repetition_penalty\": 1.05, \"eos_token_id\": [5, 3]}");
    GenerationDefaults read = GenerationDefaults.of(folder).orElseThrow();
    assertThat(read.sample()).isTrue();
    assertThat(read.temperature()).hasValue(0.7);
    assertThat(read.topK()).hasValue(20);
    assertThat(read.topP()).hasValue(0.8);
    assertThat(read.minP()).isEmpty();
    assertThat(read.repetitionPenalty()).hasValue(1.05);
    assertThat(read.endIds()).containsExactly(5, 3);
    Files.writeString(file, "{\"temperature\": -1}");
    assertThatThrownBy(() -> GenerationDefaults.of(folder)).hasMessageContaining("at least");
  }
}
