package dev.coderev.model.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTests {

  /** Probabilities 0.5, 0.25, 0.125, 0.0625, 0.0625 in a mixed order. */
  private static final float[] HALVES = logs(0.125, 0.5, 0.0625, 0.25, 0.0625);

  private static float[] logs(double... probabilities) {
    var logits = new float[probabilities.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(probabilities[i]) + 3;
    }
    return logits;
  }

  private static double[] shares(SamplingOptions options, float[] logits) {
    var sampler = new Sampler(options);
    var shares = new double[logits.length];
    int draws = 40_000;
    for (int i = 0; i < draws; i++) {
      shares[sampler.choose(logits)] += 1.0 / draws;
    }
    return shares;
  }

  private static void areAbout(double[] shares, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(shares[i]).as("token %d", i).isCloseTo(expected[i], within(0.01));
      assertThat(shares[i] == 0).as("token %d", i).isEqualTo(expected[i] == 0);
    }
  }

  private static final SamplingOptions PLAIN = SamplingOptions.GREEDY.withTemperature(1);

  @Test
  void greedyTakesTheFirstOfTheMostLikely() {
    assertThat(new Sampler(SamplingOptions.GREEDY).choose(new float[] {1, 5, 5, 2})).isEqualTo(1);
  }

  @Test
  void temperatureOneGivesTheProbabilities() {
    areAbout(shares(PLAIN, HALVES), 0.125, 0.5, 0.0625, 0.25, 0.0625);
  }

  @Test
  void temperatureFlattensAndSharpens() {
    double sum = 0.25 + 0.0625 + 1.0 / 64 + 2.0 / 256;
    areAbout(
        shares(PLAIN.withTemperature(0.5), HALVES),
        1.0 / 64 / sum,
        0.25 / sum,
        1.0 / 256 / sum,
        0.0625 / sum,
        1.0 / 256 / sum);
  }

  @Test
  void topKKeepsTheLikeliest() {
    areAbout(shares(PLAIN.withTopK(2), HALVES), 0, 2.0 / 3, 0, 1.0 / 3, 0);
  }

  @Test
  void topPKeepsTheFewestThatReachIt() {
    areAbout(shares(PLAIN.withTopP(0.6), HALVES), 0, 2.0 / 3, 0, 1.0 / 3, 0);
    areAbout(shares(PLAIN.withTopP(0.4), HALVES), 0, 1, 0, 0, 0);
  }

  @Test
  void topPIsAShareOfWhatTopKLeft() {
    areAbout(shares(PLAIN.withTopK(2).withTopP(0.6), HALVES), 0, 1, 0, 0, 0);
  }

  @Test
  void minPDropsWhatIsFarBelowTheLikeliest() {
    areAbout(shares(PLAIN.withMinP(0.2), HALVES), 1.0 / 7, 4.0 / 7, 0, 2.0 / 7, 0);
  }

  @Test
  void repetitionPenaltyLowersWhatWasSeen() {
    var sampler = new Sampler(SamplingOptions.GREEDY.withRepetitionPenalty(2));
    assertThat(sampler.choose(new float[] {3, 2, -1})).isZero();
    sampler.saw(0);
    assertThat(sampler.choose(new float[] {3, 2, -1})).isEqualTo(1);
    sampler.saw(2);
    assertThat(sampler.choose(new float[] {-2, -2.5f, -1.5f})).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameTokens() {
    var random = new Random(1);
    var logits = new float[500];
    IntStream.range(0, 500).forEach(i -> logits[i] = (float) random.nextGaussian());
    var a = new Sampler(PLAIN.withSeed(7));
    var b = new Sampler(PLAIN.withSeed(7));
    var c = new Sampler(PLAIN.withSeed(8));
    int[] first = IntStream.range(0, 50).map(i -> a.choose(logits)).toArray();
    assertThat(IntStream.range(0, 50).map(i -> b.choose(logits)).toArray()).isEqualTo(first);
    assertThat(IntStream.range(0, 50).map(i -> c.choose(logits)).toArray()).isNotEqualTo(first);
    assertThat(IntStream.of(first).distinct().count()).isGreaterThan(30);
  }

  @Test
  void aMaskLeavesOnlyWhatItAllows() {
    var allowed = new BitSet();
    allowed.set(2);
    allowed.set(4);
    var sampler = new Sampler(PLAIN);
    for (int i = 0; i < 100; i++) {
      assertThat(sampler.choose(HALVES, allowed)).isIn(2, 4);
    }
    assertThatThrownBy(() -> sampler.choose(HALVES, new BitSet())).hasMessageContaining("no token");
  }

  @Test
  void logProbabilitiesSumToOne() {
    double sum =
        IntStream.range(0, 5).mapToDouble(i -> Math.exp(Logits.logProbability(HALVES, i))).sum();
    assertThat(sum).isCloseTo(1, within(1e-9));
    assertThat(Logits.logProbability(HALVES, 1)).isCloseTo(Math.log(0.5), within(1e-6));
    assertThat(Logits.top(HALVES, 3)).extracting(Logits.Likely::token).containsExactly(1, 3, 0);
    assertThat(Logits.top(HALVES, 0)).isEmpty();
  }

  @Test
  void tokensLeaveTheHeapByFallingLogit() {
    var random = new Random(3);
    var logits = new float[777];
    IntStream.range(0, 777).forEach(i -> logits[i] = random.nextInt(-50, 50) / 7f);
    var heap = new TokenHeap(logits);
    int before = heap.pop();
    while (heap.size() > 0) {
      int next = heap.pop();
      assertThat(logits[next]).isLessThanOrEqualTo(logits[before]);
      assertThat(logits[next] == logits[before] && next < before).isFalse();
      before = next;
    }
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> PLAIN.withTemperature(-1)).hasMessageContaining("temperature");
    assertThatThrownBy(() -> PLAIN.withTopK(-1)).hasMessageContaining("top-k");
    assertThatThrownBy(() -> PLAIN.withTopP(0)).hasMessageContaining("top-p");
    assertThatThrownBy(() -> PLAIN.withMinP(1.5)).hasMessageContaining("min-p");
    assertThatThrownBy(() -> PLAIN.withRepetitionPenalty(0)).hasMessageContaining("penalty");
  }

  @Test
  void whatWasGeneratedBecomesLessLikelyByPresenceAndByCount() {
    var options = new SamplingOptions(0, 0, 1, 0, 1, 0, 0.5, 1);
    var sampler = new Sampler(options);
    float[] logits = {3, 2.2f, 1.2f};
    sampler.saw(0);
    assertThat(sampler.choose(logits)).as("the prompt does not count").isZero();
    sampler.generated(0);
    assertThat(sampler.choose(logits)).as("3 - 1 - 0.5 is below 2.2").isEqualTo(1);
    sampler.generated(1);
    assertThat(sampler.choose(logits)).as("1.5, 0.7 and 1.2").isZero();
    sampler.generated(0);
    assertThat(sampler.choose(logits)).as("1, 0.7 and 1.2").isEqualTo(2);
  }
}
