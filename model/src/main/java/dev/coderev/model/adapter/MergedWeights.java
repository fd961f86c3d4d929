package dev.coderev.model.adapter;

import dev.coderev.model.ModelException;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.tensor.Tensor;
import java.util.Optional;

/** A base's weights with an adapter added: W + scale · B·A, computed in double, given as floats. */
public final class MergedWeights {

  private static final String WEIGHT = ".weight";

  private final LoraAdapter adapter;

  public MergedWeights(LoraAdapter adapter) {
    this.adapter = adapter;
  }

  /** The values of a tensor that the adapter changes; empty when it leaves the tensor alone. */
  public Optional<FloatSource> of(Tensor tensor) {
    String name = tensor.name();
    if (!name.endsWith(WEIGHT)) {
      return Optional.empty();
    }
    String module = name.substring(0, name.length() - WEIGHT.length());
    return Optional.ofNullable(adapter.parts().get(module)).map(part -> merged(tensor, part));
  }

  private static FloatSource merged(Tensor tensor, LoraPart part) {
    int columns = part.in();
    return (from, into, count) -> {
      tensor.readFloats(from, into, 0, count);
      int done = 0;
      while (done < count) {
        int row = (int) ((from + done) / columns);
        int column = (int) ((from + done) % columns);
        int run = Math.min(columns - column, count - done);
        part.addTo(into, done, row, column, run);
        done += run;
      }
      for (int i = 0; i < count; i++) {
        if (!Float.isFinite(into[i])) {
          throw new ModelException(tensor.name() + " is not finite once the adapter is merged");
        }
      }
    };
  }
}
