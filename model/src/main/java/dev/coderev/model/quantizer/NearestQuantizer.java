package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;

/** Rounds each weight to the nearest integer of its group: the baseline of all other methods. */
public record NearestQuantizer(Grid grid) implements Quantizer {

  @Override
  public Result quantize(DenseWeight weight, Hessian inputs, Workers workers) {
    return Result.of(round(weight, workers));
  }

  GroupedWeight round(DenseWeight weight, Workers workers) {
    int size = grid.groupIn(weight);
    return GroupRounding.round(
        weight, size, workers, (w, from, row) -> grid.fit(w, from, size), grid);
  }

  @Override
  public boolean calibrated() {
    return false;
  }
}
