package dev.coderev.model.convert;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.checkpoint.ReplacedTensors;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.transformer.InputObserver;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calibration texts on their way through a model, one layer at a time, so that each layer sees what
 * the layers before it give once they are quantized. Only one layer's weights are read at a time.
 */
final class LayerWalk {

  private final ReplacedTensors model;
  private final List<int[]> sequences;
  private final WorkFolder folder;
  private final Workers workers;
  private final Kernels kernels = Kernels.best();

  LayerWalk(ReplacedTensors model, Calibration texts, WorkFolder folder, Workers workers) {
    this.model = model;
    this.sequences = texts.sequences();
    this.folder = folder;
    this.workers = workers;
  }

  private int hidden() {
    return model.config().hiddenSize();
  }

  /** Before the first layer, texts are the embeddings of their tokens. */
  void begin() throws IOException {
    try (var matrices = new Matrices(workers);
        HiddenStates states = HiddenStates.create(folder.unfinishedHidden(), sequences, hidden())) {
      Transformer transformer = transformer(matrices);
      for (int i = 0; i < sequences.size(); i++) {
        states.write(i, transformer.embed(sequences.get(i)));
      }
    }
    folder.keepHidden(0);
  }

  private Transformer transformer(Matrices matrices) {
    return new Transformer(model.config(), Weights.load(model, matrices), kernels, workers);
  }

  /** The second moments of what some linear layers of a layer are given. */
  Map<String, Hessian> moments(int layer, List<String> modules) throws IOException {
    var moments = new HashMap<String, Hessian>();
    run(
        layer,
        (names, x, rows) -> {
          List<String> wanted = names.stream().filter(modules::contains).toList();
          if (!wanted.isEmpty()) {
            int width = columns(names.getFirst());
            Hessian shared = moments.computeIfAbsent(wanted.getFirst(), it -> new Hessian(width));
            shared.add(x, rows, workers);
            wanted.forEach(it -> moments.put(it, shared));
          }
        },
        (sequence, rows) -> {});
    return moments;
  }

  private int columns(String module) {
    return Math.toIntExact(model.tensor(module + ".weight").shape().columns());
  }

  /** Moves the texts past a layer. */
  void advance(int layer) throws IOException {
    try (HiddenStates next = HiddenStates.create(folder.unfinishedHidden(), sequences, hidden())) {
      run(layer, InputObserver.NONE, next::write);
    }
    folder.keepHidden(layer + 1);
  }

  @FunctionalInterface
  private interface Sink {
    void take(int sequence, float[] rows);
  }

  private void run(int layer, InputObserver observer, Sink sink) throws IOException {
    int longest = sequences.stream().mapToInt(it -> it.length).max().orElseThrow();
    KvShape shape = KvShape.of(model.config(), KvPrecision.F32);
    try (var matrices = new Matrices(workers);
        var cache = new KvCache(shape, kernels, longest);
        HiddenStates states = HiddenStates.open(folder.hidden(layer), sequences, hidden())) {
      Transformer transformer = transformer(matrices);
      transformer.observe(observer);
      for (int i = 0; i < sequences.size(); i++) {
        float[] rows = states.read(i);
        try (KvSequence sequence = cache.open()) {
          transformer.layer(layer, sequence, rows);
        }
        sink.take(i, rows);
      }
    }
  }
}
