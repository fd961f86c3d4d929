package dev.coderev.training.fused;

import dev.coderev.model.config.ModelConfig;
import java.util.List;

/** What the layers of one worker share: memory for gradients on their way, and the passes. */
final class Workplace implements AutoCloseable {

  private final Sheet values;
  private final Products products;
  private final Attention attention;
  private final Norms norms;
  private final Gates gates;
  private final Sheet change;
  private final Sheet stream;
  private final Sheet narrowStream;
  private final Sheet attendedGradient;
  private final Sheet attendingGradient;

  Workplace(ModelConfig config, Factors factors, Sheet gradients, Sights sights, int capacity) {
    int hidden = config.hiddenSize();
    int wide = config.queryWidth() + 2 * config.keyValueWidth();
    int largest = Math.max(wide, Math.max(config.vocabSize(), 2 * config.intermediateSize()));
    boolean narrow = factors.narrow();
    values = factors.values();
    products = new Products(gradients, (long) largest * hidden, narrow);
    attention = new Attention(config, sights);
    norms = new Norms(hidden, config.normEpsilon());
    gates = new Gates(config.intermediateSize());
    change = Sheet.of(capacity, hidden, narrow);
    stream = Sheet.of(capacity, hidden, false);
    narrowStream = Sheet.of(capacity, hidden, narrow);
    attendedGradient = Sheet.of(capacity, config.queryWidth(), narrow);
    attendingGradient = Sheet.of(capacity, wide, narrow);
  }

  /** All weights in 32 bits. */
  Sheet values() {
    return values;
  }

  Products products() {
    return products;
  }

  Attention attention() {
    return attention;
  }

  Norms norms() {
    return norms;
  }

  Gates gates() {
    return gates;
  }

  /** Forwards what a part of a layer adds to the stream, backwards the gradient behind a norm. */
  Sheet change() {
    return change;
  }

  /** The gradient of the stream. */
  Sheet stream() {
    return stream;
  }

  /** The same as a factor. */
  Sheet narrowStream() {
    return narrowStream;
  }

  Sheet attendedGradient() {
    return attendedGradient;
  }

  Sheet attendingGradient() {
    return attendingGradient;
  }

  @Override
  public void close() {
    products.close();
    List.of(change, stream, narrowStream, attendedGradient, attendingGradient)
        .forEach(Sheet::close);
  }
}
