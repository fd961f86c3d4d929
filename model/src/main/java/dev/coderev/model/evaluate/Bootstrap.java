package dev.coderev.model.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from documents drawn with replacement. Documents, not tokens, are what texts
 * are a sample of: tokens of one document depend on each other.
 */
final class Bootstrap {

  private final DocumentScore whole;
  private final DocumentScore[] drawn;

  Bootstrap(List<DocumentScore> documents, int resamples, long seed) {
    whole = documents.stream().reduce(DocumentScore.NOTHING, DocumentScore::plus);
    var random = new Random(seed);
    drawn = new DocumentScore[resamples];
    for (int i = 0; i < resamples; i++) {
      DocumentScore sum = DocumentScore.NOTHING;
      for (int j = 0; j < documents.size(); j++) {
        sum = sum.plus(documents.get(random.nextInt(documents.size())));
      }
      drawn[i] = sum;
    }
  }

  DocumentScore whole() {
    return whole;
  }

  Estimate of(ToDoubleFunction<DocumentScore> figure) {
    return Estimate.of(
        figure.applyAsDouble(whole), Arrays.stream(drawn).mapToDouble(figure).toArray());
  }
}
