package dev.coderev.model.kernel;

import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Register;

/**
 * The code of exp for sixteen floats, within two units in the last place:
 *
 * <pre>
 * x within ±{@value #MOST}   n = round(x / ln 2)   f = x / ln 2 − n   exp(x) = 2ⁿ · Σ (f · ln 2)ᵏ / k!   k ≤ 6
 * </pre>
 *
 * @param numbers points to the arguments
 * @param at where {@link #constants} begin behind it
 * @param most register that holds {@value #MOST} in all lanes, when x may be large
 * @param least register that holds −{@value #MOST}
 * @param inverse register that holds 1 / ln 2
 */
record Exponential(Register numbers, int at, int most, int least, int inverse) {

  /** Beyond it the result is 0 or infinite. */
  private static final int MOST = 140;

  private static final double INVERSE = 1 / Math.log(2);
  private static final int LOW = 3;
  private static final int DEGREE = 6;
  private static final int FIRST_FACTOR = 4;

  /** 64-bit words that the constants take. */
  static final int WORDS = FIRST_FACTOR + DEGREE + 1;

  /** ±{@value #MOST}, 1 / ln 2 in two parts, (ln 2)ᵏ / k! from high k on. */
  private static final long[] CONSTANTS = constants();

  private static long[] constants() {
    var constants = new long[WORDS];
    constants[0] = bits(MOST);
    constants[1] = bits(-MOST);
    constants[2] = bits(INVERSE);
    constants[LOW] = bits(INVERSE - (float) INVERSE);
    double factor = 1;
    for (int k = 0; k <= DEGREE; k++) {
      constants[FIRST_FACTOR + DEGREE - k] = bits(factor);
      factor *= Math.log(2) / (k + 1);
    }
    return constants;
  }

  private static long bits(double value) {
    return Integer.toUnsignedLong(Float.floatToIntBits((float) value));
  }

  /** Writes the constants into arguments, from an index on. */
  static void constants(long[] arguments, int from) {
    System.arraycopy(CONSTANTS, 0, arguments, from, WORDS);
  }

  private int place(int index) {
    return at + index * Long.BYTES;
  }

  /** Fills the registers that hold constants. */
  void begin(Assembler code) {
    code.loadEach(most, numbers, place(0));
    code.loadEach(least, numbers, place(1));
    code.loadEach(inverse, numbers, place(2));
  }

  /**
   * Replaces x by exp(x); a, b and c are changed. What is no number stays so.
   *
   * @param large whether x may exceed {@value #MOST}
   */
  void of(Assembler code, int x, boolean large, int a, int b, int c) {
    code.max(x, least, x);
    if (large) {
      code.min(x, most, x);
    }
    code.multiply(a, x, inverse);
    code.round(a, a);
    code.round(b, a);
    code.subtractFromProduct(b, x, inverse);
    code.addProduct(b, x, numbers.eachAt(place(LOW)));
    code.loadEach(c, numbers, place(FIRST_FACTOR));
    for (int k = 1; k <= DEGREE; k++) {
      code.multiplyAdd(c, b, numbers.eachAt(place(FIRST_FACTOR + k)));
    }
    code.scaleByPower(x, c, a);
  }
}
