package dev.coderev.training.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTests {

  @TempDir private Path folder;

  /** Several documents in a row, some over the edge of rows. */
  private TokenBatch batch(int rows, int length) throws IOException {
    Path path = folder.resolve("tokens-" + rows + "-" + length);
    var random = new SplittableRandom(2);
    try (var writer = new TokenFile.Writer(path)) {
      for (int i = 0; i < 9; i++) {
        writer.add(random.ints(5 + 9 * i, 0, 500).toArray());
      }
      writer.finish();
    }
    try (TokenFile file = TokenFile.open(path)) {
      return new PackedStream(file, 1, FillInTheMiddle.NEVER, -1, Place.START).next(rows, length);
    }
  }

  private static ModelConfig shape(String name) {
    return Presets.all().get(name);
  }

  /** Weights that are far from their beginnings, so that no part of a layer is silent. */
  private static Parameters lively(ModelConfig config, Compute compute) {
    Parameters parameters = Parameters.initial(config, compute, 3);
    var random = new SplittableRandom(4);
    parameters
        .shapes()
        .forEach((name, shape) -> {
          float[] values = parameters.read(name);
          for (int i = 0; i < values.length; i++) {
            values[i] = 4 * values[i] + (float) random.nextDouble(-0.05, 0.05);
          }
          parameters.write(name, values);
        });
    return parameters;
  }

  private static double distance(float[] a, float[] b) {
    double apart = 0;
    double size = 0;
    for (int i = 0; i < a.length; i++) {
      apart += (a[i] - b[i]) * (double) (a[i] - b[i]);
      size += (double) a[i] * a[i];
    }
    return Math.sqrt(apart / size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-mistral", "tiny-qwen2"})
  void givesTheGradientsOfRecordedPasses(String name) throws IOException {
    Compute compute = Compute.of("cpu", Compute.Precision.F32, 1);
    ModelConfig config = shape(name);
    TokenBatch batch = batch(3, 75);
    try (Parameters parameters = lively(config, compute)) {
      var network = new Network(config, parameters, compute);
      double loss = new NextToken(network).learn(batch, 0.5);
      float[] expected = take(parameters);
      try (Crew crew = Crew.of(network, 1)) {
        assertThat(crew.learn(batch, 0.5)).isCloseTo(loss, within(loss * 1e-6));
      }
      float[] written = take(parameters);
      for (String weight : parameters.shapes().keySet()) {
        int from = (int) parameters.start(weight);
        int to = from + (int) parameters.shapes().get(weight).elements();
        assertThat(
                distance(
                    Arrays.copyOfRange(expected, from, to), Arrays.copyOfRange(written, from, to)))
            .as(weight)
            .isLessThan(5e-5);
      }
    }
  }

  private static float[] take(Parameters parameters) {
    float[] gradients = Compute.toFloats(parameters.gradients());
    parameters.gradients().zero_();
    return gradients;
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2"})
  void narrowFactorsLoseNoMoreThanInRecordedPasses(String name) throws IOException {
    Compute exact = Compute.of("cpu", Compute.Precision.F32, 1);
    Compute narrow = Compute.of("cpu", Compute.Precision.BF16, 1);
    ModelConfig config = shape(name);
    TokenBatch batch = batch(3, 75);
    try (Parameters parameters = lively(config, exact)) {
      new NextToken(new Network(config, parameters, exact)).learn(batch, 1);
      float[] expected = take(parameters);
      var network = new Network(config, parameters, narrow);
      new NextToken(network).learn(batch, 1);
      float[] recorded = take(parameters);
      try (Crew crew = Crew.of(network, 1)) {
        crew.learn(batch, 1);
      }
      assertThat(distance(expected, take(parameters)))
          .isBetween(1e-4, 1.5 * distance(expected, recorded));
    }
  }

  @Test
  void equalNumbersOfWorkersGiveEqualBits() throws IOException {
    Compute compute = Compute.of("cpu", Compute.Precision.BF16, 1);
    TokenBatch whole = batch(5, 40);
    List<TokenBatch> parts = List.of(whole.slice(0, 2), whole.slice(2, 4), whole.slice(4, 5));
    float[] first = gradients(compute, parts, 2);
    assertThat(Arrays.equals(gradients(compute, parts, 2), first)).isTrue();
    assertThat(distance(first, gradients(compute, parts, 1))).isLessThan(1e-2);
    assertThat(distance(first, gradients(compute, parts, 4))).isLessThan(1e-2);
  }

  private static float[] gradients(Compute compute, List<TokenBatch> parts, int threads) {
    ModelConfig config = shape("tiny-llama");
    try (Parameters parameters = lively(config, compute);
        Crew crew = Crew.of(new Network(config, parameters, compute), threads)) {
      crew.learnAll(parts, 1);
      parameters.gradients().zero_();
      crew.learnAll(parts, 1);
      return Compute.toFloats(parameters.gradients());
    }
  }

  @Test
  void shapesWithOtherPartsAreLeftToRecordedPasses() {
    Compute compute = Compute.of("cpu", Compute.Precision.F32, 1);
    ModelConfig config = shape("tiny-qwen3");
    try (Parameters parameters = Parameters.initial(config, compute, 3)) {
      assertThat(Crew.fits(new Network(config, parameters, compute))).isFalse();
    }
  }
}
