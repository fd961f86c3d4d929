package dev.coderev.model.convert;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.quantizer.Quantizer;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.util.List;
import java.util.Map;

/**
 * Weights quantized one by one into the tensors of a layout.
 *
 * @param widths the bits of weights that have others than the recipe's
 * @param plain the type of what is not quantized
 */
record PackedParts(
    QuantizationRecipe recipe,
    Map<String, Integer> widths,
    WeightPacking packing,
    DType plain,
    Workers workers) {

  /** A weight, the tensors that stand for it, and what became of it. */
  record Packed(QuantizedWeight weight, List<TensorSource> parts, Quantization.Quantized report) {}

  Packed quantize(Tensor tensor, Hessian moments) {
    DenseWeight weight = DenseWeight.of(tensor);
    Quantizer.Result result =
        recipe
            .withBits(widths.getOrDefault(tensor.name(), recipe.bits()))
            .quantizer(tensor.name())
            .quantize(weight, moments, workers);
    QuantizedWeight quantized = result.weight();
    return new Packed(
        quantized,
        packing.split(tensor.name(), quantized),
        new Quantization.Quantized(
            tensor.name(),
            quantized.format(),
            quantized.storedBits(),
            tensor.shape().elements(),
            error(weight, quantized),
            result.notes()));
  }

  /** A tensor that is not quantized, in the type of such tensors. */
  TensorSource unquantized(Tensor tensor) {
    if (tensor.dtype() == plain) {
      return TensorSource.of(tensor);
    }
    return EncodedTensor.of(
        tensor.name(),
        plain,
        tensor.shape(),
        (from, into, count) -> tensor.readFloats(from, into, 0, count),
        new Rounding.Nearest(),
        lost -> {});
  }

  private static double error(DenseWeight weight, QuantizedWeight quantized) {
    var row = new float[weight.columns()];
    double error = 0;
    double norm = 0;
    for (int r = 0; r < weight.rows(); r++) {
      quantized.readRow(r, row, 0);
      for (int c = 0; c < row.length; c++) {
        double difference = (double) row[c] - weight.at(r, c);
        error += difference * difference;
        norm += (double) weight.at(r, c) * weight.at(r, c);
      }
    }
    return norm == 0 ? 0 : Math.sqrt(error / norm);
  }
}
