package dev.coderev.model.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.convert.Quantization;
import dev.coderev.model.convert.QuantizationRecipe;
import dev.coderev.model.convert.QuantizationRecipe.Layout;
import dev.coderev.model.convert.QuantizationRecipe.Method;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTests {

  @TempDir private Path folder;

  private Path model(String shape) {
    Path target = folder.resolve(shape);
    RandomCheckpoint.write(target, shape, Presets.all().get(shape), DType.F32, 3);
    return target;
  }

  private static EvaluationTexts texts(int documents) {
    var all = new ArrayList<int[]>();
    for (int i = 0; i < documents; i++) {
      all.add(new Random(i).ints(20 + 7L * i, 0, 500).toArray());
    }
    return new EvaluationTexts(all);
  }

  private static EvaluationReport evaluate(Path candidate, Path reference, EvaluationTexts texts) {
    return new Evaluation(candidate, reference, texts, 32, 200, 1).run(1, it -> {});
  }

  @Test
  void aModelLosesNothingAgainstItself() {
    Path model = model("tiny-llama");
    Figures figures = evaluate(model, model, texts(4)).figures();
    assertThat(figures.documents()).isEqualTo(4);
    assertThat(figures.tokens()).isEqualTo(20 + 27 + 34 + 41 - 4 - 2); // two are cut into windows
    // A kernel rounds a little otherwise once the compiler has had it.
    assertThat(figures.perplexityRatio().value()).isCloseTo(1, within(1e-6));
    assertThat(figures.divergence().high()).isLessThan(1e-6);
    assertThat(figures.probabilityChange().value()).isCloseTo(0, within(1e-6));
    assertThat(figures.sameTop()).isEqualTo(new Estimate(1, 1, 1));
  }

  @Test
  void fewerBitsLoseMoreAndSaySo() {
    Path model = model("tiny-llama");
    var divergences = new ArrayList<Double>();
    for (int bits : new int[] {8, 4, 2}) {
      Path target = folder.resolve("bits" + bits);
      var recipe = new QuantizationRecipe(Method.RTN, bits, 32, true, false, Layout.GPTQ);
      new Quantization(model, target, recipe, Optional.empty()).run(it -> {});
      EvaluationReport report = evaluate(target, model, texts(6));
      Estimate divergence = report.figures().divergence();
      assertThat(divergence.value()).isBetween(divergence.low(), divergence.high());
      assertThat(divergence.low()).isLessThan(divergence.high());
      divergences.add(divergence.value());
      assertThat(report.size().tensors()).hasSize(3 * 7);
      assertThat(report.size().bitsPerWeight()).isEqualTo(bits + 0.5);
      assertThat(report.size().fileBytes()).isLessThan(report.size().referenceFileBytes());
      assertThat(evaluate(target, model, texts(6)).figures().divergence().high())
          .isCloseTo(divergence.high(), within(1e-5));
      assertThat(report.markdown()).contains("| mean KL divergence, nats |", "times smaller");
      assertThat(report.text()).contains("perplexity ratio", "(95 %: ");
      assertThat(JsonWriter.compact(report.json()))
          .contains("\"kl_divergence\":{\"value\":", "\"bits_per_weight\":" + (bits + 0.5));
      assertThat(report.json()).isInstanceOf(Json.Obj.class);
    }
    assertThat(divergences).isSorted();
  }

  @Test
  void figuresAreThoseOfTheDefinitions() {
    float[] reference = {1, 2, 0.5f, -1};
    float[] candidate = {2, 1.5f, 0.4f, -3};
    double[] p = softmax(reference);
    double[] q = softmax(candidate);
    double divergence = 0;
    for (int i = 0; i < p.length; i++) {
      divergence += p[i] * Math.log(p[i] / q[i]);
    }
    DocumentScore score = TokenScore.of(reference, candidate, 2);
    assertThat(score.divergence()).isCloseTo(divergence, within(1e-12));
    assertThat(score.referenceLoss()).isCloseTo(-Math.log(p[2]), within(1e-12));
    assertThat(score.candidateLoss()).isCloseTo(-Math.log(q[2]), within(1e-12));
    assertThat(score.probabilityChange()).isCloseTo(q[2] - p[2], within(1e-12));
    assertThat(score.same()).isZero();
    assertThat(TokenScore.of(reference, reference, 0).same()).isOne();
  }

  private static double[] softmax(float[] logits) {
    var p = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(logits[i]);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  @Test
  void intervalsCoverTheMeanAsOftenAsTheySay() {
    var random = new Random(5);
    int covered = 0;
    for (int trial = 0; trial < 200; trial++) {
      var scores = new ArrayList<DocumentScore>();
      for (int i = 0; i < 60; i++) {
        scores.add(new DocumentScore(10, 0, 0, 10 * (0.3 + 0.1 * random.nextGaussian()), 0, 0));
      }
      Estimate mean = new Bootstrap(scores, 200, trial).of(DocumentScore::meanDivergence);
      covered += mean.low() <= 0.3 && 0.3 <= mean.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(176, 200); // 190 are expected
  }

  @Test
  void readsFilesAndFoldersAsDocuments() throws IOException {
    Path model = model("tiny-llama");
    Path inner = Files.createDirectories(folder.resolve("texts/inner"));
    Files.writeString(inner.resolve("a.java"), "class A { int x; }");
    Files.writeString(inner.resolveSibling("b.java"), "class B { String name; }");
    Files.write(inner.resolveSibling("c.bin"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    try (Tokenizer tokenizer = Tokenizer.open(model)) {
      var texts = EvaluationTexts.of(tokenizer, List.of(folder.resolve("texts")));
      assertThat(texts.documents()).hasSize(2);
      int all = texts.documents().stream().mapToInt(it -> it.length).sum();
      assertThat(texts.atMost(all)).isSameAs(texts);
      assertThat(texts.atMost(4).documents()).hasSize(1).allMatch(it -> it.length == 4);
      Path missing = folder.resolve("missing");
      assertThatThrownBy(() -> EvaluationTexts.of(tokenizer, List.of(missing)))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("does not exist");
    }
  }

  @Test
  void refusesWhatCannotBeCompared() {
    assertThatThrownBy(() -> new EvaluationTexts(List.of(new int[1])))
        .hasMessageContaining("no document");
    Path model = model("tiny-llama");
    assertThatThrownBy(() -> new Evaluation(model, model, texts(1), 1, 10, 1))
        .hasMessageContaining("two tokens");
    Path other = model("llama-3m");
    assertThatThrownBy(() -> evaluate(other, model, texts(1)))
        .hasMessageContaining("vocabularies differ: 512 tokens in")
        .hasMessageContaining("4096 in");
  }
}
