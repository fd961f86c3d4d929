package dev.coderev.model.tensor;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/**
 * The scalar reference that turns stored elements into floats, one element or one block at a time.
 */
final class ScalarReads {

  private ScalarReads() {}

  static void read(
      DType dtype, MemorySegment data, long from, float[] into, int offset, int count) {
    if (dtype.isBlock()) {
      readBlocks(dtype, data, from, into, offset, count);
      return;
    }
    int size = dtype.blockBytes();
    long at = from * size;
    for (int i = 0; i < count; i++, at += size) {
      into[offset + i] = plain(dtype, data, at);
    }
  }

  private static float plain(DType dtype, MemorySegment data, long at) {
    return switch (dtype) {
      case F64 -> (float) data.get(LittleEndian.DOUBLE, at);
      case F32 -> data.get(LittleEndian.FLOAT, at);
      case F16 -> Float.float16ToFloat(data.get(LittleEndian.SHORT, at));
      case BF16 -> Bf16.toFloat(data.get(LittleEndian.SHORT, at));
      case F8_E4M3 -> Float8.e4m3ToFloat(data.get(JAVA_BYTE, at));
      case F8_E5M2 -> Float8.e5m2ToFloat(data.get(JAVA_BYTE, at));
      case I64 -> data.get(LittleEndian.LONG, at);
      case I32 -> data.get(LittleEndian.INT, at);
      case I16 -> data.get(LittleEndian.SHORT, at);
      case I8 -> data.get(JAVA_BYTE, at);
      case U64 -> unsigned(data.get(LittleEndian.LONG, at));
      case U32 -> data.get(LittleEndian.INT, at) & 0xffff_ffffL;
      case U16 -> data.get(LittleEndian.SHORT, at) & 0xffff;
      case U8 -> data.get(JAVA_BYTE, at) & 0xff;
      case BOOL -> data.get(JAVA_BYTE, at) == 0 ? 0 : 1;
      default -> throw new IllegalArgumentException(dtype + " is a block type");
    };
  }

  /** Halving keeps the lowest bit sticky, so that the one rounding is that of the whole value. */
  private static float unsigned(long value) {
    return value >= 0 ? (float) value : (float) ((value >>> 1) | (value & 1)) * 2;
  }

  private static void readBlocks(
      DType dtype, MemorySegment data, long from, float[] into, int offset, int count) {
    int width = dtype.blockElements();
    var block = new float[width];
    long index = from / width;
    int skip = (int) (from % width);
    int done = 0;
    while (done < count) {
      ScalarBlocks.read(dtype, data, index * dtype.blockBytes(), block);
      int taken = Math.min(width - skip, count - done);
      System.arraycopy(block, skip, into, offset + done, taken);
      done += taken;
      skip = 0;
      index++;
    }
  }
}
