package dev.coderev.model.transformer;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.kernel.Activations;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrix;
import dev.coderev.model.kernel.QueryPanel;
import dev.coderev.model.kernel.TileMatrix;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.transformer.Batch.Slice;
import dev.coderev.model.transformer.Weights.Layer;
import dev.coderev.model.transformer.Weights.Norm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A decoder-only transformer of the Llama family (Llama, Mistral, Qwen2, Qwen3): token ids in,
 * logits out.
 *
 * <pre>
 * x = embedding[token]
 * each layer:  x += O · attention(rope(Q·n), rope(K·n), V·n)     n = norm(x)
 *              x += down · (silu(gate·n) ⊙ up·n)                 n = norm(x)
 * logits = head · norm(x)
 * </pre>
 *
 * A step takes rows of several sequences; a row's result does not depend on the others. One step
 * runs at a time.
 */
public final class Transformer {

  /** Rows that are worked on at once while a prompt is read. */
  private static final int CHUNK = 128;

  /** Rows whose logits are computed at once. */
  private static final int HEAD_ROWS = 16;

  /** Rows of queries that one task attends: they share the pages that were turned into floats. */
  private static final int QUERY_ROWS = 16;

  /** Pages that one task looks at for a single row. */
  private static final int SPAN_PAGES = 16;

  private final ModelConfig config;
  private final Weights weights;
  private final Kernels kernels;
  private final Workers workers;
  private final Rotary rotary;
  private final Attention attention;
  private Scratch scratch;
  private InputObserver observer = InputObserver.NONE;

  /** The buffers of a step, for so many rows. */
  private static final class Scratch {
    final int rows;
    final float[] stream; // [rows, hidden]
    final Activations normed; // [rows, hidden]
    final float[] query; // [rows, heads · headDim]
    final float[] key; // [rows, kvHeads · headDim]
    final float[] value;
    final float[] turns; // [rows, headDim]
    final Activations attended; // [rows, heads · headDim]
    final float[] added; // [rows, hidden]
    final Activations gate; // [rows, intermediate]
    final float[] up;

    Scratch(ModelConfig config, int rows) {
      this.rows = rows;
      stream = new float[rows * config.hiddenSize()];
      normed = new Activations(rows, config.hiddenSize());
      query = new float[rows * config.queryWidth()];
      key = new float[rows * config.keyValueWidth()];
      value = new float[rows * config.keyValueWidth()];
      turns = new float[rows * config.headDim()];
      attended = new Activations(rows, config.queryWidth());
      added = new float[rows * config.hiddenSize()];
      gate = new Activations(rows, config.intermediateSize());
      up = new float[rows * config.intermediateSize()];
    }
  }

  public Transformer(ModelConfig config, Weights weights, Kernels kernels, Workers workers) {
    this.config = config;
    this.weights = weights;
    this.kernels = kernels;
    this.workers = workers;
    this.rotary = new Rotary(config);
    this.attention = new Attention(config, kernels);
    this.scratch = new Scratch(config, 1);
  }

  public ModelConfig config() {
    return config;
  }

  public Weights weights() {
    return weights;
  }

  public Kernels kernels() {
    return kernels;
  }

  /** Shows an observer what linear layers are given from now on, instead of the one before. */
  public synchronized void observe(InputObserver other) {
    observer = other;
  }

  /** Fails when an adapter does not fit this model. */
  public void check(Adapter adapter) {
    adapter.checkAgainst(weights);
  }

  /**
   * Reads tokens that follow what a sequence holds, in chunks.
   *
   * @return the logits after the last token
   */
  public float[] prefill(KvSequence sequence, Adapter adapter, int[] tokens) {
    return logits(sequence, adapter, tokens, tokens.length - 1).getFirst();
  }

  /** As {@link #prefill}; gives the logits after each token from index {@code from} on. */
  public synchronized List<float[]> logits(
      KvSequence sequence, Adapter adapter, int[] tokens, int from) {
    if (tokens.length == 0) {
      throw new IllegalArgumentException("no tokens");
    }
    check(tokens, sequence.length());
    int start = sequence.length();
    var logits = new ArrayList<float[]>();
    try {
      for (int i = 0; i < tokens.length; i += CHUNK) {
        int end = Math.min(tokens.length, i + CHUNK);
        var batch = new Batch();
        batch.add(sequence, adapter, tokens, i, end);
        run(batch);
        for (int row = Math.max(i, from); row < end; row += HEAD_ROWS) {
          logits.addAll(head(row - i, Math.min(HEAD_ROWS, end - row)));
        }
      }
    } catch (RuntimeException | Error e) {
      sequence.truncate(start);
      throw e;
    }
    return logits;
  }

