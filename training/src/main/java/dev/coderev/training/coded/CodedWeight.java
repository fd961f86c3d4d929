package dev.coderev.training.coded;

import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.GroupedWeight;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantized.RowScaledWeight;
import dev.coderev.training.TrainingException;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.torch.Compute;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A matrix that is rounded to what the codes of a quantized weight can stand for, block by block;
 * its gradient is that of the matrix (straight-through estimation, arXiv 1308.3432), and scales
 * have theirs (arXiv 1902.08153):
 *
 * <pre>
 * u = w / s      ŵ = s · (u + [level(u) − u])      s = s₀ · (1 + θ)
 * </pre>
 *
 * where what stands in brackets is taken for a constant.
 */
final class CodedWeight implements AutoCloseable {

  /** How far a scale may move. */
  private static final double LEAST_CHANGE = -0.5;

  private static final double MOST_CHANGE = 1;

  /** The share of a cell's width that a number keeps from its ends. */
  private static final double EDGE = 1e-3;

  private static final int BYTES = 127;

  private final String name;
  private final QuantizedWeight before;
  private final int size;
  private final boolean halves;
  private final boolean fixed;
  private final float[] scales;
  private final Tensor scale; // [blocks, 1]
  private final Levels levels;

  private CodedWeight(
      String name,
      QuantizedWeight before,
      int size,
      float[] scales,
      boolean halves,
      boolean fixed,
      Levels levels,
      Compute compute) {
    this.name = name;
    this.before = before;
    this.size = size;
    this.scales = scales;
    this.halves = halves;
    this.fixed = fixed;
    this.levels = levels;
    this.scale = compute.floats(scales, scales.length, 1).retainReference();
  }

  /**
   * The grid of a weight.
   *
   * @throws TrainingException when its blocks are no equal parts of it
   */
  static CodedWeight of(String name, QuantizedWeight weight, Compute compute) {
    return switch (weight) {
      case GroupedWeight grouped -> grouped(name, grouped, compute);
      case CodebookWeight codes -> codebook(name, codes, compute);
      case RowScaledWeight rows -> {
        var scales = new float[rows.rows()];
        for (int row = 0; row < scales.length; row++) {
          scales[row] = rows.absmax(row) / BYTES;
        }
        var levels = new Levels.Integers(-BYTES, BYTES, new float[scales.length], compute);
        yield new CodedWeight(name, rows, rows.columns(), scales, false, false, levels, compute);
      }
    };
  }

  private static CodedWeight grouped(String name, GroupedWeight weight, Compute compute) {
    if (!weight.isInOrder() || weight.columns() % weight.groupSize() != 0) {
      throw new TrainingException(
          name + " is " + weight.format() + ": only whole groups in their order can be trained");
    }
    int groups = weight.groups();
    var scales = new float[weight.rows() * groups];
    var zeros = new float[scales.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = weight.scale(i / groups, i % groups);
      zeros[i] = weight.zero(i / groups, i % groups);
    }
    var levels = new Levels.Integers(0, (1 << weight.bits()) - 1, zeros, compute);
    int size = weight.groupSize();
    return new CodedWeight(name, weight, size, scales, true, false, levels, compute);
  }

  private static CodedWeight codebook(String name, CodebookWeight weight, Compute compute) {
    int size = weight.blockSize();
    if (weight.rows() * weight.columns() % size != 0) {
      throw new TrainingException(
          name + " is " + weight.format() + " and not made of whole blocks; choose a smaller size");
    }
    var scales = new float[weight.scales().count()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = weight.scales().at(i);
    }
    boolean doubled = weight.scales() instanceof BlockScales.Doubled;
    var levels = new Levels.Listed(weight.book(), compute);
    return new CodedWeight(name, weight, size, scales, false, doubled, levels, compute);
  }

  /** How many scales may move; none when they are quantized themselves. */
  int movable() {
    return fixed ? 0 : scales.length;
  }

