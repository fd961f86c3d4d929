package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.RowScaledWeight;

/** Eight bits with one scale a row, as LLM.int8() stores weights: q = round(127·w / absmax). */
public record RowQuantizer() implements Quantizer {

  @Override
  public Result quantize(DenseWeight weight, Hessian inputs, Workers workers) {
    int columns = weight.columns();
    var codes = new byte[weight.rows() * columns];
    var absmax = new float[weight.rows()];
    workers.run(
        weight.rows(),
        row -> {
          float most = 0;
          for (int c = 0; c < columns; c++) {
            most = Math.max(most, Math.abs(weight.at(row, c)));
          }
          absmax[row] = most;
          float steps = most == 0 ? 0 : 127 / most;
          for (int c = 0; c < columns; c++) {
            codes[row * columns + c] = (byte) Math.rint(weight.at(row, c) * steps);
          }
        });
    return Result.of(new RowScaledWeight(weight.rows(), columns, codes, absmax));
  }

  @Override
  public boolean calibrated() {
    return false;
  }
}
