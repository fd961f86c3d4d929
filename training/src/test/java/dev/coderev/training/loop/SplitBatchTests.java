package dev.coderev.training.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.TrainingException;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.PackedStream;
import dev.coderev.training.data.Place;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitBatchTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);
  private static final long TOO_MUCH = 1L << 50;

  @TempDir private Path folder;

  private TokenBatch batch() throws IOException {
    Path path = folder.resolve("tokens");
    var random = new SplittableRandom(2);
    try (var writer = new TokenFile.Writer(path)) {
      for (int i = 0; i < 9; i++) {
        writer.add(random.ints(5 + 2 * i, 0, 500).toArray());
      }
      writer.finish();
    }
    try (TokenFile file = TokenFile.open(path)) {
      return new PackedStream(file, 1, FillInTheMiddle.NEVER, -1, Place.START).next(8, 24);
    }
  }

  /** Asks libtorch for a petabyte when there are more rows than allowed. */
  private static void exhaust(TokenBatch rows, int allowed) {
    if (rows.rows() > allowed) {
      try (var _ = new PointerScope()) {
        torch.zeros(TOO_MUCH);
      }
    }
  }

  @Test
  void theGradientIsTheSameHoweverMemoryForcesASplit() throws IOException {
    ModelConfig config = Presets.all().get("tiny-llama");
    TokenBatch batch = batch();
    try (Parameters parameters = Parameters.initial(config, COMPUTE, 3)) {
      var objective = new NextToken(new Network(config, parameters, COMPUTE));
      Runnable forget =
          () -> {
            try (var _ = new PointerScope()) {
              parameters.gradients().zero_();
            }
          };
      double whole = new SplitBatch(objective::learn, forget, 8, text -> {}).learn(batch);
      float[] expected = Compute.toFloats(parameters.gradients());
      List<String> notes = new ArrayList<>();
      var split =
          new SplitBatch(
              (rows, scale) -> {
                exhaust(rows, 2);
                return objective.learn(rows, scale);
              },
              forget,
              8,
              notes::add);
      assertThat(split.learn(batch)).isCloseTo(whole, within(1e-5));
      assertThat(split.microRows()).isEqualTo(2);
      assertThat(notes).hasSize(2).first().asString().contains("memory ran out");
      float[] found = Compute.toFloats(parameters.gradients());
      double furthest = 0;
      double longest = 0;
      for (int i = 0; i < found.length; i++) {
        furthest = Math.max(furthest, Math.abs(found[i] - expected[i]));
        longest = Math.max(longest, Math.abs(expected[i]));
      }
      assertThat(furthest / longest).isLessThan(1e-5);
    }
  }

  @Test
  void saysWhatToDoWhenOneSequenceIsTooMuch() throws IOException {
    var split =
        new SplitBatch(
            (rows, scale) -> {
              exhaust(rows, 0);
              return 0;
            },
            () -> {},
            4,
            text -> {});
    TokenBatch batch = batch();
    assertThatThrownBy(() -> split.learn(batch))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("shorter --length");
  }

  @Test
  void otherFailuresAreNotTakenForMissingMemory() throws IOException {
    var split =
        new SplitBatch(
            (rows, scale) -> {
              throw new IllegalStateException("out of memory of another kind");
            },
            () -> {},
            4,
            text -> {});
    TokenBatch batch = batch();
    assertThatThrownBy(() -> split.learn(batch)).isInstanceOf(IllegalStateException.class);
  }
}
