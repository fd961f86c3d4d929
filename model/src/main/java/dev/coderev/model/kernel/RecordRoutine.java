package dev.coderev.model.kernel;

import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RSI;

import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Assembler.Label;
import dev.coderev.model.machine.Routine;
import java.lang.foreign.MemorySegment;

/**
 * The code that rounds a row of activations to the bytes of {@link ByteRecords}, group by group:
 *
 * <pre>
 * scale = max |x| / most   q = round(x / scale)   record: scale / unit | scale / unit · Σ q | −zero · Σ q | q
 * </pre>
 *
 * The largest is found among the bits, so that what is no number stays so.
 *
 * @param group columns that share a scale, a multiple of 16 and at most {@value #MOST}
 */
record RecordRoutine(int group) implements MachineCode {

  static final int MOST = 256;

  private static final int LANES = 16;
  private static final float LEAST_SCALE = 1e-36f;

  // Vector registers.
  private static final int X = 0;
  private static final int LARGEST = 1;
  private static final int TOTAL = 2;
  private static final int SCALE = 3;
  private static final int INVERSE = 4;
  private static final int BITS = 24;
  private static final int LEVELS = 25;
  private static final int ONE = 26;
  private static final int LEAST = 27;
  private static final int UNIT = 28;

  /** What the code is told in memory, 64 bits each. */
  private enum Argument {
    GROUPS,
    NEXT_RECORD,
    MAGNITUDE,
    LEVELS,
    ONE,
    LEAST,
    UNIT,
    MINUS_ZERO;

    int at() {
      return ordinal() * Long.BYTES;
    }
  }

  static boolean fits(TileShape shape) {
    return shape.group() <= MOST && shape.columns() % shape.group() == 0;
  }

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    code.loadEach(BITS, RCX, Argument.MAGNITUDE.at());
    code.loadEach(LEVELS, RCX, Argument.LEVELS.at());
    code.loadEach(ONE, RCX, Argument.ONE.at());
    code.loadEach(LEAST, RCX, Argument.LEAST.at());
    code.loadEach(UNIT, RCX, Argument.UNIT.at());
    code.load(R8, RCX.at(Argument.GROUPS.at()));
    Label record = code.here();
    scale(code);
    code.xor(TOTAL, TOTAL, TOTAL);
    for (int c = 0; c < group; c += LANES) {
      code.load(X, RDI.at(c * Float.BYTES));
      code.multiply(X, X, INVERSE);
      code.toIntegers(X, X);
      code.addIntegers(TOTAL, TOTAL, X);
      code.storeBytes(RSI.at(ByteRecords.HEAD + c), X);
    }
    head(code);
    code.add(RDI, group * Float.BYTES);
    code.add(RSI, RCX.at(Argument.NEXT_RECORD.at()));
    code.loop(R8, record);
    code.end();
    return code.toBytes();
  }

  private void scale(Assembler code) {
    code.xor(LARGEST, LARGEST, LARGEST);
    for (int c = 0; c < group; c += LANES) {
      code.load(X, RDI.at(c * Float.BYTES));
      code.and(X, X, BITS);
      code.maxIntegers(LARGEST, LARGEST, X);
    }
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapQuarters(X, LARGEST, order);
      code.maxIntegers(LARGEST, LARGEST, X);
    }
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapFloats(X, LARGEST, order);
      code.maxIntegers(LARGEST, LARGEST, X);
    }
    code.divide(SCALE, LARGEST, LEVELS);
    code.max(INVERSE, LEAST, SCALE);
    code.divide(INVERSE, ONE, INVERSE);
    code.divide(SCALE, SCALE, UNIT);
  }

  private static void head(Assembler code) {
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapQuarters(X, TOTAL, order);
      code.addIntegers(TOTAL, TOTAL, X);
    }
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapFloats(X, TOTAL, order);
      code.addIntegers(TOTAL, TOTAL, X);
    }
    code.storeFirst(RSI.at(ByteRecords.SCALE), SCALE);
    code.toFloats(X, TOTAL);
    code.multiply(X, X, SCALE);
    code.storeFirst(RSI.at(ByteRecords.SUM), X);
    code.multiplyIntegers(TOTAL, TOTAL, RCX.eachAt(Argument.MINUS_ZERO.at()));
    code.storeFirst(RSI.at(ByteRecords.START), TOTAL);
  }

  /** Rounds the row that begins at {@code at} to row {@code row} of the records. */
  static void call(Routine code, TileShape shape, float[] x, int at, ByteRecords records, int row) {
    int unit = shape.book().map(it -> CodeSteps.of(it).unit()).orElse(1);
    long[] arguments = {
      shape.groups(),
      records.nextOf(row),
      Integer.MAX_VALUE,
      bits(Activations.most(shape)),
      bits(1),
      bits(LEAST_SCALE),
      bits(unit),
      Integer.toUnsignedLong(-records.zero())
    };
    MemorySegment target = records.from(row);
    code.call(
        MemorySegment.ofArray(x).asSlice((long) at * Float.BYTES, shape.columns() * 4L),
        target,
        target,
        MemorySegment.ofArray(arguments));
  }

  private static long bits(float value) {
    return Integer.toUnsignedLong(Float.floatToIntBits(value));
  }
}
