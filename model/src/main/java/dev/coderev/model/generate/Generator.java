package dev.coderev.model.generate;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.Transformer;
import java.util.List;
import java.util.function.Consumer;

/** Generates one text at a time. */
public final class Generator {

  private final Transformer transformer;
  private final KvCache cache;
  private final TokenBytes vocabulary;
  private final TokenMasks masks;

  public Generator(
      Transformer transformer, KvCache cache, TokenBytes vocabulary, TokenMasks masks) {
    this.transformer = transformer;
    this.cache = cache;
    this.vocabulary = vocabulary;
    this.masks = masks;
  }

  /**
   * Goes on from a prompt.
   *
   * @param listener gets pieces of text as they become certain
   */
  public Completion generate(
      int[] prompt, Adapter adapter, GenerationOptions options, Consumer<String> listener) {
    KvSequence sequence = cache.open();
    int room = transformer.config().maxPositions() - prompt.length;
    try (var text =
        new Continuation(sequence, adapter, prompt, room, vocabulary, masks, options, listener)) {
      float[] logits = transformer.prefill(sequence, adapter, prompt);
      while (text.accept(logits)) {
        if (Thread.currentThread().isInterrupted()) {
          text.cancel();
        } else {
          int[] next = {text.lastToken()};
          logits = transformer.decode(List.of(sequence), List.of(adapter), next).getFirst();
        }
      }
      return text.completion().orElseThrow();
    }
  }
}