  /**
   * One token for each of several sequences.
   *
   * @return the logits after each token
   */
  public synchronized List<float[]> decode(
      List<KvSequence> sequences, List<Adapter> adapters, int[] tokens) {
    if (sequences.size() != tokens.length || adapters.size() != tokens.length) {
      throw new IllegalArgumentException(
          sequences.size() + " sequences, " + tokens.length + " tokens");
    }
    for (int i = 0; i < tokens.length; i++) {
      check(new int[] {tokens[i]}, sequences.get(i).length());
    }
    int[] before = sequences.stream().mapToInt(KvSequence::length).toArray();
    try {
      var batch = new Batch();
      for (int i = 0; i < tokens.length; i++) {
        batch.add(sequences.get(i), adapters.get(i), tokens, i, i + 1);
      }
      run(batch);
      return head(0, tokens.length);
    } catch (RuntimeException | Error e) {
      for (int i = 0; i < tokens.length; i++) {
        sequences.get(i).truncate(before[i]);
      }
      throw e;
    }
  }

  private void check(int[] tokens, int held) {
    for (int token : tokens) {
      if (token < 0 || token >= config.vocabSize()) {
        throw new ModelException(
            "token " + token + " is not among the " + config.vocabSize() + " of the vocabulary");
      }
    }
    if (held + tokens.length > config.maxPositions()) {
      throw new ModelException(
          (held + tokens.length)
              + " positions are more than the "
              + config.maxPositions()
              + " of the model; shorten the prompt or the answer");
    }
  }

  /** What tokens are before the first layer: [tokens, hidden]. */
  public float[] embed(int[] tokens) {
    int hidden = config.hiddenSize();
    var rows = new float[tokens.length * hidden];
    for (int r = 0; r < tokens.length; r++) {
      weights.embeddings().readRow(tokens[r], rows, r * hidden);
    }
    return rows;
  }

  /**
   * Runs a single layer over rows that earlier layers gave, in place; only this layer's keys and
   * values are written.
   *
   * @param rows [rows, hidden], which follow what the sequence holds
   */
  public synchronized void layer(int index, KvSequence sequence, float[] rows) {
    int hidden = config.hiddenSize();
    var tokens = new int[rows.length / hidden];
    for (int from = 0; from < tokens.length; from += CHUNK) {
      int to = Math.min(tokens.length, from + CHUNK);
      var batch = new Batch();
      batch.add(sequence, Adapter.NONE, tokens, from, to);
      prepare(batch);
      System.arraycopy(rows, from * hidden, scratch.stream, 0, (to - from) * hidden);
      layer(index, batch);
      System.arraycopy(scratch.stream, 0, rows, from * hidden, (to - from) * hidden);
    }
  }

  /** The whole network but the head; leaves the last layer's rows in the stream. */
  private void run(Batch batch) {
    prepare(batch);
    int hidden = config.hiddenSize();
    for (int r = 0; r < batch.rows(); r++) {
      weights.embeddings().readRow(batch.token(r), scratch.stream, r * hidden);
    }
    for (int i = 0; i < config.layers(); i++) {
      layer(i, batch);
    }
  }

  /** Makes room for the rows and turns for their positions. */
  private void prepare(Batch batch) {
    if (scratch.rows < batch.rows()) {
      scratch = new Scratch(config, batch.rows());
    }
    for (Slice slice : batch.slices()) {
      int length = slice.position() + slice.rows();
      for (int i = 0; i < slice.rows(); i++) {
        int at = (slice.firstRow() + i) * config.headDim();
        rotary.turn(slice.position() + i, length, scratch.turns, at);
      }
    }
  }

  private void layer(int index, Batch batch) {
    int rows = batch.rows();
    int hidden = config.hiddenSize();
    Layer layer = weights.layers().get(index);
    normalize(layer.attentionNorm(), rows);
    multiply(
        batch,
        scratch.normed,
        List.of(
            new Product(layer.query(), scratch.query),
            new Product(layer.key(), scratch.key),
            new Product(layer.value(), scratch.value)));
    attend(index, layer, batch);
    multiply(batch, scratch.attended, List.of(new Product(layer.output(), scratch.added)));
    add(rows * hidden);
    normalize(layer.mlpNorm(), rows);
    multiply(
        batch,
        scratch.normed,
        List.of(
            new Product(layer.gate(), scratch.gate.values()), new Product(layer.up(), scratch.up)));
    activate(rows);
    multiply(batch, scratch.gate, List.of(new Product(layer.down(), scratch.added)));
    add(rows * hidden);
  }

