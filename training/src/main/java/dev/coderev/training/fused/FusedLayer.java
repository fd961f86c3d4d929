package dev.coderev.training.fused;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/** One layer, and what it remembers of its way forwards for its way back. */
final class FusedLayer implements AutoCloseable {

  private final int index;
  private final Workplace place;
  private final Factors.Matrix joined;
  private final Factors.Matrix output;
  private final Factors.Matrix gateUp;
  private final Factors.Matrix down;
  private final long firstNorm;
  private final long secondNorm;
  private final long bias;

  private final Sheet entered;
  private final Sheet normed;
  private final Sheet attending;
  private final Sheet attended;
  private final Sheet between;
  private final Sheet again;
  private final Sheet gates;
  private final Sheet inner;
  private final float[] inverses;
  private final float[] inversesAgain;
  private final float[] logSums;

  FusedLayer(int index, ModelConfig config, Factors factors, Workplace place, int capacity) {
    this.index = index;
    this.place = place;
    String layer = WeightShapes.layer(index);
    int hidden = config.hiddenSize();
    int wide = config.queryWidth() + 2 * config.keyValueWidth();
    joined = factors.matrix(layer + "self_attn.q_proj.weight", wide, hidden);
    output = factors.matrix(layer + "self_attn.o_proj.weight", hidden, config.queryWidth());
    gateUp = factors.matrix(layer + "mlp.gate_proj.weight", 2 * config.intermediateSize(), hidden);
    down = factors.matrix(layer + "mlp.down_proj.weight", hidden, config.intermediateSize());
    firstNorm = factors.parameters().start(layer + "input_layernorm.weight");
    secondNorm = factors.parameters().start(layer + "post_attention_layernorm.weight");
    String named = layer + "self_attn.q_proj.bias";
    bias = config.biases().queryKeyValue() ? factors.parameters().start(named) : -1;
    boolean narrow = factors.narrow();
    entered = Sheet.of(capacity, hidden, false);
    normed = Sheet.of(capacity, hidden, narrow);
    attending = Sheet.of(capacity, wide, narrow);
    attended = Sheet.of(capacity, config.queryWidth(), narrow);
    between = Sheet.of(capacity, hidden, false);
    again = Sheet.of(capacity, hidden, narrow);
    gates = Sheet.of(capacity, 2 * config.intermediateSize(), narrow);
    inner = Sheet.of(capacity, config.intermediateSize(), narrow);
    inverses = new float[capacity];
    inversesAgain = new float[capacity];
    logSums = new float[capacity * config.heads()];
  }

  /** The stream in front of this layer, to be written. */
  Sheet entered() {
    return entered;
  }

  /** The stream behind attention, to which the change of the feed-forward part is to be added. */
  Sheet between() {
    return between;
  }

  /** From the stream in front to {@link #between} and a change of it in {@code place.change()}. */
  void forward(int rows, int length, boolean isFirst, Sheet before) {
    int n = rows * length;
    Sheet values = place.values();
    if (isFirst) {
      place.norms().forward(entered, n, values, firstNorm, inverses, normed);
    } else {
      var stream = new Norms.Stream(before, place.change());
      place.norms().forward(stream, entered, n, values, firstNorm, inverses, normed);
    }
    Products products = place.products();
    products.forward(normed.top(n), joined, attending.top(n));
    addBias(n);
    place.attention().forward(attending, rows, length, index, attended, logSums);
    products.forward(attended.top(n), output, place.change().top(n));
    var stream = new Norms.Stream(entered, place.change());
    place.norms().forward(stream, between, n, values, secondNorm, inversesAgain, again);
    products.forward(again.top(n), gateUp, gates.top(n));
    place.gates().forward(gates, n, inner);
    products.forward(inner.top(n), down, place.change().top(n));
  }

  private void addBias(int n) {
    if (bias >= 0) {
      var added = new float[attending.columns()];
      place.values().readAll(bias, added);
      for (int row = 0; row < n; row++) {
        attending.add((long) row * added.length, added, 0, added.length);
      }
    }
  }

  /** Takes the gradient of the stream, in {@code place.stream()}, from behind to before. */
  void backward(int rows, int length) {
    int n = rows * length;
    Sheet values = place.values();
    Products products = place.products();
    Tensor behind = place.narrowStream().top(n);
    products.backward(behind, inner.top(n), down, inner.top(n));
    place.gates().backward(gates, n, inner);
    products.backward(gates.top(n), again.top(n), gateUp, place.change().top(n));
    back(between, n, values, secondNorm, inversesAgain);
    products.backward(behind, attended.top(n), output, place.attendedGradient().top(n));
    Sheet attendingGradient = place.attendingGradient();
    place
        .attention()
        .backward(
            attending,
            rows,
            length,
            index,
            attended,
            logSums,
            place.attendedGradient(),
            attendingGradient);
    if (bias >= 0) {
      products.bias(attendingGradient, n, bias);
    }
    products.backward(attendingGradient.top(n), normed.top(n), joined, place.change().top(n));
    back(entered, n, values, firstNorm, inverses);
  }

  private void back(Sheet stream, int n, Sheet values, long norm, float[] inverted) {
    place
        .norms()
        .backward(
            stream,
            n,
            values,
            norm,
            inverted,
            place.change(),
            place.products().gradients(),
            place.stream(),
            place.narrowStream(),
            false);
  }

  @Override
  public void close() {
    Stream.of(entered, normed, attending, attended, between, again, gates, inner)
        .forEach(Sheet::close);
  }
}
