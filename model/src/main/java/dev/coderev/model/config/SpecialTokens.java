package dev.coderev.model.config;

import java.util.List;
import java.util.OptionalInt;

/**
 * Token ids that open and end a text.
 *
 * @param endIds any of them ends generation
 */
public record SpecialTokens(OptionalInt beginId, List<Integer> endIds) {

  public SpecialTokens {
    endIds = List.copyOf(endIds);
  }
}
