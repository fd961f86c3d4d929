package dev.coderev.model.generate;

import dev.coderev.model.sampling.Logits;
import java.util.List;

/**
 * A token of an answer.
 *
 * @param logProbability natural logarithm of what the model gave it, before any sampling option
 * @param likely the most likely tokens at that place, as many as were asked for
 */
public record GeneratedToken(int token, double logProbability, List<Logits.Likely> likely) {

  public GeneratedToken {
    likely = List.copyOf(likely);
  }
}
