package dev.coderev.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.quantized.Codebook;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows rounded at once are, to the bit, those that are rounded group by group in plain loops. */
class RecordRoutineTests {

  private static final int COLUMNS = 768;

  static Stream<TileShape> shapes() {
    return Stream.of(
        new TileShape(16, COLUMNS, 8, 16, Offsets.NONE),
        new TileShape(16, COLUMNS, 4, 32, Offsets.NONE),
        new TileShape(16, COLUMNS, 8, 48, Offsets.PLAIN),
        new TileShape(16, COLUMNS, 4, 128, Offsets.IN_STEPS),
        new TileShape(16, COLUMNS, 4, 256, Offsets.NONE, Optional.of(Codebook.NF4)));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aRowIsRoundedToTheSameBits(TileShape shape) {
    Optional<MachineKernels> machine = MachineKernels.find();
    assumeTrue(machine.isPresent());
    var random = new Random(3);
    try (var alone = new Workers(1)) {
      for (int rows : new int[] {1, 12, 17}) {
        Activations x = Samples.activations(random, rows, COLUMNS);
        Arrays.fill(x.values(), 0, shape.group(), 0);
        x.values()[COLUMNS - 1] = -40_000;
        x.changed(rows);
        x.quantize(shape, machine.get(), alone);
        for (int row = 0; row < rows; row++) {
          for (int group = 0; group < shape.groups(); group++) {
            check(shape, x, row, group);
          }
        }
      }
    }
  }

  private static void check(TileShape shape, Activations x, int row, int group) {
    var scalar = new ScalarKernels();
    int at = row * COLUMNS + group * shape.group();
    float scale = scalar.most(x.values(), at, shape.group()) / Activations.most(shape);
    var bytes = new byte[shape.group()];
    float inverse = scale == 0 ? 0 : 1 / scale;
    int total = scalar.round(x.values(), at, shape.group(), inverse, bytes, 0);
    float unit = scale / shape.book().map(it -> CodeSteps.of(it).unit()).orElse(1);

    MemorySegment record = x.records().from(row).asSlice(group * x.records().nextOf(row));
    assertThat(record.get(LittleEndian.FLOAT, ByteRecords.SCALE)).isEqualTo(unit);
    assertThat(record.get(LittleEndian.FLOAT, ByteRecords.SUM)).isEqualTo(unit * total);
    assertThat(record.get(LittleEndian.INT, ByteRecords.START))
        .isEqualTo(-x.records().zero() * total);
    assertThat(record.asSlice(ByteRecords.HEAD, bytes.length).toArray(ValueLayout.JAVA_BYTE))
        .isEqualTo(bytes);
  }
}
