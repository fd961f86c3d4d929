package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.QuantizedWeight;
import java.util.List;

/** A way to give a linear weight few bits. */
public sealed interface Quantizer
    permits CodebookQuantizer, RowQuantizer, NearestQuantizer, ClippedQuantizer, GptqQuantizer {

  /**
   * A quantized weight and what had to be done differently.
   *
   * @param notes of fallbacks, for people
   */
  record Result(QuantizedWeight weight, List<String> notes) {
    public Result {
      notes = List.copyOf(notes);
    }

    static Result of(QuantizedWeight weight) {
      return new Result(weight, List.of());
    }
  }

  /**
   * Quantizes a weight.
   *
   * @param inputs what the layer was given while it was calibrated; {@link Hessian#identity} where
   *     {@link #calibrated} is false
   * @throws dev.coderev.model.ModelException when the shape does not fit, or a value is too large
   */
  Result quantize(DenseWeight weight, Hessian inputs, Workers workers);

  /** Whether the method looks at the inputs. */
  boolean calibrated();
}
