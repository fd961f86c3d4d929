package dev.coderev.training.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.Presets;
import dev.coderev.training.TrainingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StudentSizeTests {

  private static final ModelConfig TINY = Presets.all().get("tiny-llama");

  private static ModelConfig teacher(int layers, int hidden, int heads) {
    return TINY.withSizes(layers, hidden, heads, heads, 4 * hidden);
  }

  @ParameterizedTest
  @CsvSource({
    "tiny, 32, 4096, 32, 3, 2048, 16",
    "small, 32, 4096, 32, 8, 3072, 24",
    "medium, 32, 4096, 32, 16, 4096, 32",
    "large, 32, 4096, 32, 24, 4096, 32",
    "tiny, 12, 768, 12, 1, 384, 6",
    "small, 12, 768, 12, 3, 576, 9",
    "medium, 12, 768, 12, 6, 768, 12",
    "large, 12, 768, 12, 9, 768, 12"
  })
  void presetsMeanTheSizesOfTheirTable(
      String word, int layers, int hidden, int heads, int fewer, int narrower, int fewerHeads) {
    assertThat(StudentSize.preset(teacher(layers, hidden, heads), Reduction.HYBRID, word))
        .isEqualTo(new StudentSize(fewer, narrower, fewerHeads, fewerHeads, 4 * narrower));
  }

  @Test
  void oneReductionLeavesTheOtherAlone() {
    ModelConfig teacher = teacher(12, 768, 12);
    assertThat(StudentSize.preset(teacher, Reduction.LAYERS, "small"))
        .isEqualTo(new StudentSize(3, 768, 12, 12, 3072));
    assertThat(StudentSize.preset(teacher, Reduction.WIDTH, "small"))
        .isEqualTo(new StudentSize(12, 576, 9, 9, 2304));
  }

  @ParameterizedTest
  @EnumSource
  void aRatioIsReachedByAsLittleAsPossible(Reduction reduction) {
    ModelConfig teacher = teacher(12, 768, 12);
    StudentSize size = StudentSize.ratio(teacher, reduction, 2);
    double ratio =
        (double) StudentSize.parameters(teacher) / StudentSize.parameters(size.of(teacher));
    assertThat(ratio).isBetween(2.0, 2.6);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> StudentSize.ratio(TINY, Reduction.LAYERS, 1000))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("the smallest is");
    assertThatThrownBy(() -> StudentSize.ratio(TINY, Reduction.LAYERS, 0.5))
        .hasMessageContaining("more than 1");
    assertThatThrownBy(() -> StudentSize.preset(TINY, Reduction.LAYERS, "huge"))
        .hasMessageContaining("'huge' is no preset");
    assertThatThrownBy(() -> new StudentSize(99, 1, 1, 1, 1).of(TINY))
        .hasMessageContaining("is no part of its teacher");
    assertThatThrownBy(() -> new StudentSize(0, 1, 1, 1, 1)).hasMessageContaining("at least one");
  }
}