  /**
   * Numbers that get the codes which the weight has here: its own where they do, else the middles
   * of their cells, so that the first small step does not undo what a method chose against the
   * nearest.
   *
   * @param own [rows, columns]
   */
  float[] inCells(float[] own) {
    var near = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      int block = i / size;
      double s = scales[block];
      int code = code(i);
      double low = levels.low(code, block);
      double high = levels.high(code, block);
      double edge = Double.isFinite(high - low) ? EDGE * (high - low) : EDGE;
      near[i] = s == 0 ? own[i] : (float) (s * inCell(own[i] / s, low, high, edge));
    }
    return near;
  }

  private static double inCell(double unit, double low, double high, double edge) {
    boolean chosen = unit < low || unit > high;
    return chosen && Double.isFinite(high - low)
        ? (low + high) / 2
        : Math.clamp(unit, low + edge, high - edge);
  }

  private int code(int index) {
    int row = index / before.columns();
    int column = index % before.columns();
    return switch (before) {
      case GroupedWeight grouped -> grouped.code(row, column);
      case CodebookWeight codes -> codes.code(index);
      case RowScaledWeight rows -> rows.code(row, column);
    };
  }

  /** The weight as it is computed with: [rows, columns]. */
  Tensor seen(Tensor weight, Optional<Tensor> change) {
    Tensor blocks = weight.view(scales.length, size);
    Tensor s = scale(change);
    Tensor units = blocks.div(divisor(s));
    Tensor error;
    try (var _ = new NoGradients()) {
      error = levels.values(levels.codes(units)).sub(units);
    }
    return units.add(error.detach()).mul(s).view(before.rows(), before.columns());
  }

  private Tensor scale(Optional<Tensor> change) {
    if (change.isEmpty()) {
      return scale;
    }
    Tensor bounded =
        change
            .get()
            .clamp(
                new ScalarOptional(new Scalar(LEAST_CHANGE)),
                new ScalarOptional(new Scalar(MOST_CHANGE)));
    Tensor s = scale.mul(bounded.view(scales.length, 1).add(new Scalar(1)));
    if (!halves) {
      return s;
    }
    Tensor rounded = s.detach().to(torch.ScalarType.Half).to(torch.ScalarType.Float);
    return s.add(rounded.sub(s.detach()));
  }

  /** Blocks of zeros have a scale of 0. */
  private static Tensor divisor(Tensor s) {
    return torch.where(s.eq(new Scalar(0)), new Scalar(1), s);
  }

  /** What a checkpoint stores of it. */
  QuantizedWeight quantized(Tensor weight, Optional<Tensor> change) {
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      Tensor s = scale(change);
      float[] codes =
          Compute.toFloats(levels.codes(weight.view(scales.length, size).div(divisor(s))));
      float[] moved = Compute.toFloats(s);
      return switch (before) {
        case GroupedWeight grouped -> grouped(grouped, codes, moved);
        case CodebookWeight book -> codebook(book, codes, moved);
        case RowScaledWeight rows -> {
          for (int i = 0; i < moved.length; i++) {
            moved[i] *= BYTES;
          }
          yield new RowScaledWeight(rows.rows(), rows.columns(), bytes(codes), moved);
        }
      };
    }
  }

  private static QuantizedWeight grouped(GroupedWeight before, float[] codes, float[] moved) {
    int groups = before.groups();
    var zeros = new byte[moved.length];
    for (int i = 0; i < zeros.length; i++) {
      zeros[i] = (byte) before.zero(i / groups, i % groups);
    }
    return new GroupedWeight(
        before.rows(),
        before.columns(),
        before.bits(),
        before.groupSize(),
        bytes(codes),
        moved,
        zeros,
        GroupedWeight.inOrder(before.columns(), before.groupSize()));
  }

  private static QuantizedWeight codebook(CodebookWeight before, float[] codes, float[] moved) {
    var packed = new byte[(codes.length + 1) / 2];
    for (int i = 0; i < codes.length; i++) {
      packed[i / 2] |= (byte) ((int) codes[i] << (i % 2 == 0 ? 4 : 0));
    }
    BlockScales scales =
        before.scales() instanceof BlockScales.Doubled doubled
            ? doubled
            : new BlockScales.Plain(moved);
    return new CodebookWeight(
        before.rows(), before.columns(), before.book(), before.blockSize(), packed, scales);
  }

  private static byte[] bytes(float[] codes) {
    var bytes = new byte[codes.length];
    for (int i = 0; i < codes.length; i++) {
      bytes[i] = (byte) (int) codes[i];
    }
    return bytes;
  }

  @Override
  public void close() {
    levels.close();
    scale.close();
  }

  @Override
  public String toString() {
    return name + " " + before.format();
  }
}
