package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.tensor.Tensor;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A look at all weights of a checkpoint before hours are spent on them. */
final class FiniteWeights {

  private static final int PIECE = 1 << 16;

  private FiniteWeights() {}

  /** Fails with the name and place of a weight that is not finite. */
  static void require(Checkpoint checkpoint, Workers workers) {
    for (String name : WeightShapes.of(checkpoint.config()).keySet()) {
      Tensor tensor = checkpoint.tensor(name);
      long elements = tensor.shape().elements();
      var found = new AtomicReference<Optional<String>>(Optional.empty());
      workers.run(
          Math.toIntExact(Math.ceilDiv(elements, (long) PIECE)),
          piece -> {
            long from = (long) piece * PIECE;
            var values = new float[(int) Math.min(PIECE, elements - from)];
            tensor.readFloats(from, values, 0, values.length);
            for (int i = 0; i < values.length; i++) {
              if (!Float.isFinite(values[i])) {
                found.set(Optional.of("element " + (from + i) + " is " + values[i]));
                return;
              }
            }
          });
      found
          .get()
          .ifPresent(where -> {
            throw new ModelException(name + ": " + where + "; only finite weights are quantized");
          });
    }
  }
}
