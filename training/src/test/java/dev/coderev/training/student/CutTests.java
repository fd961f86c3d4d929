package dev.coderev.training.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.Presets;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.torch.Compute;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutTests {

  private static final Compute COMPUTE = Compute.of("cpu", Compute.Precision.F32, 1);

  private static final List<TokenBatch> TEXTS =
      List.of(
          TokenBatch.of(new SplittableRandom(4).ints(200, 0, 500).toArray()),
          TokenBatch.of(new SplittableRandom(5).ints(200, 0, 500).toArray()));

  private static Network network(ModelConfig config, Parameters parameters) {
    return new Network(config, parameters, COMPUTE);
  }

  private static float[] logits(Network network, Watcher watcher) {
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      return Compute.toFloats(network.logits(network.hidden(TEXTS.getFirst(), watcher)));
    }
  }

  private static StudentSize whole(ModelConfig config) {
    return new StudentSize(
        config.layers(),
        config.hiddenSize(),
        config.heads(),
        config.kvHeads(),
        config.intermediateSize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-llama", "tiny-qwen2", "tiny-qwen3"})
  void aStudentOfTheSameSizeIsItsTeacher(String shape) {
    ModelConfig config = Presets.all().get(shape);
    try (Parameters weights = Parameters.initial(config, COMPUTE, 3)) {
      Network teacher = network(config, weights);
      Cut cut =
          Cut.of(config, whole(config), LayerSelection.IMPORTANCE, Importance.of(teacher, TEXTS));
      try (Parameters student = cut.weights(weights, COMPUTE, false)) {
        assertThat(logits(network(cut.student(), student), Watcher.NOBODY))
            .isEqualTo(logits(teacher, Watcher.NOBODY));
      }
    }
  }

  @Test
  void aStudentOfFewerLayersIsItsTeacherWithLayersLeftOut() {
    ModelConfig config = Presets.all().get("tiny-llama");
    StudentSize size = whole(config);
    var fewer =
        new StudentSize(1, size.hidden(), size.heads(), size.kvHeads(), size.intermediate());
    try (Parameters weights = Parameters.initial(config, COMPUTE, 3)) {
      Network teacher = network(config, weights);
      Importance importance = Importance.of(teacher, TEXTS);
      Cut cut = Cut.of(config, fewer, LayerSelection.IMPORTANCE, importance);
      int kept = cut.layers().getFirst();
      for (double influence : importance.influence()) {
        assertThat(influence).isLessThanOrEqualTo(importance.influence()[kept]);
      }
      try (Parameters student = cut.weights(weights, COMPUTE, false)) {
        assertThat(logits(network(cut.student(), student), Watcher.NOBODY))
            .isEqualTo(
                logits(
                    teacher,
                    new Watcher() {
                      @Override
                      public boolean skips(int layer) {
                        return layer != kept;
                      }
                    }));
      }
    }
  }

  @Test
  void channelsThatGiveNothingAreTheFirstToGo() {
    ModelConfig config = Presets.all().get("tiny-llama");
    StudentSize size = whole(config);
    try (Parameters weights = Parameters.initial(config, COMPUTE, 3)) {
      for (int layer = 0; layer < config.layers(); layer++) {
        silence(weights, WeightShapes.layer(layer) + "mlp.up_proj.weight", 32);
      }
      Network teacher = network(config, weights);
      var fewer =
          new StudentSize(
              size.layers(), size.hidden(), size.heads(), size.kvHeads(), size.intermediate() - 32);
      Cut cut = Cut.of(config, fewer, LayerSelection.FIRST, Importance.of(teacher, TEXTS));
      try (Parameters student = cut.weights(weights, COMPUTE, false)) {
        float[] mine = logits(network(cut.student(), student), Watcher.NOBODY);
        float[] theirs = logits(teacher, Watcher.NOBODY);
        for (int i = 0; i < mine.length; i++) {
          assertThat(mine[i]).isCloseTo(theirs[i], within(1e-4f));
        }
      }
    }
  }

  private static void silence(Parameters weights, String name, int rows) {
    float[] floats = weights.read(name);
    int columns = Math.toIntExact(weights.shapes().get(name).dims().getLast());
    for (int i = 0; i < rows * columns; i++) {
      floats[i] = 0;
    }
    weights.write(name, floats);
  }

  @Test
  void leastSquaresBringANarrowStudentNearerToItsTeacher() {
    ModelConfig config = Presets.all().get("tiny-llama");
    StudentSize size = StudentSize.preset(config, Reduction.WIDTH, "small");
    try (Parameters weights = Parameters.initial(config, COMPUTE, 3)) {
      Network teacher = network(config, weights);
      Cut cut = Cut.of(config, size, LayerSelection.UNIFORM, Importance.of(teacher, TEXTS));
      try (Parameters student = cut.weights(weights, COMPUTE, false)) {
        Network narrow = network(cut.student(), student);
        double before = apart(teacher, narrow);
        new Refit(cut, teacher, narrow, TEXTS).run();
        assertThat(apart(teacher, narrow)).isLessThan(before);
      }
    }
  }

  private static double apart(Network teacher, Network student) {
    float[] theirs = logits(teacher, Watcher.NOBODY);
    float[] mine = logits(student, Watcher.NOBODY);
    double sum = 0;
    for (int i = 0; i < mine.length; i++) {
      sum += Math.pow(mine[i] - theirs[i], 2);
    }
    return sum;
  }

  @Test
  void selectionsAreWhatTheirNamesSay() {
    double[] influence = {0.5, 0.1, 0.4, 0.9};
    assertThat(LayerSelection.IMPORTANCE.choose(influence, 2)).containsExactly(0, 3);
    assertThat(LayerSelection.UNIFORM.choose(influence, 2)).containsExactly(0, 2);
    assertThat(LayerSelection.FIRST.choose(influence, 2)).containsExactly(0, 1);
    assertThat(LayerSelection.LAST.choose(influence, 2)).containsExactly(2, 3);
  }

  @Test
  void aFitFindsTheWeightsThatMadeTheData() {
    var ridge = new RidgeFit(2, 1);
    // rows (1, 0), (0, 1), (1, 1) with y = 3·a − 2·b
    ridge.add(new float[] {2, 1, 1, 2}, new float[] {3 + 1, -2 + 1});
    float[] weights = ridge.solve(new float[] {3, -2});
    assertThat(weights[0]).isCloseTo(3, within(1e-5f));
    assertThat(weights[1]).isCloseTo(-2, within(1e-5f));
    float[] pulled = ridge.solve(new float[] {0, 0});
    assertThat(pulled[0]).isBetween(2.8f, 3f);
  }
}
