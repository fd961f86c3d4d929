package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.QueryPanel.LANES;
import static dev.coderev.model.kernel.QueryPanel.STATE;
import static dev.coderev.model.machine.Register.R10;
import static dev.coderev.model.machine.Register.R11;
import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.R9;
import static dev.coderev.model.machine.Register.RAX;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;

import dev.coderev.model.machine.Address;
import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Assembler.Label;
import dev.coderev.model.tensor.DType;

/**
 * The code that lets some queries of a {@link QueryPanel} look at a {@link HeadPage}: scores of all
 * its positions in two vectors for each query, their exponentials, the weighted sum of the values.
 * Halves and bytes become floats as they are loaded.
 *
 * @param queries at most {@value #MOST}
 * @param dim a multiple of 16
 * @param type how keys and values are stored
 */
record AttentionRoutine(int queries, int dim, DType type) implements MachineCode {

  /** Queries whose scores fit the vector registers. */
  static final int MOST = 12;

  /** Queries whose sums do, four vectors each. */
  private static final int MOST_SUMS = 7;

  private static final int LINE = 64;
  private static final int PAGE_BYTES = HeadPage.POSITIONS * Float.BYTES;

  // Vector registers above the scores.
  private static final int KEY = 24;
  private static final int A = 24;
  private static final int B = 25;
  private static final int C = 26;
  private static final int MAXIMUM = 27;
  private static final int SHRINK = 28;
  private static final Exponential EXP =
      new Exponential(RCX, Argument.EXPONENTIAL.at(), 29, 30, 31);

  /**
   * What the code is told in memory, 64 bits each; parts of the panel as distances from its
   * queries, masks from its scores, the next page's keys from these values.
   */
  enum Argument {
    HELD,
    SUMS,
    STATES,
    SCORES,
    MASKS_BEHIND,
    NEXT,
    EXPONENTIAL;

    static final int WORDS = EXPONENTIAL.ordinal() + Exponential.WORDS;

    int at() {
      return ordinal() * Long.BYTES;
    }
  }

  AttentionRoutine {
    if (queries < 1 || queries > MOST || dim % LANES != 0) {
      throw new IllegalArgumentException(queries + " queries of " + dim);
    }
  }

