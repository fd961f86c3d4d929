package dev.coderev.training.distill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.student.LayerSelection;
import dev.coderev.training.student.Reduction;
import dev.coderev.training.student.StudentSize;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input is refused in words, before anything is left behind. */
class DistillationRefusalsTests {

  private static final ModelConfig CONFIG = Presets.all().get("tiny-llama");
  private static final String DOWN = "model.layers.1.mlp.down_proj.weight";

  @TempDir private Path folder;
  private Path teacher = Path.of("");
  private Path corpus = Path.of("");

  private static final class Silent implements RunListener {
    @Override
    public void stepped(Step step) {}

    @Override
    public void evaluated(long step, NextToken.Foretold foretold) {}

    @Override
    public void noted(String text) {}
  }

  @BeforeEach
  void make() throws IOException {
    teacher = folder.resolve("teacher");
    RandomCheckpoint.write(teacher, "tiny", CONFIG, DType.F32, 3);
    corpus = Files.createDirectory(folder.resolve("corpus"));
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void distill() {
    var training = new TrainingPlan(192, 4, 2, 48, 1e-3, 0.1, 5, 0, 0.3, Compute.Precision.F32, 1);
    var size = new StudentSize(1, 64, 4, 2, 128);
    var plan =
        new DistillationPlan(
            training, new Origin.Cut(size, LayerSelection.FIRST, false), Losses.DEFAULT);
    Distillation.begin(
        folder.resolve("out"), teacher, List.of(corpus), plan, new Pace("cpu", 4, 8), new Silent());
  }

  @Test
  void aCorpusWithoutTextIsRefused() throws IOException {
    assertThatThrownBy(this::distill)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("holds no text: no files at all");
    Files.write(corpus.resolve("image"), new byte[] {0, 1, 2, 0, (byte) 0xff});
    Files.writeString(corpus.resolve("blank.java"), " \n");
    assertThatThrownBy(this::distill)
        .hasMessageContaining("BINARY=1")
        .hasMessageContaining("EMPTY");
  }

  @Test
  void aCorpusOfOneFileIsRefusedHoweverLargeItIs() throws IOException {
    Path file = corpus.resolve("one.java");
    Files.writeString(file, "int a;\n".repeat(1000));
    assertThatThrownBy(this::distill).hasMessageContaining("of 1 texts");
    Files.writeString(file, "int a;\n".repeat((int) Corpus.LARGEST / 7 + 1));
    assertThatThrownBy(this::distill).hasMessageContaining("TOO_LARGE=1");
  }

  @Test
  void aTeacherWithoutATensorIsRefusedByItsName() throws IOException {
    write(Map.of(DOWN, Shape.of(0)), 0);
    assertThatThrownBy(this::distill).isInstanceOf(ModelException.class).hasMessageContaining(DOWN);
  }

  @Test
  void aTeacherWithATensorOfAnotherShapeIsRefusedByItsName() throws IOException {
    write(Map.of(DOWN, Shape.of(3, 5)), 0);
    assertThatThrownBy(this::distill)
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(DOWN)
        .hasMessageContaining("[3, 5]");
  }

  @Test
  void aTeacherWithWeightsThatAreNoNumbersIsRefused() throws IOException {
    for (int i = 0; i < 12; i++) {
      Files.writeString(corpus.resolve("F" + i), "class F" + i + " { int a = " + i + "; }\n");
    }
    write(Map.of(), Float.NaN);
    assertThatThrownBy(this::distill)
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("element 0 of ")
        .hasMessageContaining("is NaN");
  }

  /** Replaces the teacher's weights by constants; an empty shape leaves a tensor out. */
  private void write(Map<String, Shape> others, float constant) throws IOException {
    var shapes = new LinkedHashMap<>(WeightShapes.of(CONFIG));
    shapes.putAll(others);
    shapes.values().removeIf(it -> it.elements() == 0);
    List<TensorSource> sources =
        shapes.entrySet().stream()
            .map(it ->
                EncodedTensor.of(
                    it.getKey(),
                    DType.F32,
                    it.getValue(),
                    (from, into, count) -> Arrays.fill(into, 0, count, constant),
                    new Rounding.Nearest(),
                    lost -> {}))
            .toList();
    Path file = teacher.resolve("model.safetensors");
    Files.delete(file);
    SafetensorsWriter.write(file, sources, Map.of("format", "pt"));
  }

  @Test
  void ratiosThatNoStudentReachesAreRefusedWithTheSmallestThatOneDoes() {
    assertThatThrownBy(() -> StudentSize.ratio(CONFIG, Reduction.LAYERS, 1000))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the smallest is");
    assertThatThrownBy(() -> StudentSize.ratio(CONFIG, Reduction.LAYERS, 1))
        .hasMessageContaining("must be more than 1");
    assertThatThrownBy(() -> StudentSize.ratio(CONFIG, Reduction.LAYERS, Double.NaN))
        .hasMessageContaining("must be more than 1");
  }
}
