package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.InputObserver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Token sequences that a model reads so that its layers' inputs are known.
 *
 * <p>The model runs as it is: inputs of later layers do not see that earlier ones were quantized.
 * Moments of some layers are gathered at a time, and the sequences are read again for the next, so
 * that they fit into memory.
 */
public record Calibration(List<int[]> sequences) {

  private static final int FEWEST_TOKENS = 256;
  private static final int FEWEST_DIFFERENT = 16;

  /** Bytes of moments that are gathered in one reading. */
  private static final long MOMENTS = 512L << 20;

  public Calibration {
    long tokens = sequences.stream().mapToLong(it -> it.length).sum();
    long different = sequences.stream().flatMapToInt(Arrays::stream).distinct().count();
    if (tokens < FEWEST_TOKENS || different < FEWEST_DIFFERENT) {
      throw new ModelException(
          "calibration needs at least %d tokens, %d of them different; the text gives %d and %d"
              .formatted(FEWEST_TOKENS, FEWEST_DIFFERENT, tokens, different));
    }
    sequences = List.copyOf(sequences);
  }

  /** The tokens of a text in sequences of {@code length}, at most {@code most} of them. */
  public static Calibration of(Path model, String text, int length, int most) {
    try (Tokenizer tokenizer = Tokenizer.open(model)) {
      int[] tokens = tokenizer.encode(text, false);
      var sequences = new ArrayList<int[]>();
      for (int at = 0; at < tokens.length && sequences.size() < most; at += length) {
        sequences.add(Arrays.copyOfRange(tokens, at, Math.min(tokens.length, at + length)));
      }
      return new Calibration(sequences);
    }
  }

  /** The model that reads the sequences. */
  LoadedModel open(Path source) {
    int longest = sequences.stream().mapToInt(it -> it.length).max().orElseThrow();
    return LoadedModel.open(source, RuntimeOptions.defaults().withPositions(longest));
  }

  /** How many layers' moments fit into memory at once. */
  static int layersAtOnce(ModelConfig config) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    long query = config.queryWidth();
    long bytes = Float.BYTES * (2 * hidden * hidden + inner * inner + query * query);
    return Math.clamp(MOMENTS / bytes, 1, config.layers());
  }

  /** The moments of the linear layers whose names are in layers {@code from} to {@code to} − 1. */
  Map<String, Hessian> moments(LoadedModel model, int from, int to) {
    var prefixes = new ArrayList<String>();
    for (int i = from; i < to; i++) {
      prefixes.add(WeightShapes.layer(i));
    }
    var moments = new HashMap<String, Hessian>();
    model
        .transformer()
        .observe((layers, x, rows) -> {
          String first = layers.getFirst();
          if (prefixes.stream().anyMatch(first::startsWith)) {
            Hessian shared = moments.computeIfAbsent(first, it -> new Hessian(width(model, first)));
            shared.add(x, rows, model.workers());
            layers.forEach(it -> moments.put(it, shared));
          }
        });
    try {
      for (int[] sequence : sequences) {
        try (KvSequence cache = model.cache().open()) {
          model.transformer().prefill(cache, Adapter.NONE, sequence);
        }
      }
    } finally {
      model.transformer().observe(InputObserver.NONE);
    }
    return moments;
  }

  private static int width(LoadedModel model, String layer) {
    Shape shape = WeightShapes.of(model.config()).get(layer + ".weight");
    if (shape == null) {
      throw new IllegalStateException(layer + " is no layer of the model");
    }
    return Math.toIntExact(shape.columns());
  }
}
