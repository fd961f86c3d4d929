package dev.coderev.training.fused;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.torch.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;

/**
 * A transformer whose way back is written out: the arithmetic of {@link
 * dev.coderev.training.network.Network}, with products by libtorch and all else in a few passes
 * over memory that is kept from batch to batch. It belongs to one thread and has gradients of its
 * own.
 */
final class FusedNetwork implements AutoCloseable {

  private static final int CHUNK = 1024;

  private final ModelConfig config;
  private final Factors factors;
  private final Sheet gradients;
  private final Sights sights;
  private final VocabularyLoss loss;
  private final Factors.Matrix head;
  private final long embeddings;
  private final long finalNorm;
  private final float[] row;
  private final List<AutoCloseable> owned = new ArrayList<>();

  private List<FusedLayer> layers = List.of();
  private int capacity;
  private float[] inverses = {};

  /** What depends on the size of batches. */
  private record Memory(Workplace place, Sheet last, Sheet normed, Sheet logits) {}

  private Optional<Memory> memory = Optional.empty();

  /**
   * @param gradients of all weights, which are added to
   */
  FusedNetwork(ModelConfig config, Factors factors, Sheet gradients) {
    this.config = config;
    this.factors = factors;
    this.gradients = gradients;
    this.sights = new Sights(config);
    this.loss = new VocabularyLoss(config.vocabSize());
    String name = config.tiedEmbeddings() ? WeightShapes.EMBEDDINGS : WeightShapes.HEAD;
    this.head = factors.matrix(name, config.vocabSize(), config.hiddenSize());
    this.embeddings = factors.parameters().start(WeightShapes.EMBEDDINGS);
    this.finalNorm = factors.parameters().start(WeightShapes.FINAL_NORM);
    this.row = new float[config.hiddenSize()];
  }

  /** Whether a shape is computed here: not with norms of queries, nor biases elsewhere. */
  static boolean fits(ModelConfig config, Compute compute) {
    return compute.device().equals("cpu")
        && !config.queryKeyNorm()
        && !config.biases().output()
        && !config.biases().mlp();
  }

  private Memory memory(int tokens) {
    if (tokens > capacity || memory.isEmpty()) {
      close();
      boolean narrow = factors.narrow();
      var place = keep(new Workplace(config, factors, gradients, sights, tokens));
      var grown = new ArrayList<FusedLayer>();
      for (int i = 0; i < config.layers(); i++) {
        grown.add(keep(new FusedLayer(i, config, factors, place, tokens)));
      }
      layers = List.copyOf(grown);
      var made =
          new Memory(
              place,
              keep(Sheet.of(tokens, config.hiddenSize(), false)),
              keep(Sheet.of(tokens, config.hiddenSize(), narrow)),
              keep(Sheet.of(CHUNK, config.vocabSize(), narrow)));
      inverses = new float[tokens];
      memory = Optional.of(made);
      capacity = tokens;
      return made;
    }
    return memory.get();
  }

  private <T extends AutoCloseable> T keep(T made) {
    owned.add(made);
    return made;
  }

  /**
   * Adds the gradient of scale · loss.
   *
   * @return the sum of −ln p over the places that have a target
   */
  double learn(TokenBatch batch, double scale) {
    int n = batch.rows() * batch.length();
    Memory memory = memory(n);
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      forward(batch, memory);
      double sum = head(batch, memory, (float) scale);
      backward(batch, memory);
      return sum;
    }
  }

  private void forward(TokenBatch batch, Memory memory) {
    int n = batch.rows() * batch.length();
    sights.take(batch);
    Sheet first = layers.getFirst().entered();
    for (int i = 0; i < n; i++) {
      factors.values().readAll(embeddings + batch.ids()[i] * row.length, row);
      first.write(i, 0, row, 0, row.length);
    }
    Sheet before = first;
    for (FusedLayer layer : layers) {
      layer.forward(batch.rows(), batch.length(), before == first, before);
      before = layer.between();
    }
    Workplace place = memory.place();
    place
        .norms()
        .forward(
            new Norms.Stream(before, place.change()),
            memory.last(),
            n,
            factors.values(),
            finalNorm,
            inverses,
            memory.normed());
  }

  /** Leaves the gradient behind the last norm in {@code place.change()}. */
  private double head(TokenBatch batch, Memory memory, float scale) {
    int n = batch.rows() * batch.length();
    double sum = 0;
    Products products = memory.place().products();
    for (int from = 0; from < n; from += CHUNK) {
      int count = Math.min(CHUNK, n - from);
      try (var _ = new PointerScope()) {
        var hidden = memory.normed().rows(from, count);
        var logits = memory.logits().top(count);
        products.forward(hidden, head, logits);
        sum += loss.learn(memory.logits(), count, batch.targets(), from, scale);
        products.backward(logits, hidden, head, memory.place().change().rows(from, count));
      }
    }
    return sum;
  }

  private void backward(TokenBatch batch, Memory memory) {
    int n = batch.rows() * batch.length();
    Workplace place = memory.place();
    place
        .norms()
        .backward(
            memory.last(),
            n,
            factors.values(),
            finalNorm,
            inverses,
            place.change(),
            gradients,
            place.stream(),
            place.narrowStream(),
            true);
    for (FusedLayer layer : layers.reversed()) {
      try (var _ = new PointerScope()) {
        layer.backward(batch.rows(), batch.length());
      }
    }
    for (int i = 0; i < n; i++) {
      place.stream().read(i, 0, row, 0, row.length);
      gradients.add(embeddings + batch.ids()[i] * row.length, row, 0, row.length);
    }
  }

  @Override
  public void close() {
    for (AutoCloseable it : owned.reversed()) {
      try {
        it.close();
      } catch (Exception e) {
        throw new IllegalStateException("memory could not be given back", e);
      }
    }
    owned.clear();
    layers = List.of();
    memory = Optional.empty();
    capacity = 0;
  }
}
