package dev.coderev.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.PackedStream;
import dev.coderev.training.data.Place;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.optimize.AdamW;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);

  @TempDir private Path folder;

  private static TokenBatch random(int rows, int length) {
    int[] tokens = new SplittableRandom(8).ints((long) rows * length, 0, 500).toArray();
    return TokenBatch.of(tokens);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-mistral", "tiny-qwen2", "tiny-qwen3"})
  void gradientsAreTheSlopesOfTheLoss(String shape) {
    ModelConfig config = Presets.all().get(shape);
    try (Parameters parameters = Parameters.initial(config, COMPUTE, 3)) {
      var objective = new NextToken(new Network(config, parameters, COMPUTE));
      TokenBatch batch = random(1, 60);
      objective.learn(batch, 1);
      for (String name : parameters.shapes().keySet()) {
        float[] gradient = parameters.read(parameters.gradients(), name);
        float[] weights = parameters.read(name);
        double length = 0;
        for (float g : gradient) {
          length += (double) g * g;
        }
        length = Math.sqrt(length);
        double step = 2e-2 / Math.max(1, length);
        double up = lossAlong(objective, parameters, name, weights, gradient, step / length);
        double down = lossAlong(objective, parameters, name, weights, gradient, -step / length);
        parameters.write(name, weights);
        // along its own direction the slope is the gradient's length
        assertThat((up - down) / (2 * step))
            .as(name)
            .isCloseTo(length, within(0.02 * length + 0.05));
      }
    }
  }

  private double lossAlong(
      NextToken objective,
      Parameters parameters,
      String name,
      float[] weights,
      float[] direction,
      double by) {
    var moved = new float[weights.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (float) (weights[i] + by * direction[i]);
    }
    parameters.write(name, moved);
    return objective.foretell(random(1, 60)).loss();
  }

  @Test
  void aPackedDocumentIsForetoldAsIfItStoodAlone() throws IOException {
    ModelConfig config = Presets.all().get("tiny-llama");
    Path path = folder.resolve("tokens");
    var random = new SplittableRandom(2);
    try (var writer = new TokenFile.Writer(path)) {
      for (int i = 0; i < 4; i++) {
        writer.add(random.ints(10 + i, 0, 500).toArray());
      }
      writer.finish();
    }
    try (TokenFile file = TokenFile.open(path);
        Parameters parameters = Parameters.initial(config, COMPUTE, 3)) {
      var objective = new NextToken(new Network(config, parameters, COMPUTE));
      var stream = new PackedStream(file, 1, FillInTheMiddle.NEVER, -1, Place.START);
      double together = objective.foretell(stream.next(1, (int) file.tokens())).loss();
      double alone = 0;
      for (int i = 0; i < file.documents(); i++) {
        alone += objective.foretell(TokenBatch.of(file.document(i))).loss();
      }
      assertThat(together).isCloseTo(alone, within(1e-3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"F32", "BF16"})
  void aTinyModelLearnsATextByHeart(String precision) {
    ModelConfig config = Presets.all().get("tiny-qwen2");
    Compute compute = Compute.of("cpu", Compute.Precision.valueOf(precision), 1);
    try (Parameters parameters = Parameters.initial(config, compute, 3);
        var optimizer = new AdamW(parameters, compute, AdamW.Settings.DEFAULT)) {
      var objective = new NextToken(new Network(config, parameters, compute));
      TokenBatch text = random(1, 60);
      for (int i = 0; i < 60; i++) {
        optimizer.zeroGradients();
        objective.learn(text, 1.0 / text.valid());
        optimizer.step(5e-3, optimizer.gradientNorm());
      }
      assertThat(objective.foretell(text).accuracy()).isEqualTo(1);
    }
  }

  @Test
  void aStepLeavesNoTensorsBehind() {
    ModelConfig config = Presets.all().get("tiny-llama");
    try (Parameters parameters = Parameters.initial(config, COMPUTE, 3);
        var optimizer = new AdamW(parameters, COMPUTE, AdamW.Settings.DEFAULT)) {
      var objective = new NextToken(new Network(config, parameters, COMPUTE));
      long before = 0;
      for (int i = 0; i < 6; i++) {
        optimizer.zeroGradients();
        objective.learn(random(1, 30), 1);
        optimizer.step(1e-3, optimizer.gradientNorm());
        objective.foretell(random(1, 30));
        if (i == 2) {
          before = Pointer.totalCount();
        }
      }
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before);
    }
  }

  @Test
  void anUpdateFollowsTheEquationsOfAdamW() {
    ModelConfig config = Presets.all().get("tiny-llama");
    var settings = new AdamW.Settings(0.9, 0.95, 1e-8, 0.1, 1);
    String name = "model.layers.0.mlp.up_proj.weight";
    try (Parameters parameters = Parameters.initial(config, COMPUTE, 3);
        var optimizer = new AdamW(parameters, COMPUTE, settings);
        var _ = new PointerScope()) {
      var gradient = new float[64 * 160];
      gradient[7] = 0.5f;
      double weight = parameters.read(name)[7];
      double first = 0;
      double second = 0;
      for (int t = 1; t <= 3; t++) {
        optimizer.zeroGradients();
        parameters.write(parameters.gradients(), name, gradient);
        optimizer.step(0.01, optimizer.gradientNorm());
        first = 0.9 * first + 0.1 * 0.5;
        second = 0.95 * second + 0.05 * 0.25;
        double spread = Math.sqrt(second / (1 - Math.pow(0.95, t))) + 1e-8;
        weight = weight * (1 - 0.01 * 0.1) - 0.01 * first / (1 - Math.pow(0.9, t)) / spread;
      }
      assertThat(parameters.read(name)[7]).isCloseTo((float) weight, within(1e-6f));
      assertThat(optimizer.steps()).isEqualTo(3);
    }
  }
}