  private int size() {
    return Math.toIntExact(type.bytes(1));
  }

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    code.move(R11, RSI);
    code.add(R11, RCX.at(Argument.SUMS.at()));
    code.move(R10, RSI);
    code.add(R10, RCX.at(Argument.STATES.at()));
    code.move(R9, RSI);
    code.add(R9, RCX.at(Argument.SCORES.at()));
    scores(code);
    code.move(RAX, R9);
    code.add(RAX, RCX.at(Argument.MASKS_BEHIND.at()));
    EXP.begin(code);
    for (int q = 0; q < queries; q++) {
      soften(code, q);
    }
    int parts = (queries + MOST_SUMS - 1) / MOST_SUMS;
    for (int part = 0; part < parts; part++) {
      int from = part * queries / parts;
      int to = (part + 1) * queries / parts;
      for (int vector = 0; vector < dim / LANES; vector += 4) {
        sum(code, from, to, vector, Math.min(4, dim / LANES - vector));
      }
    }
    code.end();
    return code.toBytes();
  }

  /** Sixteen keys or values as floats. */
  private void load(Assembler code, int to, Address from) {
    switch (type) {
      case F32 -> code.load(to, from);
      case F16 -> code.loadHalves(to, from);
      case I8 -> {
        code.loadBytes(to, from);
        code.toFloats(to, to);
      }
      default -> throw new IllegalArgumentException(type + " in a cache");
    }
  }

  /** Scores in registers 2q and 2q + 1; leaves RDI behind the keys. */
  private void scores(Assembler code) {
    for (int q = 0; q < queries; q++) {
      code.xor(2 * q, 2 * q, 2 * q);
      code.xor(2 * q + 1, 2 * q + 1, 2 * q + 1);
    }
    code.set(R8, dim);
    code.move(RAX, RDX);
    Label element = code.here();
    load(code, KEY, RDI.at(0));
    load(code, KEY + 1, RDI.at(LANES * size()));
    for (int q = 0; q < queries; q++) {
      Address query = RSI.eachAt(q * dim * Float.BYTES);
      code.addProduct(2 * q, KEY, query);
      code.addProduct(2 * q + 1, KEY + 1, query);
    }
    ask(code, HeadPage.POSITIONS * size());
    code.add(RSI, Float.BYTES);
    code.add(RDI, HeadPage.POSITIONS * size());
    code.loop(R8, element);
  }

  /** Asks for as many bytes behind RAX as a step uses, for what comes next. */
  private static void ask(Assembler code, int bytes) {
    for (int line = 0; line < bytes; line += LINE) {
      code.prefetch(RAX.at(line));
    }
    code.add(RAX, bytes);
  }

  /** Scores of a query → weights of the values. */
  private void soften(Assembler code, int q) {
    int low = 2 * q;
    int high = low + 1;
    int state = q * STATE * Float.BYTES;
    if (type == DType.I8) {
      code.multiply(low, low, RDI.at(0));
      code.multiply(high, high, RDI.at(LINE));
    }
    code.min(low, low, RAX.at(q * PAGE_BYTES));
    code.min(high, high, RAX.at(q * PAGE_BYTES + LINE));
    code.max(MAXIMUM, low, high);
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapQuarters(A, MAXIMUM, order);
      code.max(MAXIMUM, MAXIMUM, A);
    }
    for (int order : new int[] {0x4e, 0xb1}) {
      code.swapFloats(A, MAXIMUM, order);
      code.max(MAXIMUM, MAXIMUM, A);
    }
    code.load(SHRINK, R10.at(state));
    code.max(MAXIMUM, SHRINK, MAXIMUM);
    code.store(R10.at(state), MAXIMUM);
    code.subtract(SHRINK, SHRINK, MAXIMUM);
    code.subtract(low, low, MAXIMUM);
    code.subtract(high, high, MAXIMUM);
    EXP.of(code, SHRINK, false, A, B, C);
    EXP.of(code, low, false, A, B, C);
    EXP.of(code, high, false, A, B, C);
    code.multiply(A, SHRINK, R10.at(state + LINE));
    code.add(A, A, low);
    code.add(A, A, high);
    code.store(R10.at(state + LINE), A);
    code.store(R10.at(state + 2 * LINE), SHRINK);
    if (type == DType.I8) {
      int scales = HeadPage.POSITIONS * dim;
      code.multiply(low, low, RDX.at(scales));
      code.multiply(high, high, RDX.at(scales + LINE));
    }
    code.store(R9.at(q * PAGE_BYTES), low);
    code.store(R9.at(q * PAGE_BYTES + LINE), high);
  }

  /** Some vectors of the sums of some queries. */
  private void sum(Assembler code, int from, int to, int vector, int vectors) {
    int value = 4 * MOST_SUMS;
    for (int q = from; q < to; q++) {
      code.load(value, R10.at(q * STATE * Float.BYTES + 2 * LINE));
      for (int v = 0; v < vectors; v++) {
        code.multiply((q - from) * 4 + v, value, R11.at(sumAt(q, vector + v)));
      }
    }
    boolean first = from == 0 && vector == 0;
    if (first) {
      code.move(RAX, RDX);
      code.add(RAX, RCX.at(Argument.NEXT.at()));
    }
    code.move(RDI, RDX);
    code.move(RSI, R9);
    code.load(R8, RCX.at(Argument.HELD.at()));
    Label position = code.here();
    for (int v = 0; v < vectors; v++) {
      load(code, value + v, RDI.at((vector + v) * LANES * size()));
    }
    for (int q = from; q < to; q++) {
      for (int v = 0; v < vectors; v++) {
        code.addProduct((q - from) * 4 + v, value + v, RSI.eachAt(q * PAGE_BYTES));
      }
    }
    if (first) {
      ask(code, dim * size());
    }
    code.add(RSI, Float.BYTES);
    code.add(RDI, dim * size());
    code.loop(R8, position);
    for (int q = from; q < to; q++) {
      for (int v = 0; v < vectors; v++) {
        code.store(R11.at(sumAt(q, vector + v)), (q - from) * 4 + v);
      }
    }
  }

  private int sumAt(int query, int vector) {
    return (query * dim + vector * LANES) * Float.BYTES;
  }
}
