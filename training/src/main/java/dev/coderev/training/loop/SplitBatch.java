package dev.coderev.training.loop;

import dev.coderev.training.TrainingException;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.torch.OutOfMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The gradient of a batch, computed in parts that fit into memory.
 *
 * <p>Each part is weighted by the whole batch's places, so that the gradient is that of the batch
 * however it is split. Where memory runs out, the parts are halved and the batch begins again.
 */
public final class SplitBatch {

  /** Adds the gradient of scale · loss of some sequences; gives the loss without the scale. */
  @FunctionalInterface
  public interface Part {
    double learn(TokenBatch rows, double scale);

    /** The same of all parts of a batch. */
    default double learnAll(List<TokenBatch> parts, double scale) {
      double sum = 0;
      for (TokenBatch part : parts) {
        sum += learn(part, scale);
      }
      return sum;
    }
  }

  private final Part part;
  private final Runnable forget;
  private final Consumer<String> notes;
  private int microRows;

  /**
   * @param forget sets all gradients to zero
   * @param notes is told of splits
   */
  SplitBatch(Part part, Runnable forget, int microRows, Consumer<String> notes) {
    this.part = part;
    this.forget = forget;
    this.microRows = microRows;
    this.notes = notes;
  }

  int microRows() {
    return microRows;
  }

  void restore(int rows) {
    microRows = rows;
  }

  /** Leaves the gradient of the mean loss with the parameters; gives the mean loss. */
  double learn(TokenBatch batch) {
    while (true) {
      forget.run();
      try {
        return parts(batch);
      } catch (RuntimeException | OutOfMemoryError e) {
        if (!OutOfMemory.is(e)) {
          throw e;
        }
        halve(batch, e);
      }
    }
  }

  private double parts(TokenBatch batch) {
    int valid = Math.max(1, batch.valid());
    var parts = new ArrayList<TokenBatch>();
    for (int from = 0; from < batch.rows(); from += microRows) {
      parts.add(batch.slice(from, Math.min(batch.rows(), from + microRows)));
    }
    return part.learnAll(parts, 1.0 / valid) / valid;
  }

  private void halve(TokenBatch batch, Throwable cause) {
    int now = Math.min(microRows, batch.rows());
    if (now == 1) {
      throw new TrainingException(
          "memory ran out with one sequence of "
              + batch.length()
              + " tokens; give a shorter --length, a smaller model or more memory",
          cause);
    }
    microRows = (now + 1) / 2;
    notes.accept("memory ran out: computing " + microRows + " sequences at once instead of " + now);
  }
}
