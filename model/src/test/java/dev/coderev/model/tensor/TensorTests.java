package dev.coderev.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TensorTests {

  private static Tensor tensor(DType dtype, String hex, long... dims) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return new Tensor("t", dtype, Shape.of(dims), MemorySegment.ofArray(bytes));
  }

  @Test
  void readsEveryPlainType() {
    assertThat(tensor(DType.F64, "000000000000f03f", 1).at(0)).isEqualTo(1f);
    assertThat(tensor(DType.F32, "0000003f 000080bf", 2).toFloats()).containsExactly(.5f, -1f);
    assertThat(tensor(DType.F16, "003c 00c0", 2).toFloats()).containsExactly(1f, -2f);
    assertThat(tensor(DType.BF16, "803f 00c0", 2).toFloats()).containsExactly(1f, -2f);
    assertThat(tensor(DType.F8_E4M3, "38 7e 01 b8", 4).toFloats())
        .containsExactly(1f, 448f, 0x1p-9f, -1f);
    assertThat(tensor(DType.F8_E5M2, "3c 7b 01", 3).toFloats())
        .containsExactly(1f, 57344f, 0x1p-16f);
    assertThat(tensor(DType.I64, "feffffffffffffff", 1).at(0)).isEqualTo(-2f);
    assertThat(tensor(DType.I32, "feffffff", 1).at(0)).isEqualTo(-2f);
    assertThat(tensor(DType.I16, "feff", 1).at(0)).isEqualTo(-2f);
    assertThat(tensor(DType.I8, "fe", 1).at(0)).isEqualTo(-2f);
    assertThat(tensor(DType.U64, "ffffffffffffffff", 1).at(0)).isEqualTo(0x1p64f);
    assertThat(tensor(DType.U32, "ffffffff", 1).at(0)).isEqualTo(0x1p32f);
    assertThat(tensor(DType.U16, "feff", 1).at(0)).isEqualTo(65534f);
    assertThat(tensor(DType.U8, "fe", 1).at(0)).isEqualTo(254f);
    assertThat(tensor(DType.BOOL, "0001", 2).toFloats()).containsExactly(0f, 1f);
  }

  @Test
  void readsTheKnownBlockOfQ4() {
    var tensor = tensor(DType.Q4_0, "003c 80 91 91 a2 a2 b3 b3 c4 c4 d5 d5 e6 e6 f7 f7 f8", 1, 32);
    assertThat(tensor.at(0)).isEqualTo(-8f);
    assertThat(tensor.at(16)).isEqualTo(0f);
    assertThat(tensor.at(31)).isEqualTo(7f);
    var middle = new float[4];
    tensor.readFloats(14, middle, 1, 3);
    assertThat(middle).containsExactly(0f, -1f, 0f, 0f);
  }

  @Test
  void refusesDataOfAnotherSize() {
    assertThatThrownBy(() -> tensor(DType.F32, "00", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("F32 [1] is not 1 bytes");
    assertThatThrownBy(() -> tensor(DType.Q8_0, "", 2, 16))
        .hasMessageContaining("do not fill whole blocks");
    assertThatThrownBy(() -> tensor(DType.F16, "003c", 1).at(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void endsWithItsArena() {
    Tensor tensor;
    try (var arena = Arena.ofConfined()) {
      tensor = new Tensor("t", DType.F32, Shape.of(2), arena.allocate(8));
      assertThat(tensor.at(1)).isZero();
    }
    assertThatThrownBy(() -> tensor.at(1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shapesCountRowsAndColumns() {
    assertThat(Shape.of().elements()).isEqualTo(1);
    assertThat(Shape.of(3, 0, 2).elements()).isZero();
    assertThat(Shape.of(3, 4, 5).rows()).isEqualTo(12);
    assertThat(Shape.of(3, 4, 5).columns()).isEqualTo(5);
    assertThatThrownBy(() -> Shape.of(1L << 40, 1L << 40))
        .hasMessageContaining("too many elements");
    assertThatThrownBy(() -> Shape.of(-1)).hasMessageContaining("negative");
  }

  @Test
  void roundsToTheNearestBf16() {
    assertThat(Bf16.fromFloat(1f)).isEqualTo((short) 0x3f80);
    assertThat(Bf16.fromFloat(0x1.01p0f)).isEqualTo((short) 0x3f80);
    assertThat(Bf16.fromFloat(0x1.03p0f)).isEqualTo((short) 0x3f82);
    assertThat(Bf16.fromFloat(Float.MAX_VALUE)).isEqualTo((short) 0x7f80);
    assertThat(Bf16.toFloat(Bf16.fromFloat(Float.NaN))).isNaN();
    for (int bits = 0; bits < 65536; bits++) {
      float value = Bf16.toFloat((short) bits);
      if (!Float.isNaN(value)) {
        assertThat(Bf16.fromFloat(value)).isEqualTo((short) bits);
      }
    }
  }
}
