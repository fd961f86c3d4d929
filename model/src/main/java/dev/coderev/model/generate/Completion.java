package dev.coderev.model.generate;

import java.util.List;

/**
 * A finished answer.
 *
 * @param text without the stop text
 * @param tokens all that were generated, an end token not among them
 */
public record Completion(String text, List<GeneratedToken> tokens, Finish finish) {

  public Completion {
    tokens = List.copyOf(tokens);
  }
}
