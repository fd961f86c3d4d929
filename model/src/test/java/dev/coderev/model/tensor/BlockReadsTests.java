package dev.coderev.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The block types against the equations of the format, written out weight by weight. */
class BlockReadsTests {

  private static final int[] SCALES = {1, 2, 3, 4, 33, 34, 47, 63};
  private static final int[] MINIMA = {5, 6, 7, 8, 48, 35, 16, 62};
  private static final byte[] PACKED = HexFormat.of().parseHex("818283c4c58647c801320fef");

  private static ByteBuffer block(DType dtype) {
    return ByteBuffer.allocate(dtype.blockBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static float[] read(DType dtype, ByteBuffer block) {
    var data = MemorySegment.ofBuffer(block.flip());
    return new Tensor("t", dtype, Shape.of(dtype.blockElements()), data).toFloats();
  }

  private static short half(float value) {
    return Float.floatToFloat16(value);
  }

  private static int[] codes(int count, int below) {
    return new Random(below).ints(count, 0, below).toArray();
  }

  @Test
  void readsFourBitsWithSixBitScales() {
    int[] q = codes(256, 16);
    ByteBuffer block = block(DType.Q4_K).putShort(half(0.5f)).putShort(half(0.25f)).put(PACKED);
    for (int pair = 0; pair < 4; pair++) {
      for (int l = 0; l < 32; l++) {
        block.put((byte) (q[pair * 64 + l] | q[pair * 64 + 32 + l] << 4));
      }
    }
    float[] values = read(DType.Q4_K, block);
    for (int i = 0; i < 256; i++) {
      assertThat(values[i]).isEqualTo(0.5f * SCALES[i / 32] * q[i] - 0.25f * MINIMA[i / 32]);
    }
  }

  @Test
  void readsFiveBitsWithSixBitScales() {
    int[] q = codes(256, 32);
    ByteBuffer block = block(DType.Q5_K).putShort(half(0.5f)).putShort(half(0.25f)).put(PACKED);
    for (int l = 0; l < 32; l++) {
      int high = 0;
      for (int j = 0; j < 8; j++) {
        high |= (q[j * 32 + l] >> 4) << j;
      }
      block.put((byte) high);
    }
    for (int pair = 0; pair < 4; pair++) {
      for (int l = 0; l < 32; l++) {
        block.put((byte) ((q[pair * 64 + l] & 15) | (q[pair * 64 + 32 + l] & 15) << 4));
      }
    }
    float[] values = read(DType.Q5_K, block);
    for (int i = 0; i < 256; i++) {
      assertThat(values[i]).isEqualTo(0.5f * SCALES[i / 32] * q[i] - 0.25f * MINIMA[i / 32]);
    }
  }

  @Test
  void readsSixBitsInTwoHalves() {
    int[] q = codes(256, 64);
    var low = new byte[128];
    var high = new byte[64];
    for (int half = 0; half < 2; half++) {
      for (int l = 0; l < 32; l++) {
        int at = half * 128 + l;
        low[half * 64 + l] = (byte) ((q[at] & 15) | (q[at + 64] & 15) << 4);
        low[half * 64 + 32 + l] = (byte) ((q[at + 32] & 15) | (q[at + 96] & 15) << 4);
        high[half * 32 + l] =
            (byte)
                ((q[at] >> 4)
                    | (q[at + 32] >> 4) << 2
                    | (q[at + 64] >> 4) << 4
                    | (q[at + 96] >> 4) << 6);
      }
    }
    ByteBuffer block = block(DType.Q6_K).put(low).put(high);
    for (int i = 0; i < 16; i++) {
      block.put((byte) (i * 7 - 50));
    }
    block.putShort(half(0.125f));
    float[] values = read(DType.Q6_K, block);
    for (int i = 0; i < 256; i++) {
      assertThat(values[i]).as("weight " + i).isEqualTo(0.125f * (i / 16 * 7 - 50) * (q[i] - 32));
    }
  }

  @Test
  void readsOffsetsAndFifthBits() {
    int[] q = codes(32, 32);
    int high = 0;
    for (int j = 0; j < 32; j++) {
      high |= (q[j] >> 4) << j;
    }
    ByteBuffer five = block(DType.Q5_1).putShort(half(0.5f)).putShort(half(-3)).putInt(high);
    ByteBuffer plain = block(DType.Q5_0).putShort(half(0.5f)).putInt(high);
    ByteBuffer four = block(DType.Q4_1).putShort(half(0.5f)).putShort(half(-3));
    for (int j = 0; j < 16; j++) {
      byte pair = (byte) ((q[j] & 15) | (q[j + 16] & 15) << 4);
      five.put(pair);
      plain.put(pair);
      four.put(pair);
    }
    float[] fives = read(DType.Q5_1, five);
    float[] plains = read(DType.Q5_0, plain);
    float[] fours = read(DType.Q4_1, four);
    for (int j = 0; j < 32; j++) {
      assertThat(fives[j]).isEqualTo(0.5f * q[j] - 3);
      assertThat(plains[j]).isEqualTo(0.5f * (q[j] - 16));
      assertThat(fours[j]).isEqualTo(0.5f * (q[j] & 15) - 3);
    }
  }
}
