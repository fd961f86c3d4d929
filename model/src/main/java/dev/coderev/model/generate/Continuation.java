package dev.coderev.model.generate;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.grammar.Grammar;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.sampling.Sampler;
import dev.coderev.model.transformer.Adapter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One text that is being generated: takes the logits after its last token, chooses the next one and
 * says when it is done. What computes the logits, alone or in a batch, is another's concern.
 */
public final class Continuation implements AutoCloseable {

  private final KvSequence sequence;
  private final Adapter adapter;
  private final TokenBytes vocabulary;
  private final TokenMasks masks;
  private final GenerationOptions options;
  private final Consumer<String> listener;
  private final Sampler sampler;
  private final AnswerText stream;
  private final int room;
  private final List<GeneratedToken> tokens = new ArrayList<>();
  private Grammar.@Nullable State state;
  private @Nullable Finish finish;

  /**
   * @param sequence holds the prompt; closed with this
   * @param room how many more positions the model has
   * @param listener gets pieces of text as they become certain
   */
  public Continuation(
      KvSequence sequence,
      Adapter adapter,
      int[] prompt,
      int room,
      TokenBytes vocabulary,
      TokenMasks masks,
      GenerationOptions options,
      Consumer<String> listener) {
    this.sequence = sequence;
    this.adapter = adapter;
    this.vocabulary = vocabulary;
    this.masks = masks;
    this.options = options;
    this.listener = listener;
    this.room = room;
    this.sampler = new Sampler(options.sampling());
    this.stream = new AnswerText(options.stops());
    this.state = options.grammar().map(Grammar::start).orElse(null);
    for (int token : prompt) {
      sampler.saw(token);
    }
  }

  public KvSequence sequence() {
    return sequence;
  }

  public Adapter adapter() {
    return adapter;
  }

  /** Chooses the next token; true when it must be fed to the model, false when the text is done. */
  public boolean accept(float[] logits) {
    if (finish != null) {
      return false;
    }
    int token = choose(logits);
    if (vocabulary.isEnd(token)) {
      return end(Finish.STOP);
    }
    sampler.generated(token);
    tokens.add(
        new GeneratedToken(
            token,
            Logits.logProbability(logits, token),
            options.likely() == 0 ? List.of() : Logits.top(logits, options.likely())));
    byte[] bytes = token < vocabulary.size() ? vocabulary.bytes(token) : new byte[0];
    emit(stream.add(bytes));
    if (state != null) {
      state = state.after(bytes);
    }
    if (stream.stopped()) {
      return end(Finish.STOP);
    }
    if (tokens.size() >= options.maxTokens() || tokens.size() > room) {
      return end(Finish.LENGTH);
    }
    return true;
  }

  private int choose(float[] logits) {
    if (state == null) {
      return sampler.choose(logits);
    }
    BitSet allowed = masks.allowed(state);
    if (allowed.isEmpty()) {
      throw new ModelException("no token of the vocabulary goes on as the grammar asks");
    }
    return sampler.choose(logits, allowed);
  }

  private boolean end(Finish reason) {
    finish = reason;
    emit(stream.end());
    return false;
  }

  private void emit(String text) {
    if (!text.isEmpty()) {
      listener.accept(text);
    }
  }

  /** Ends the text where it is. */
  public void cancel() {
    if (finish == null) {
      end(Finish.CANCELLED);
    }
  }

  /** The last token, which the model has not read yet. */
  public int lastToken() {
    return tokens.getLast().token();
  }

  /** The answer, once it is done. */
  public Optional<Completion> completion() {
    return Optional.ofNullable(finish).map(it -> new Completion(stream.text(), tokens, it));
  }

  @Override
  public void close() {
    sequence.close();
  }
}
