package dev.coderev.model.quantizer;

import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.GroupedWeight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * GPTQ (arXiv 2210.17323): columns are rounded one after the other, and the columns that are still
 * free make up for the error as far as the inputs' correlations allow.
 *
 * <pre>
 * H⁻¹ = UᵀU;   e = (w_i − ŵ_i) / U_ii;   w_j −= e · U_ij  for all j after i
 * </pre>
 *
 * Dead inputs (H_ii = 0) have their weights set to zero. When no damping makes H positive definite,
 * the weight is rounded to nearest and a note says so.
 *
 * @param refinements how often single codes and scales are improved afterwards, see {@link
 *     Refinement}; 0 for plain GPTQ
 */
public record GptqQuantizer(Grid grid, ColumnOrder order, Damping damping, int refinements)
    implements Quantizer {

  @Override
  public Result quantize(DenseWeight weight, Hessian inputs, Workers workers) {
    if (inputs.width() != weight.columns()) {
      throw new IllegalArgumentException(
          weight.name() + ": " + inputs.width() + " inputs, " + weight.columns() + " columns");
    }
    int size = grid.groupIn(weight);
    var notes = new ArrayList<String>();
    var moments = new DampedHessian(inputs);
    if (moments.dead() > 0) {
      notes.add(weight.name() + ": " + moments.dead() + " inputs are always 0, weights set to 0");
    }
    int[] columns = order.of(moments.diagonal(), size);
    Optional<double[]> factor = factor(moments, columns, workers, weight.name(), notes);
    if (factor.isEmpty()) {
      notes.add(weight.name() + ": inputs are too few or too alike for GPTQ; rounded to nearest");
      return new Result(new NearestQuantizer(grid).round(weight, workers), notes);
    }
    var pass = new GptqPass(grid, size, order, columns, factor.get());
    GroupedWeight quantized = pass.run(weight, moments, workers);
    if (refinements > 0) {
      quantized = new Refinement(inputs, moments, refinements).of(weight, quantized, workers);
    }
    return new Result(quantized, notes);
  }

  private Optional<double[]> factor(
      DampedHessian moments, int[] columns, Workers workers, String name, List<String> notes) {
    for (double share = damping.share();
        share <= damping.most() + 1e-9;
        share += damping.increment()) {
      Optional<double[]> factor =
          InverseFactor.of(moments.matrix(columns, share), columns.length, workers);
      if (factor.isPresent()) {
        if (share > damping.share()) {
          notes.add(String.format(Locale.ROOT, "%s: damping raised to %.2f", name, share));
        }
        return factor;
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean calibrated() {
    return true;
  }
}