  private void add(int count) {
    kernels.addScaled(1, scratch.added, 0, scratch.stream, 0, count);
  }

  private void normalize(Norm norm, int rows) {
    int hidden = config.hiddenSize();
    float[] out = scratch.normed.values();
    workers.run(
        rows,
        r ->
            kernels.rmsNorm(
                scratch.stream,
                r * hidden,
                norm.values(),
                (float) config.normEpsilon(),
                out,
                r * hidden,
                hidden));
    scratch.normed.changed(rows);
  }

  private void activate(int rows) {
    int inner = config.intermediateSize();
    float[] gate = scratch.gate.values();
    workers.run(rows, r -> kernels.swiglu(gate, scratch.up, r * inner, inner));
    scratch.gate.changed(rows);
  }

  /** Stores the keys and values of all rows, then lets every query look at what it may see. */
  private void attend(int layer, Layer weight, Batch batch) {
    record Task(Slice slice, int head, int from, int to) {
      Attention.Rows rows(int width) {
        return new Attention.Rows(
            slice.sequence(),
            head,
            to - from,
            slice.position() + from,
            (slice.firstRow() + from) * width);
      }
    }
    var tasks = new ArrayList<Task>();
    for (Slice slice : batch.slices()) {
      for (int from = 0; from < slice.rows(); from += QUERY_ROWS) {
        for (int head = 0; head < config.kvHeads(); head++) {
          tasks.add(new Task(slice, head, from, Math.min(slice.rows(), from + QUERY_ROWS)));
        }
      }
    }
    workers.run(
        tasks.size(),
        t -> {
          Task task = tasks.get(t);
          rotate(layer, weight, task.slice(), task.head(), task.from(), task.to());
        });
    look(layer, tasks.stream().map(it -> it.rows(config.queryWidth())).toList());
    scratch.attended.changed(batch.rows());
  }

  /**
   * A single row's look at many pages is divided among the threads by where the pages are, so that
   * what it gives does not depend on how many threads there are.
   */
  private void look(int layer, List<Attention.Rows> tasks) {
    record Span(int task, int from, int to) {}
    var spans = new ArrayList<Span>();
    for (int t = 0; t < tasks.size(); t++) {
      Attention.Rows rows = tasks.get(t);
      int end = Attention.endPage(rows);
      int step = rows.count() == 1 ? SPAN_PAGES : end;
      for (int from = attention.firstPage(layer, rows); from < end; ) {
        int to = Math.min(end, (from / step + 1) * step);
        spans.add(new Span(t, from, to));
        from = to;
      }
    }
    float[] out = scratch.attended.values();
    boolean whole = spans.size() == tasks.size();
    var panels = new QueryPanel[spans.size()];
    workers.run(
        spans.size(),
        i -> {
          Span span = spans.get(i);
          Attention.Rows rows = tasks.get(span.task());
          panels[i] = attention.look(layer, rows, scratch.query, span.from(), span.to());
          if (whole) {
            attention.finish(rows, panels[i], out);
          }
        });
    for (int i = 0; !whole && i < panels.length; ) {
      int task = spans.get(i).task();
      QueryPanel all = panels[i];
      for (i++; i < panels.length && spans.get(i).task() == task; i++) {
        all.add(panels[i]);
      }
      attention.finish(tasks.get(task), all, out);
    }
  }

  /** Turns the queries and keys of one key-value head, and stores its keys and values. */
  private void rotate(int layer, Layer weight, Slice slice, int head, int from, int to) {
    int dim = config.headDim();
    int group = config.heads() / config.kvHeads();
    for (int i = from; i < to; i++) {
      int row = slice.firstRow() + i;
      for (int h = head * group; h < (head + 1) * group; h++) {
        int at = row * config.queryWidth() + h * dim;
        weight.queryNorm().ifPresent(norm -> normalizeHead(norm, scratch.query, at));
        Rotary.apply(scratch.query, at, scratch.turns, row * dim, dim);
      }
      int at = row * config.keyValueWidth() + head * dim;
      weight.keyNorm().ifPresent(norm -> normalizeHead(norm, scratch.key, at));
      Rotary.apply(scratch.key, at, scratch.turns, row * dim, dim);
      int position = slice.position() + i;
      slice.sequence().write(layer, KvSequence.KEYS, head, position, scratch.key, at);
      slice.sequence().write(layer, KvSequence.VALUES, head, position, scratch.value, at);
    }
  }

