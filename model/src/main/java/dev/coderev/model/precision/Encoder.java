package dev.coderev.model.precision;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.Bf16;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;

/**
 * Stores floats of one tensor as elements of one type and says what was lost.
 *
 * <p>Values beyond the largest of a 16-bit type become that largest and are counted. Block types
 * take finite values only.
 */
public final class Encoder {

  private final String tensor;
  private final DType dtype;
  private final Rounding rounding;

  /** An encoder of the named tensor; stochastic rounding depends on the name. */
  public Encoder(String tensor, DType dtype, Rounding rounding) {
    if (!knows(dtype)) {
      throw new ModelException("weights cannot be written as " + dtype);
    }
    if (rounding.isStochastic() && SuperBlockQuantizer.knows(dtype)) {
      throw new ModelException(dtype + " is rounded to nearest, not by chance");
    }
    this.tensor = tensor;
    this.dtype = dtype;
    this.rounding = rounding;
  }

  /** Whether floats can be stored as this type. */
  public static boolean knows(DType dtype) {
    return switch (dtype) {
      case F32, F16, BF16 -> true;
      default -> BlockQuantizer.knows(dtype) || SuperBlockQuantizer.knows(dtype);
    };
  }

  /**
   * Stores the first {@code count} floats, which are whole blocks, at the start of {@code into}.
   *
   * @param index of the first float in its tensor
   */
  public Losses encode(float[] values, int count, long index, MemorySegment into) {
    if (dtype.isBlock()) {
      blocks(values, count, index, into);
    } else {
      plain(values, count, index, into);
    }
    return losses(values, count, into);
  }

  private void plain(float[] values, int count, long index, MemorySegment into) {
    Rounding.Dice dice = rounding.dice(tensor);
    boolean chance = rounding.isStochastic();
    for (int i = 0; i < count; i++) {
      float value = values[i];
      switch (dtype) {
        case F32 -> into.set(LittleEndian.FLOAT, 4L * i, value);
        case F16 -> into.set(LittleEndian.SHORT, 2L * i, half(value, chance, dice, index + i));
        default -> into.set(LittleEndian.SHORT, 2L * i, brain(value, chance, dice, index + i));
      }
    }
  }

  private static short half(float value, boolean chance, Rounding.Dice dice, long index) {
    if (!Float.isFinite(value)) {
      return Float.floatToFloat16(value);
    }
    float kept = Math.clamp(value, -Float16Rounding.LARGEST_HALF, Float16Rounding.LARGEST_HALF);
    return chance ? Float16Rounding.half(kept, dice.at(index)) : Float.floatToFloat16(kept);
  }

  private static short brain(float value, boolean chance, Rounding.Dice dice, long index) {
    if (!Float.isFinite(value)) {
      return Bf16.fromFloat(value);
    }
    float kept = Math.clamp(value, -Float16Rounding.LARGEST_BRAIN, Float16Rounding.LARGEST_BRAIN);
    return chance ? Float16Rounding.brain(kept, dice.at(index)) : Bf16.fromFloat(kept);
  }

  private void blocks(float[] values, int count, long index, MemorySegment into) {
    var quantizer = new BlockQuantizer(dtype, rounding, tensor);
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(values[i])) {
        throw new ModelException(
            tensor
                + ": element "
                + (index + i)
                + " is "
                + values[i]
                + ", which "
                + dtype
                + " cannot hold");
      }
    }
    if (SuperBlockQuantizer.knows(dtype)) {
      var larger = new SuperBlockQuantizer(dtype);
      for (int i = 0; i < count; i += SuperBlockQuantizer.BLOCK) {
        larger.quantize(values, i, into, dtype.bytes(i));
      }
      return;
    }
    for (int i = 0; i < count; i += BlockQuantizer.BLOCK) {
      quantizer.quantize(
          values, i, index + i, into, (long) (i / BlockQuantizer.BLOCK) * dtype.blockBytes());
    }
  }

  private Losses losses(float[] values, int count, MemorySegment into) {
    var stored =
        new Tensor(tensor, dtype, Shape.of(count), into.asSlice(0, dtype.bytes(count))).toFloats();
    long overflows = 0;
    long nonFinite = 0;
    double error = 0;
    double norm = 0;
    float largest = largest();
    for (int i = 0; i < count; i++) {
      float value = values[i];
      if (!Float.isFinite(value)) {
        nonFinite++;
        continue;
      }
      if (Math.abs(value) > largest) {
        overflows++;
      }
      double difference = (double) stored[i] - value;
      error += difference * difference;
      norm += (double) value * value;
    }
    return new Losses(overflows, nonFinite, error, norm);
  }

  /** The largest finite value that is stored without being cut, rounding included. */
  private float largest() {
    return switch (dtype) {
      case F16 -> Math.nextDown(65520f);
      case BF16 -> Math.nextDown(0x1.ffp127f);
      default -> Float.MAX_VALUE;
    };
  }
}
