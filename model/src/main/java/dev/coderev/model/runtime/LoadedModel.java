package dev.coderev.model.runtime;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.Warming;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A checkpoint loaded and ready to compute. It owns its memory and threads; closing frees them, in
 * the reverse order, and must wait for what still computes.
 */
public final class LoadedModel implements AutoCloseable {

  private final Matrices matrices;
  private final Checkpoint checkpoint;
  private final Workers workers;
  private final Transformer transformer;
  private final KvCache cache;
  private boolean closed;

  private LoadedModel(
      Matrices matrices,
      Checkpoint checkpoint,
      Workers workers,
      Transformer transformer,
      KvCache cache) {
    this.matrices = matrices;
    this.checkpoint = checkpoint;
    this.workers = workers;
    this.transformer = transformer;
    this.cache = cache;
  }

  /**
   * Loads a Hugging Face directory or a GGUF file; a failed load leaves nothing behind. A model
   * that needs more memory than it may take is refused before anything of it is read.
   */
  public static LoadedModel open(Path source, RuntimeOptions options) {
    Checkpoint checkpoint = Checkpoint.open(source);
    try {
      MemoryNeed.of(checkpoint, options).check(checkpoint, options, SystemMemory.HERE);
    } catch (RuntimeException e) {
      checkpoint.close();
      throw e;
    }
    var workers = new Workers(options.threads());
    Kernels kernels = Kernels.best();
    var matrices = new Matrices(workers, kernels);
    Warming warming = warming(checkpoint, kernels);
    try {
      ModelConfig config = checkpoint.config();
      Weights weights = Weights.load(checkpoint, matrices);
      var transformer = new Transformer(config, weights, kernels, workers);
      var shape = KvShape.of(config, options.cachePrecision());
      if (!weights.readsCheckpoint()) {
        checkpoint.close(); // everything was packed: give the mapping back
      }
      return new LoadedModel(
          matrices,
          checkpoint,
          workers,
          transformer,
          new KvCache(shape, kernels, options.positions()));
    } catch (RuntimeException | Error e) {
      workers.close();
      matrices.close();
      checkpoint.close();
      throw e;
    } finally {
      warming.close();
    }
  }

  private static Warming warming(Checkpoint checkpoint, Kernels kernels) {
    String most = WeightShapes.layer(0) + "mlp.up_proj.weight";
    return checkpoint
        .quantized(most)
        .map(it -> Warming.start(kernels, it))
        .orElseGet(() -> Warming.start(kernels, checkpoint.tensor(most).dtype()));
  }

  public ModelConfig config() {
    return transformer.config();
  }

  public Transformer transformer() {
    return transformer;
  }

  public KvCache cache() {
    return cache;
  }

  public Workers workers() {
    return workers;
  }

  /**
   * What would compute with a checkpoint, as {@link #activeKernels} says it, without loading it.
   */
  public static String kernelsFor(Checkpoint checkpoint) {
    String formats =
        WeightShapes.of(checkpoint.config()).entrySet().stream()
            .filter(it -> it.getValue().rank() == 2)
            .map(it -> format(checkpoint, it.getKey()))
            .distinct()
            .collect(Collectors.joining(", "));
    return Kernels.best().name() + " on " + formats;
  }

  private static String format(Checkpoint checkpoint, String name) {
    return checkpoint
        .quantized(name)
        .flatMap(Matrices::format)
        .orElseGet(() -> Matrices.format(checkpoint.tensor(name)));
  }

  /** What computes, for people: kernels and the formats that they read. */
  public String activeKernels() {
    return transformer.kernels().name()
        + " on "
        + String.join(", ", transformer.weights().formats());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    cache.close();
    workers.close();
    matrices.close();
    checkpoint.close();
  }
}
