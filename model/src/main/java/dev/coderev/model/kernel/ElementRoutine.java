package dev.coderev.model.kernel;

import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;

import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Assembler.Label;
import dev.coderev.model.machine.Routine;
import java.lang.foreign.MemorySegment;

/**
 * The code of a transformer's work on single numbers, sixteen at a time: x is read at RDI, w at
 * RSI, y written at RDX. It needs no time to be compiled, other than the Vector API.
 */
enum ElementRoutine implements MachineCode {
  /** {@code y = x · w / sqrt(Σ x² · a + b)}. */
  NORM {
    @Override
    void body(Assembler code) {
      code.xor(SUM, SUM, SUM);
      code.load(R8, RCX.at(STEPS * Long.BYTES));
      Label square = code.here();
      code.load(X, RDI.at(0));
      code.addProduct(SUM, X, X);
      code.add(RDI, BYTES);
      code.loop(R8, square);
      for (int order : new int[] {0x4e, 0xb1}) {
        code.swapQuarters(X, SUM, order);
        code.add(SUM, SUM, X);
      }
      for (int order : new int[] {0x4e, 0xb1}) {
        code.swapFloats(X, SUM, order);
        code.add(SUM, SUM, X);
      }
      code.multiply(SUM, SUM, RCX.eachAt(A * Long.BYTES));
      code.add(SUM, SUM, RCX.eachAt(B * Long.BYTES));
      code.root(SUM, SUM);
      code.loadEach(X, RCX, ONE * Long.BYTES);
      code.divide(SUM, X, SUM);
      code.add(RDI, RCX.at(BACK * Long.BYTES));
      code.load(R8, RCX.at(STEPS * Long.BYTES));
      Label scale = code.here();
      code.load(X, RDI.at(0));
      code.multiply(X, X, SUM);
      code.multiply(X, X, RSI.at(0));
      next(code, scale);
    }
  },

  /** {@code y = x / (1 + exp(−x)) · w}. */
  GATE {
    @Override
    void body(Assembler code) {
      EXP.begin(code);
      code.xor(ZERO, ZERO, ZERO);
      code.load(R8, RCX.at(STEPS * Long.BYTES));
      Label step = code.here();
      code.load(X, RDI.at(0));
      code.subtract(SUM, ZERO, X);
      EXP.of(code, SUM, true, 8, 9, 10);
      code.add(SUM, SUM, RCX.eachAt(ONE * Long.BYTES));
      code.divide(X, X, SUM);
      code.multiply(X, X, RSI.at(0));
      next(code, step);
    }
  },

  /** {@code y += a · x}; w is not read. */
  ADD {
    @Override
    void body(Assembler code) {
      code.loadEach(SUM, RCX, A * Long.BYTES);
      code.load(R8, RCX.at(STEPS * Long.BYTES));
      Label step = code.here();
      code.load(X, RDX.at(0));
      code.addProduct(X, SUM, RDI.at(0));
      next(code, step);
    }
  };

  /** Numbers of a step. */
  static final int LANES = 16;

  private static final int BYTES = LANES * Float.BYTES;

  // What the code is told in memory, 64 bits each.
  private static final int STEPS = 0;
  private static final int BACK = 1;
  private static final int A = 2;
  private static final int B = 3;
  private static final int ONE = 4;
  private static final int EXPONENTIAL = 5;

  private static final int X = 0;
  private static final int SUM = 1;
  private static final int ZERO = 2;
  private static final Exponential EXP = new Exponential(RCX, EXPONENTIAL * Long.BYTES, 29, 30, 31);

  abstract void body(Assembler code);

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    body(code);
    code.end();
    return code.toBytes();
  }

  private static void next(Assembler code, Label start) {
    code.store(RDX.at(0), X);
    code.add(RDI, BYTES);
    code.add(RSI, BYTES);
    code.add(RDX, BYTES);
    code.loop(R8, start);
  }

  /**
   * Runs the code.
   *
   * @param count a multiple of {@value #LANES}
   */
  static void call(Routine code, Floats x, Floats w, Floats y, int count, float a, float b) {
    var arguments = new long[EXPONENTIAL + Exponential.WORDS];
    arguments[STEPS] = count / LANES;
    arguments[BACK] = -(long) count * Float.BYTES;
    arguments[A] = Integer.toUnsignedLong(Float.floatToIntBits(a));
    arguments[B] = Integer.toUnsignedLong(Float.floatToIntBits(b));
    arguments[ONE] = Integer.toUnsignedLong(Float.floatToIntBits(1));
    Exponential.constants(arguments, EXPONENTIAL);
    code.call(
        x.segment(count), w.segment(count), y.segment(count), MemorySegment.ofArray(arguments));
  }

  /** Numbers of an array from an index on. */
  static final class Floats {
    private final float[] array;
    private final int at;

    Floats(float[] array, int at) {
      this.array = array;
      this.at = at;
    }

    private MemorySegment segment(int count) {
      return MemorySegment.ofArray(array)
          .asSlice((long) at * Float.BYTES, (long) count * Float.BYTES);
    }
  }
}
