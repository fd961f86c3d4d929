package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightMemoryTests {

  @Test
  void piecesAreZeroedAlignedAndApart() {
    try (var memory = new WeightMemory()) {
      var pieces = new ArrayList<MemorySegment>();
      for (long size : List.of(1L, 100L, 64L, 5L << 20, 40L << 20, 31L << 20, 31L << 20, 7L)) {
        MemorySegment piece = memory.allocate(size);
        assertThat(piece.byteSize()).isEqualTo(size);
        assertThat(piece.address() % 64).isZero();
        assertThat(piece.get(ValueLayout.JAVA_BYTE, 0)).isZero();
        assertThat(piece.get(ValueLayout.JAVA_BYTE, size - 1)).isZero();
        piece.fill((byte) pieces.size());
        pieces.add(piece);
      }
      for (int i = 0; i < pieces.size(); i++) {
        MemorySegment piece = pieces.get(i);
        assertThat(piece.get(ValueLayout.JAVA_BYTE, 0)).isEqualTo((byte) i);
        assertThat(piece.get(ValueLayout.JAVA_BYTE, piece.byteSize() - 1)).isEqualTo((byte) i);
      }
    }
  }

  @Test
  void closingEndsTheLifeOfItsPieces() {
    MemorySegment piece;
    try (var memory = new WeightMemory()) {
      piece = memory.allocate(3L << 20);
    }
    assertThatThrownBy(() -> piece.get(ValueLayout.JAVA_BYTE, 0))
        .isInstanceOf(IllegalStateException.class);
  }
}
