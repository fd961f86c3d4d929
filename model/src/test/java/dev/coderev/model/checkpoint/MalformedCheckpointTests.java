package dev.coderev.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.ModelException;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.tensor.DType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to the bytes of a checkpoint, opening it works or says what is wrong. */
class MalformedCheckpointTests {

  /** The headers of the tiny files end well before this. */
  private static final int HEAD = 60_000;

  private static Path folder;
  private static byte[] gguf;
  private static byte[] safetensors;

  @BeforeContainer
  static void writeRightOnes() throws IOException {
    folder = Files.createTempDirectory("malformed");
    Path file = folder.resolve("right.gguf");
    var shape = Presets.all().get("tiny-qwen2");
    RandomCheckpoint.write(file, "tiny", shape, DType.Q4_0, 1);
    gguf = Files.readAllBytes(file);
    Path directory = folder.resolve("right");
    RandomCheckpoint.write(directory, "tiny", shape, DType.Q4_0, 1);
    safetensors = Files.readAllBytes(directory.resolve("model.safetensors"));
  }

  @AfterContainer
  static void removeAll() throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
    }
  }

  private static byte[] changed(byte[] right, int seed, int changes) {
    byte[] wrong = right.clone();
    var random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(Math.min(random.nextBoolean() ? 200 : HEAD, wrong.length));
      switch (random.nextInt(4)) {
        case 0 -> wrong[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> wrong[at] = (byte) random.nextInt();
        case 2 -> Arrays.fill(wrong, at, Math.min(at + 8, wrong.length), (byte) -1);
        default -> wrong = Arrays.copyOf(wrong, at + random.nextInt(wrong.length - at));
      }
      if (wrong.length == 0) {
        break;
      }
    }
    return wrong;
  }

  private static void opensOrExplains(Path path) {
    try (Checkpoint checkpoint = Checkpoint.open(path)) {
      for (String name : checkpoint.names()) {
        assertThat(checkpoint.tensor(name).toFloats()).isNotNull();
      }
    } catch (MalformedFile e) {
      assertThat(e).hasMessageContaining(folder.toString());
    } catch (ModelException | UncheckedIOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void changedGgufFilesAreExplained(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 4) int changes) throws IOException {
    Path file = folder.resolve("wrong.gguf");
    Files.write(file, changed(gguf, seed, changes));
    opensOrExplains(file);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void changedSafetensorsAreExplained(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 4) int changes) throws IOException {
    Path file = folder.resolve("right/model.safetensors");
    Files.write(file, changed(safetensors, seed, changes));
    opensOrExplains(folder.resolve("right"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void changedConfigurationsAreExplained(@ForAll int seed) throws IOException {
    Path directory = folder.resolve("config-only");
    Files.createDirectories(directory);
    byte[] right = Files.readAllBytes(folder.resolve("right/config.json"));
    Files.write(directory.resolve("config.json"), changed(right, seed, 2));
    Files.write(directory.resolve("model.safetensors"), safetensors);
    opensOrExplains(directory);
  }
}
