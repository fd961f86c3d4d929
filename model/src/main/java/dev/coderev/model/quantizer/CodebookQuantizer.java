package dev.coderev.model.quantizer;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.quantized.BlockScales;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.quantized.CodebookWeight;
import dev.coderev.model.quantized.DynamicMap;

/**
 * The 4-bit codebooks of bitsandbytes, code for code as its reference gives them: a block is
 * divided by its largest magnitude and each weight takes the nearest number of the book.
 *
 * @param blockSize a power of two from 32 to 4096
 * @param doubled whether the blocks' scales are quantized themselves
 */
public record CodebookQuantizer(Codebook book, int blockSize, boolean doubled)
    implements Quantizer {

  private static final float SMALLEST = 1e-38f;

  /** Blocks that one task takes. */
  private static final int TASK_BLOCKS = 1024;

  public CodebookQuantizer {
    if (blockSize < 32 || blockSize > 4096 || Integer.bitCount(blockSize) != 1) {
      throw new ModelException(
          book.word() + " has blocks of a power of two from 32 to 4096, not " + blockSize);
    }
  }

  @Override
  public Result quantize(DenseWeight weight, Hessian inputs, Workers workers) {
    float[] values = weight.values();
    int blocks = Math.ceilDiv(values.length, blockSize);
    var absmax = new float[blocks];
    var packed = new byte[(values.length + 1) / 2];
    workers.run(
        Math.ceilDiv(blocks, TASK_BLOCKS),
        task -> {
          int end = Math.min(blocks, (task + 1) * TASK_BLOCKS);
          for (int block = task * TASK_BLOCKS; block < end; block++) {
            absmax[block] = block(values, block, packed);
          }
        });
    BlockScales scales = doubled ? doubled(absmax) : new BlockScales.Plain(absmax);
    return Result.of(
        new CodebookWeight(weight.rows(), weight.columns(), book, blockSize, packed, scales));
  }

  private float block(float[] values, int block, byte[] packed) {
    int from = block * blockSize;
    int to = Math.min(values.length, from + blockSize);
    boolean whole = to - from == blockSize;
    float most = largest(values, from, to);
    float inverse = 1 / Math.max(most, SMALLEST);
    for (int i = from; i < to; i += 2) {
      int first = code(values[i], most, inverse, whole);
      int second = i + 1 < to ? code(values[i + 1], most, inverse, whole) : book.code(0);
      packed[i >> 1] = (byte) (first << 4 | second);
    }
    return most;
  }

  /** A last block that is not full divides, as the reference does. */
  private int code(float value, float most, float inverse, boolean whole) {
    float scaled = whole ? value * inverse : value / Math.max(most, SMALLEST);
    return book.code(Math.clamp(scaled, -1, 1));
  }

  private static float largest(float[] values, int from, int to) {
    float most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(values[i]));
    }
    return most;
  }

  private static BlockScales doubled(float[] absmax) {
    double sum = 0;
    for (float value : absmax) {
      sum += value;
    }
    float offset = (float) (sum / Math.max(1, absmax.length));
    var centred = new float[absmax.length];
    for (int i = 0; i < absmax.length; i++) {
      centred[i] = absmax[i] - offset;
    }
    int block = BlockScales.Doubled.BLOCK;
    var codes = new byte[absmax.length];
    var nested = new float[Math.ceilDiv(absmax.length, block)];
    for (int b = 0; b < nested.length; b++) {
      int from = b * block;
      int to = Math.min(centred.length, from + block);
      nested[b] = largest(centred, from, to);
      float divisor = Math.max(nested[b], SMALLEST);
      float inverse = 1 / divisor;
      for (int i = from; i < to; i++) {
        float scaled = to - from == block ? centred[i] * inverse : centred[i] / divisor;
        codes[i] = (byte) DynamicMap.code(Math.clamp(scaled, -1, 1));
      }
    }
    return new BlockScales.Doubled(codes, nested, offset);
  }

  @Override
  public boolean calibrated() {
    return false;
  }
}
