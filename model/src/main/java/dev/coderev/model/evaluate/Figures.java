package dev.coderev.model.evaluate;

import dev.coderev.model.json.Json;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a candidate loses on texts.
 *
 * @param referencePerplexity of the reference
 * @param perplexityRatio the candidate's perplexity over the reference's
 * @param divergence mean KL(reference ‖ candidate) of a token, in nats
 * @param probabilityChange mean change of the right token's probability
 * @param sameTop share of tokens whose best guess is the same
 */
public record Figures(
    int documents,
    long tokens,
    double referencePerplexity,
    Estimate perplexityRatio,
    Estimate divergence,
    Estimate probabilityChange,
    Estimate sameTop) {

  static Figures of(List<DocumentScore> scores, int resamples, long seed) {
    var bootstrap = new Bootstrap(scores, resamples, seed);
    DocumentScore whole = bootstrap.whole();
    return new Figures(
        scores.size(),
        whole.tokens(),
        Math.exp(whole.referenceLoss() / whole.tokens()),
        bootstrap.of(DocumentScore::perplexityRatio),
        bootstrap.of(DocumentScore::meanDivergence),
        bootstrap.of(DocumentScore::meanProbabilityChange),
        bootstrap.of(DocumentScore::sameShare));
  }

  Json json() {
    var json = new LinkedHashMap<String, Json>();
    json.put("documents", Json.of(documents));
    json.put("tokens", Json.of(tokens));
    json.put("reference_perplexity", Json.of(referencePerplexity));
    json.put("perplexity_ratio", perplexityRatio.json());
    json.put("kl_divergence", divergence.json());
    json.put("mean_probability_change", probabilityChange.json());
    json.put("same_top_1", sameTop.json());
    return new Json.Obj(json);
  }
}
