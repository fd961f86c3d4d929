package dev.coderev.training.defect.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.training.TrainingException;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.DefectTask.Split;
import dev.coderev.training.defect.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetentionTests {

  private static final int TASKS = 400;
  private static final List<Edit> EDITS =
      List.of(new Edit(0, 1, "b"), new Edit(0, 1, "c"), new Edit(4, 5, "b"), new Edit(4, 5, "c"));

  private static DefectTask task(Split split, int number) {
    return new DefectTask(
        split + "" + number,
        split,
        DefectKind.WRONG_VARIABLE,
        "F.java",
        1,
        "",
        "a + a",
        EDITS,
        number % 2 == 0 ? OptionalInt.of(number / 2 % EDITS.size()) : OptionalInt.empty());
  }

  /** A model that knows some of the answers and guesses the others. */
  private static DefectScores scores(double known, double tokens, long seed) {
    var random = new Random(seed);
    var answers = new ArrayList<TaskAnswer>();
    for (Split split : Split.values()) {
      for (int i = 0; i < TASKS; i++) {
        DefectTask task = task(split, i);
        var gains = new ArrayList<Double>();
        boolean knows = random.nextDouble() < known;
        for (int edit = 0; edit < EDITS.size(); edit++) {
          boolean repair = task.repair().equals(OptionalInt.of(edit));
          double right = repair ? 9 : -9;
          gains.add(knows ? right + random.nextDouble() : random.nextGaussian());
        }
        double most = gains.stream().mapToDouble(it -> it).max().orElseThrow();
        answers.add(new TaskAnswer(task, gains, most, 1, (int) Math.round(100 * tokens), 100));
      }
    }
    return new DefectScores(answers);
  }

  @Test
  void whoeverGuessesKeepsNothingAboveChance() {
    Retention retention = Retention.of(scores(0.8, 0.5, 1), scores(0, 0, 2));
    assertThat(retention.aboveChance().orElseThrow().value()).isCloseTo(0, within(0.1));
    assertThat(retention.aboveChance().orElseThrow().low()).isNegative();
    assertThat(retention.aboveChance().orElseThrow().high()).isPositive();
    assertThat(retention.whole().value()).isGreaterThan(0.4); // what chance alone gives
    assertThat(retention.nextToken().value()).isZero();
  }

  @Test
  void halfOfWhatATeacherKnowsIsHalfAboveChance() {
    Retention retention = Retention.of(scores(0.8, 0.5, 1), scores(0.4, 0.45, 2));
    assertThat(retention.aboveChance().orElseThrow().value()).isCloseTo(0.5, within(0.1));
    assertThat(retention.aboveChance().orElseThrow().low()).isBetween(0.3, 0.5);
    assertThat(retention.aboveChance().orElseThrow().high()).isBetween(0.5, 0.7);
    assertThat(retention.nextToken().value()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void theSameAnswersAreKeptWhole() {
    DefectScores teacher = scores(0.8, 0.5, 1);
    Retention retention = Retention.of(teacher, scores(0.8, 0.5, 1));
    assertThat(retention.whole().value()).isEqualTo(1);
    assertThat(retention.aboveChance().orElseThrow().low()).isEqualTo(1);
  }

  @Test
  void aTeacherThatGuessesHasNothingToKeep() {
    assertThat(Retention.of(scores(0, 0.5, 1), scores(0.8, 0.5, 2)).aboveChance()).isEmpty();
    assertThat(Retention.of(scores(0, 0.5, 1), scores(0.8, 0.5, 2)).json().toString())
        .contains("above_chance");
  }

  @Test
  void answersToOtherTasksAreRefused() {
    DefectScores few = new DefectScores(List.of());
    assertThatThrownBy(() -> Retention.of(few, scores(0, 0.5, 1)))
        .isInstanceOf(TrainingException.class);
  }
}
