package dev.coderev.model.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncoderTests {

  private static final Rounding NEAREST = new Rounding.Nearest();

  private record Stored(Tensor tensor, Losses losses) {
    float[] floats() {
      return tensor.toFloats();
    }
  }

  private static Stored store(DType dtype, Rounding rounding, float... values) {
    MemorySegment into = MemorySegment.ofArray(new byte[(int) dtype.bytes(values.length)]);
    Losses losses = new Encoder("t", dtype, rounding).encode(values, values.length, 0, into);
    return new Stored(new Tensor("t", dtype, Shape.of(values.length), into), losses);
  }

  private static float[] ramp() {
    var values = new float[32];
    for (int j = 0; j < 32; j++) {
      values[j] = (j - 16) / 2f;
    }
    return values;
  }

  private static String hex(Stored stored) {
    return HexFormat.of().formatHex(stored.tensor().data().toArray(ValueLayout.JAVA_BYTE));
  }

  @Test
  void givesTheKnownBlocks() {
    assertThat(hex(store(DType.Q4_0, NEAREST, ramp())))
        .isEqualTo("003c" + "809191a2a2b3b3c4c4d5d5e6e6f7f7f8");
    Stored eight = store(DType.Q8_0, NEAREST, ramp());
    assertThat(hex(eight)).startsWith("082c");
    int[] codes = {
      -127, -119, -111, -103, -95, -87, -79, -71, -64, -56, -48, -40, -32, -24, -16, -8, 0, 8, 16,
      24, 32, 40, 48, 56, 64, 71, 79, 87, 95, 103, 111, 119
    };
    for (int j = 0; j < 32; j++) {
      assertThat(eight.tensor().data().get(ValueLayout.JAVA_BYTE, 2 + j))
          .isEqualTo((byte) codes[j]);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0"})
  void blocksStayWithinHalfAStep(DType dtype) {
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      var values = new float[64];
      float largest = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
        largest = Math.max(largest, Math.abs(values[i]));
      }
      float[] back = store(dtype, NEAREST, values).floats();
      double steps = dtype == DType.Q8_0 ? 127 : dtype.name().startsWith("Q5") ? 15 : 7;
      for (int i = 0; i < values.length; i++) {
        assertThat(back[i]).isCloseTo(values[i], within((float) (largest / steps * 1.02)));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0"})
  void zerosStayZero(DType dtype) {
    assertThat(store(dtype, NEAREST, new float[32]).floats()).containsOnly(0f);
    assertThat(store(dtype, new Rounding.Stochastic(1), new float[32]).floats()).containsOnly(0f);
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void everyStoredValueComesBack(DType dtype) {
    for (int bits = 0; bits < 65536; bits++) {
      var data = MemorySegment.ofArray(new byte[] {(byte) bits, (byte) (bits >> 8)});
      float value = new Tensor("t", dtype, Shape.of(1), data).at(0);
      if (!Float.isNaN(value)) {
        assertThat(hex(store(dtype, NEAREST, value)))
            .isEqualTo(HexFormat.of().formatHex(data.toArray(ValueLayout.JAVA_BYTE)));
        if (Float.isFinite(value)) {
          assertThat(store(dtype, new Rounding.Stochastic(bits), value).floats()[0])
              .isEqualTo(value);
        }
      }
    }
  }

  @Test
  void countsWhatIsTooLarge() {
    Stored half =
        store(DType.F16, NEAREST, 65504, 65519, 65520, -1e6f, Float.NaN, Float.NEGATIVE_INFINITY);
    assertThat(half.floats())
        .containsExactly(65504, 65504, 65504, -65504, Float.NaN, Float.NEGATIVE_INFINITY);
    assertThat(half.losses().overflows()).isEqualTo(2);
    assertThat(half.losses().nonFinite()).isEqualTo(2);
    assertThat(store(DType.BF16, NEAREST, Float.MAX_VALUE, 1).losses().overflows()).isEqualTo(1);
    assertThat(store(DType.F32, NEAREST, Float.MAX_VALUE).losses())
        .isEqualTo(new Losses(0, 0, 0, (double) Float.MAX_VALUE * Float.MAX_VALUE));
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16", "Q8_0", "Q4_0"})
  void chanceKeepsTheMean(DType dtype) {
    int count = 32 * 2000;
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i % 32 == 0 ? 1f : 0.3301f;
    }
    float[] back = store(dtype, new Rounding.Stochastic(9), values).floats();
    double mean = 0;
    int kinds =
        (int)
            IntStream.range(0, count)
                .filter(i -> i % 32 != 0)
                .mapToObj(i -> back[i])
                .distinct()
                .count();
    for (int i = 0; i < count; i++) {
      mean += i % 32 == 0 ? 0 : back[i];
    }
    assertThat(kinds).isEqualTo(2);
    assertThat(mean / (count / 32 * 31)).isCloseTo(0.3301, within(0.002));
  }

  @Test
  void chanceDependsOnSeedNameAndIndexOnly() {
    var values = new float[64];
    Arrays.fill(values, 0.1f);
    String once = hex(store(DType.BF16, new Rounding.Stochastic(1), values));
    assertThat(hex(store(DType.BF16, new Rounding.Stochastic(1), values))).isEqualTo(once);
    assertThat(hex(store(DType.BF16, new Rounding.Stochastic(2), values))).isNotEqualTo(once);
    MemorySegment tail = MemorySegment.ofArray(new byte[64]);
    new Encoder("t", DType.BF16, new Rounding.Stochastic(1))
        .encode(Arrays.copyOf(values, 32), 32, 32, tail);
    assertThat(HexFormat.of().formatHex(tail.toArray(ValueLayout.JAVA_BYTE)))
        .isEqualTo(once.substring(128));
  }

  @Test
  void refusesWhatATypeCannotHold() {
    var values = new float[32];
    values[7] = Float.NaN;
    assertThatThrownBy(() -> store(DType.Q4_0, NEAREST, values))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("t: element 7 is NaN");
    assertThatThrownBy(() -> new Encoder("t", DType.I8, NEAREST))
        .hasMessageContaining("cannot be written as I8");
  }

  @Test
  void choosesTypesByNameAndShape() {
    var exceptions = new LinkedHashMap<String, DType>(Map.of("lm_head.*", DType.Q8_0));
    var directory = TypePlan.forDirectory(DType.Q4_0, exceptions);
    assertThat(directory.type("model.layers.0.mlp.up_proj.weight", Shape.of(8, 64)))
        .isEqualTo(DType.Q4_0);
    assertThat(directory.type("model.layers.0.mlp.up_proj.weight", Shape.of(8, 48)))
        .isEqualTo(DType.F16);
    assertThat(directory.type("model.embed_tokens.weight", Shape.of(8, 64))).isEqualTo(DType.F16);
    assertThat(directory.type("model.norm.weight", Shape.of(64))).isEqualTo(DType.F16);
    assertThat(directory.type("lm_head.weight", Shape.of(8, 64))).isEqualTo(DType.Q8_0);
    var gguf = TypePlan.forGguf(DType.Q4_0, new LinkedHashMap<>());
    assertThat(gguf.type("model.embed_tokens.weight", Shape.of(8, 64))).isEqualTo(DType.Q4_0);
    assertThat(gguf.type("model.norm.weight", Shape.of(64))).isEqualTo(DType.F32);
    assertThat(TypePlan.word("int8")).contains(DType.Q8_0);
    assertThat(TypePlan.word("fp16")).contains(DType.F16);
    assertThat(TypePlan.word("u8")).isEmpty();
  }
}