  private void normalizeHead(Norm norm, float[] heads, int at) {
    kernels.rmsNorm(
        heads, at, norm.values(), (float) config.normEpsilon(), heads, at, config.headDim());
  }

  /** A linear layer and where its rows go: [rows, weight.rows]. */
  private static final class Product {
    private final Linear linear;
    private final float[] out;

    Product(Linear linear, float[] out) {
      this.linear = linear;
      this.out = out;
    }

    Linear linear() {
      return linear;
    }

    float[] out() {
      return out;
    }
  }

  private void multiply(Batch batch, Activations x, List<Product> products) {
    observer.inputs(
        products.stream().map(it -> it.linear().name()).toList(), x.values(), batch.rows());
    int start = 0;
    for (int end = 1; end <= products.size(); end++) {
      if (end == products.size() || !alike(products.get(start), products.get(end))) {
        multiplyAlike(x, products.subList(start, end));
        start = end;
      }
    }
    for (Product product : products) {
      int rows = product.linear().weight().rows();
      for (int r = 0; r < batch.rows(); r++) {
        product.linear().bias().addTo(product.out(), r * rows);
      }
    }
    if (batch.adapted()) {
      adapt(batch, x, products);
    }
  }

  /** Whether two layers read the same form of the activations. */
  private static boolean alike(Product a, Product b) {
    if (a.linear().weight() instanceof TileMatrix s
        && b.linear().weight() instanceof TileMatrix t) {
      return s.shape().readsLike(t.shape());
    }
    return a.linear().weight().getClass() == b.linear().weight().getClass();
  }

  /** One parallel piece of work for all the products: ranges of their rows. */
  private void multiplyAlike(Activations x, List<Product> products) {
    record Range(Product product, int from, int to) {}
    var ranges = new ArrayList<Range>();
    for (Product product : products) {
      int rows = product.linear().weight().rows();
      int step = step(rows);
      for (int from = 0; from < rows; from += step) {
        ranges.add(new Range(product, from, Math.min(rows, from + step)));
      }
    }
    prepare(products.getFirst().linear().weight(), x);
    workers.run(
        ranges.size(),
        i -> {
          Range range = ranges.get(i);
          Matrix weight = range.product().linear().weight();
          kernels.multiply(
              weight, x, range.from(), range.to(), range.product().out(), weight.rows());
        });
  }

  private void prepare(Matrix weight, Activations x) {
    if (weight instanceof TileMatrix tiles) {
      x.quantize(tiles.shape(), kernels, workers);
    }
  }

  /** Rows of a task: some tasks for each thread, in what kernels like to take at once. */
  private int step(int rows) {
    int wide = Kernels.ROWS;
    return Math.max(1, rows / (6 * workers.count() * wide)) * wide;
  }

  private void adapt(Batch batch, Activations x, List<Product> products) {
    for (Slice slice : batch.slices()) {
      for (Product product : products) {
        slice
            .adapter()
            .part(product.linear().name())
            .ifPresent(part -> {
              int rows = product.linear().weight().rows();
              workers.run(
                  slice.rows(),
                  i -> {
                    int row = slice.firstRow() + i;
                    part.addTo(product.out(), row * rows, x.values(), row * x.width(), kernels);
                  });
            });
      }
    }
  }

  /** The logits of rows of the stream. */
  private List<float[]> head(int firstRow, int rows) {
    int hidden = config.hiddenSize();
    for (int r = 0; r < rows; r++) {
      kernels.rmsNorm(
          scratch.stream,
          (firstRow + r) * hidden,
          weights.finalNorm().values(),
          (float) config.normEpsilon(),
          scratch.normed.values(),
          r * hidden,
          hidden);
    }
    scratch.normed.changed(rows);
    int vocabulary = config.vocabSize();
    var all = new float[rows * vocabulary];
    multiplyAlike(
        scratch.normed,
        List.of(new Product(new Linear("lm_head", weights.head(), Linear.Bias.NONE), all)));
    var logits = new ArrayList<float[]>(rows);
    for (int r = 0; r < rows; r++) {
      logits.add(Arrays.copyOfRange(all, r * vocabulary, (r + 1) * vocabulary));
    }
    return logits;
  }
}
