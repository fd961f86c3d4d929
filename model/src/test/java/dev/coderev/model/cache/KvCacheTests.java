package dev.coderev.model.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coderev.model.ModelException;
import dev.coderev.model.kernel.HeadPage;
import dev.coderev.model.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KvCacheTests {

  private static final int DIM = 6;

  private static KvCache cache(KvPrecision precision, int positions) {
    return new KvCache(new KvShape(2, 3, DIM, precision), new ScalarKernels(), positions);
  }

  private static void write(KvSequence sequence, int position, float value) {
    var vector = new float[DIM];
    for (int layer = 0; layer < 2; layer++) {
      for (int kind = 0; kind < 2; kind++) {
        for (int head = 0; head < 3; head++) {
          for (int i = 0; i < DIM; i++) {
            vector[i] = value + layer + 10 * kind + 100 * head + 0.1f * i;
          }
          sequence.write(layer, kind, head, position, vector, 0);
        }
      }
    }
  }

  private static float read(KvSequence sequence, int layer, int kind, int head, int position) {
    int slot = position % KvShape.PAGE;
    var floats = new float[KvShape.PAGE * DIM];
    HeadPage page = sequence.page(layer, head, position / KvShape.PAGE, slot + 1);
    if (kind == KvSequence.KEYS) {
      page.readKeys(new ScalarKernels(), floats);
      return floats[slot];
    }
    page.readValues(new ScalarKernels(), floats);
    return floats[slot * DIM];
  }

  @ParameterizedTest
  @EnumSource
  void whatWasWrittenIsRead(KvPrecision precision) {
    try (var cache = cache(precision, 128);
        var sequence = cache.open()) {
      sequence.extend(40);
      for (int i = 0; i < 40; i++) {
        write(sequence, i, i);
      }
      for (int i = 0; i < 40; i += 13) {
        assertThat(read(sequence, 1, KvSequence.VALUES, 2, i)).isCloseTo(i + 211f, within(1.2f));
        assertThat(read(sequence, 0, KvSequence.KEYS, 0, i)).isCloseTo(i, within(0.2f));
        var keys = new float[KvShape.PAGE * DIM];
        sequence.page(1, 2, i / KvShape.PAGE, KvShape.PAGE).readKeys(new ScalarKernels(), keys);
        assertThat(keys[3 * KvShape.PAGE + i % KvShape.PAGE]).isCloseTo(i + 201.3f, within(1.2f));
      }
      assertThat(cache.bytes()).isEqualTo(2 * cache.shape().pageBytes());
    }
  }

  @Test
  void aForkSharesPagesUntilItWrites() {
    try (var cache = cache(KvPrecision.F16, 256);
        var sequence = cache.open()) {
      sequence.extend(40);
      for (int i = 0; i < 40; i++) {
        write(sequence, i, i);
      }
      try (var fork = sequence.fork(35)) {
        assertThat(cache.freePages()).isEqualTo(6);
        fork.extend(1);
        write(fork, 35, 1000);
        assertThat(cache.freePages()).isEqualTo(5);
        assertThat(read(fork, 0, 0, 0, 35)).isEqualTo(1000);
        assertThat(read(fork, 0, 0, 0, 34)).isEqualTo(34);
        assertThat(read(sequence, 0, 0, 0, 35)).isEqualTo(35);
        sequence.truncate(3);
        assertThat(read(fork, 0, 0, 0, 34)).isEqualTo(34);
      }
      assertThat(cache.freePages()).isEqualTo(7);
    }
  }

  @Test
  void aFullCacheLeavesTheSequenceAsItWas() {
    try (var cache = cache(KvPrecision.INT8, 64);
        var sequence = cache.open();
        var other = cache.open()) {
      other.extend(1);
      sequence.extend(20);
      assertThatThrownBy(() -> sequence.extend(13))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("full");
      assertThat(sequence.length()).isEqualTo(20);
      other.truncate(0);
      sequence.extend(13);
      assertThat(sequence.length()).isEqualTo(33);
    }
  }

  @Test
  void forkingBeyondTheEndIsRefused() {
    try (var cache = cache(KvPrecision.F16, 64);
        var sequence = cache.open()) {
      assertThatThrownBy(() -> sequence.fork(1)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> sequence.truncate(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPageTellsThatANumberDoesNotFitIt(KvPrecision precision) {
    try (var cache = cache(precision, 64)) {
      try (var sequence = cache.open()) {
        sequence.extend(33);
        write(sequence, 3, 65_000);
        assertThat(sequence.page(0, 0, 0, 4).finite()).isTrue();
        write(sequence, 32, precision == KvPrecision.F16 ? 65_520 : Float.NaN);
        assertThat(sequence.page(0, 0, 0, 4).finite()).isTrue();
        assertThat(sequence.page(0, 0, 1, 1).finite()).isFalse();
        try (var fork = sequence.fork(33)) {
          sequence.truncate(0);
          assertThat(fork.page(0, 0, 1, 1).finite()).isFalse();
          fork.extend(1);
          assertThat(fork.page(0, 0, 1, 1).finite()).isFalse();
        }
      }
      try (var again = cache.open()) {
        again.extend(33);
        assertThat(again.page(0, 0, 1, 1).finite()).isTrue();
      }
    }
  }
}
