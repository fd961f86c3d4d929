package dev.coderev.training.network;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.torch.Compute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * What is added to the scores of attention: 0 where a token may look, −∞ where it may not, which is
 * ahead, outside its own document, and beyond the window.
 */
final class Masks {

  private final ModelConfig config;
  private final Compute compute;
  private final TokenBatch batch;
  private final Map<Integer, Tensor> bySize = new HashMap<>();

  Masks(ModelConfig config, Compute compute, TokenBatch batch) {
    this.config = config;
    this.compute = compute;
    this.batch = batch;
  }

  /** The mask of a layer: [rows, 1, length, length]. */
  Tensor of(int layer) {
    Optional<SlidingWindow> window = config.slidingWindow().filter(it -> it.covers(layer));
    int size = Math.min(batch.length(), window.map(SlidingWindow::size).orElse(batch.length()));
    return bySize.computeIfAbsent(size, this::mask);
  }

  private Tensor mask(int window) {
    long length = batch.length();
    Tensor documents = compute.longs(batch.documents(), batch.rows(), 1, length, 1);
    Tensor others = documents.view(batch.rows(), 1, 1, length);
    Tensor places = compute.longs(range(batch.length()), length, 1);
    Tensor distance = places.sub(places.view(1, length)); // row − column
    Tensor hidden =
        documents
            .ne(others)
            .logical_or(distance.lt(new Scalar(0)))
            .logical_or(distance.ge(new Scalar(window)));
    return compute
        .zeros(batch.rows(), 1, length, length)
        .masked_fill(hidden, new Scalar(Double.NEGATIVE_INFINITY));
  }

  private static long[] range(int length) {
    var range = new long[length];
    for (int i = 0; i < length; i++) {
      range[i] = i;
    }
    return range;
  }
}
