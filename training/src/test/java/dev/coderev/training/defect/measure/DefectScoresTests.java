package dev.coderev.training.defect.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.training.defect.DefectKind;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.DefectTask.Split;
import dev.coderev.training.defect.Edit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectScoresTests {

  @TempDir private Path folder;

  private static DefectTask task(Split split, int number, boolean defective) {
    String code = "int f(int a, int b) { return a + b * " + number + "; }";
    int plus = code.indexOf('+');
    int times = code.indexOf('*');
    return new DefectTask(
        "t" + split + number,
        split,
        DefectKind.WRONG_OPERATOR,
        "F.java",
        1,
        "class F {\n",
        code,
        List.of(
            new Edit(plus, plus + 1, "-"),
            new Edit(plus, plus + 1, "/"),
            new Edit(times, times + 1, "-")),
        defective ? OptionalInt.of(1) : OptionalInt.empty());
  }

  private Path model() {
    Path model = folder.resolve("model");
    RandomCheckpoint.write(model, "tiny", Presets.all().get("tiny-llama"), DType.F32, 5);
    return model;
  }

  private static double whole(LoadedModel model, int[] tokens) {
    double sum = 0;
    try (var sequence = model.cache().open()) {
      List<float[]> logits = model.transformer().logits(sequence, Adapter.NONE, tokens, 0);
      for (int i = 1; i < tokens.length; i++) {
        sum += Logits.logProbability(logits.get(i - 1), tokens[i]);
      }
    }
    return sum;
  }

  @Test
  void aGainIsTheDifferenceOfTwoWholeTextsRead() {
    Path path = model();
    var options = RuntimeOptions.defaults().withThreads(1).withCachePrecision(KvPrecision.F32);
    DefectTask task = task(Split.TEST, 7, true);
    try (LoadedModel model = LoadedModel.open(path, options);
        Tokenizer tokenizer = Tokenizer.open(path)) {
      var scores = new CandidateScores(model.transformer(), model.cache(), tokenizer, 1000);
      List<Double> gains = scores.read(task).gains();
      double plain = whole(model, tokenizer.encode(task.context() + task.code(), true));
      for (int i = 0; i < gains.size(); i++) {
        String edited = task.candidates().get(i).applyTo(task.code());
        double after = whole(model, tokenizer.encode(task.context() + edited, true));
        assertThat(gains.get(i)).isCloseTo(after - plain, within(1e-3));
      }
    }
  }

  @Test
  void figuresComeFromTheTestsAlone() {
    var tasks = new ArrayList<DefectTask>();
    for (int i = 0; i < 6; i++) {
      tasks.add(task(Split.TUNE, i, i % 2 == 0));
      tasks.add(task(Split.TEST, i, i % 2 == 0));
    }
    DefectScores scores = DefectScores.of(model(), tasks, 1, done -> {});
    assertThat(scores.share(DefectScores.Question.WHETHER).all()).isEqualTo(6);
    assertThat(scores.share(DefectScores.Question.WHERE).all()).isEqualTo(3);
    // two of the three candidates change the place of the defect
    assertThat(scores.share(DefectScores.Question.WHERE).chance()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(scores.share(DefectScores.Question.WHAT).chance()).isEqualTo(0.5);
    assertThat(scores.perplexity()).isGreaterThan(100); // nothing was learnt
    assertThat(scores.areaUnderCurve()).isBetween(0.0, 1.0);
    assertThat(scores.text()).contains("wrong_operator", "by chance 50.0 %");
    assertThat(scores.json().toString()).contains("area_under_curve");
  }

  @Test
  void theThresholdIsBetweenTheTwoThatItParts() {
    assertThat(Threshold.fixedOn(List.of(answer(1, false), answer(2, false), answer(4, true))))
        .isEqualTo(new Threshold(3));
    assertThat(Threshold.fixedOn(List.of(answer(1, true))).value()).isNegative().isInfinite();
    assertThat(Threshold.fixedOn(List.of(answer(1, false))).value()).isPositive().isInfinite();
  }

  private static TaskAnswer answer(double suspicion, boolean defective) {
    List<Double> gains = List.of(suspicion, -1.0, -2.0);
    return new TaskAnswer(task(Split.TUNE, 1, defective), gains, suspicion, 1, 1, 1);
  }

  @Test
  void theIntervalIsWilsons() {
    var share = new Share(8, 10, 0.5);
    assertThat(share.low()).isCloseTo(0.4902, within(1e-4));
    assertThat(share.high()).isCloseTo(0.9433, within(1e-4));
  }
}
