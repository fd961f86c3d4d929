package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.packing.AwqPacking;
import dev.coderev.model.packing.BitsandbytesPacking;
import dev.coderev.model.packing.CompressedPacking;
import dev.coderev.model.packing.GptqPacking;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantizer.ClippedQuantizer;
import dev.coderev.model.quantizer.CodebookQuantizer;
import dev.coderev.model.quantizer.ColumnOrder;
import dev.coderev.model.quantizer.Damping;
import dev.coderev.model.quantizer.GptqQuantizer;
import dev.coderev.model.quantizer.Grid;
import dev.coderev.model.quantizer.NearestQuantizer;
import dev.coderev.model.quantizer.Quantizer;
import dev.coderev.model.quantizer.RowQuantizer;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;

/**
 * A method of giving weights few bits and the layout that holds them.
 *
 * @param bits 4 for codebooks, 8 for rows, 2, 3, 4 or 8 for groups
 * @param groupSize columns that share a scale, −1 for whole rows; of codebooks, the block size
 * @param symmetric whether groups keep no zero point
 * @param doubled whether the scales of a codebook are quantized themselves
 * @param layout of groups; codebooks and rows are laid out as bitsandbytes does
 */
public record QuantizationRecipe(
    Method method, int bits, int groupSize, boolean symmetric, boolean doubled, Layout layout) {

  /** How codes are found. */
  public enum Method {
    NF4,
    FP4,
    INT8,
    RTN,
    GPTQ,
    AWQ,
    /** Scaled inputs as AWQ has them, rounded as GPTQ does, then codes and scales by descent. */
    LEARNED;

    /** Whether weights become integers in groups. */
    public boolean grouped() {
      return this == RTN || calibrated();
    }

    /** Whether the method looks at what layers are given. */
    public boolean calibrated() {
      return scalesInputs() || this == GPTQ;
    }

    /** Whether inputs are made alike before weights are rounded. */
    public boolean scalesInputs() {
      return this == AWQ || this == LEARNED;
    }

    /** The bits that a weight usually gets. */
    public int usualBits() {
      return this == INT8 ? 8 : 4;
    }

    /** The group or block size that readers expect. */
    public int usualGroup() {
      return grouped() ? 128 : 64;
    }
  }

  /** Which reader's layout groups are written in. */
  public enum Layout {
    GPTQ,
    AWQ,
    COMPRESSED_TENSORS
  }

  public QuantizationRecipe {
    if (!method.grouped() && bits != method.usualBits()) {
      throw new ModelException(
          method + " has " + method.usualBits() + " bits a weight, not " + bits);
    }
    if (doubled && method != Method.NF4 && method != Method.FP4) {
      throw new ModelException("double quantization is for nf4 and fp4, not for " + method);
    }
    if (method.grouped() && layout == Layout.AWQ && (bits != 4 || symmetric)) {
      throw new ModelException("the AWQ layout holds 4 bits with zero points only");
    }
    if (method.grouped() && layout == Layout.COMPRESSED_TENSORS && bits != 4 && bits != 8) {
      throw new ModelException("the layout of compressed-tensors holds 4 or 8 bits, not " + bits);
    }
  }

  /** How often learned rounding goes over the codes of a weight. */
  private static final int REFINEMENTS = 8;

  /** The same with other bits. */
  QuantizationRecipe withBits(int others) {
    return new QuantizationRecipe(method, others, groupSize, symmetric, doubled, layout);
  }

  /** The quantizer of a weight. */
  Quantizer quantizer(String weight) {
    return switch (method) {
      case NF4 -> new CodebookQuantizer(Codebook.NF4, groupSize, doubled);
      case FP4 -> new CodebookQuantizer(Codebook.FP4, groupSize, doubled);
      case INT8 -> new RowQuantizer();
      case RTN -> new NearestQuantizer(grid());
      case GPTQ -> gptq(new Grid(bits, groupSize, symmetric, true), 0);
      case AWQ -> clips(weight) ? new ClippedQuantizer(grid()) : new NearestQuantizer(grid());
      case LEARNED -> gptq(new Grid(bits, groupSize, symmetric, true), REFINEMENTS);
    };
  }

  private static Quantizer gptq(Grid grid, int refinements) {
    return new GptqQuantizer(grid, ColumnOrder.WITHIN_GROUPS, Damping.DEFAULT, refinements);
  }

  /** Products of queries and keys feel a clipped weight too much. */
  private static boolean clips(String weight) {
    return !weight.contains("q_proj") && !weight.contains("k_proj");
  }

  Grid grid() {
    return new Grid(bits, groupSize, symmetric, false);
  }

  /** Whether layers that read what others of the same layer give wait until these are quantized. */
  boolean trueSequential() {
    return method == Method.GPTQ || method == Method.LEARNED;
  }

  /** The type of what is not quantized: beside integers in groups that of their scales. */
  DType plain(DType own) {
    if (method.grouped()) {
      return DType.F16;
    }
    return own == DType.F16 || own == DType.F32 ? own : DType.BF16;
  }

  WeightPacking packing(DType plain) {
    if (!method.grouped()) {
      Codebook book = method == Method.FP4 ? Codebook.FP4 : Codebook.NF4;
      return new BitsandbytesPacking(method == Method.INT8, book, doubled, word(plain));
    }
    return switch (layout) {
      case GPTQ ->
          new GptqPacking(bits, groupSize, symmetric, symmetric ? 1 : 2, false, trueSequential());
      case AWQ -> new AwqPacking(groupSize);
      case COMPRESSED_TENSORS -> new CompressedPacking(bits, groupSize, symmetric);
    };
  }

  private static String word(DType plain) {
    return switch (plain) {
      case F16 -> "float16";
      case F32 -> "float32";
      default -> "bfloat16";
    };
  }

  /** Refuses models with weights that groups do not fill or the layout cannot hold. */
  public void requireHolds(ModelConfig config) {
    WeightShapes.of(config)
        .forEach((name, shape) -> {
          if (Quantization.isLinear(name, shape)) {
            check(name, shape);
          }
        });
  }

  private void check(String name, Shape shape) {
    if (!method.grouped()) {
      return;
    }
    long rows = shape.rows();
    long columns = shape.columns();
    if (groupSize > 0 && columns % groupSize != 0) {
      throw new ModelException(
          name
              + ": groups of "
              + groupSize
              + " do not fill rows of "
              + columns
              + "; choose a size that divides it, or -1 for whole rows");
    }
    boolean held =
        switch (layout) {
          case GPTQ -> rows % 32 == 0 && columns % 32 == 0;
          case AWQ -> rows % 8 == 0;
          case COMPRESSED_TENSORS ->
              columns * bits % 32 == 0 && (symmetric || rows * bits % 32 == 0);
        };
    if (!held) {
      throw new ModelException(
          name + ": the layout " + layout + " cannot hold " + rows + " x " + columns + " weights");
    }
  }
}
