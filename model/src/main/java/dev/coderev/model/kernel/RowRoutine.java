package dev.coderev.model.kernel;

import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.R9;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;

import dev.coderev.model.machine.Address;
import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Assembler.Label;
import dev.coderev.model.tensor.DType;

/**
 * The code that multiplies rows of plain floats with one row of activations, eight rows side by
 * side, because one stream of memory alone leaves it waiting. A row's result are sixteen sums.
 *
 * @param dtype F32, F16 or BF16
 * @param rowBytes from one row to the next
 */
record RowRoutine(DType dtype, long rowBytes) implements MachineCode {

  /** Rows that are read side by side. */
  static final int ROWS = 8;

  /** Columns of a step: 16 lanes, twice. */
  static final int STEP = 32;

  private static final int LANES = 16;
  private static final int SUMMED = 16;

  /** What the code is told in memory, 64 bits each. */
  enum Argument {
    BLOCKS,
    STEPS,
    ROWS_REST,
    COLUMNS_BACK;

    int at() {
      return ordinal() * Long.BYTES;
    }
  }

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    code.load(R8, RCX.at(Argument.BLOCKS.at()));
    Label block = code.here();
    code.load(R9, RCX.at(Argument.STEPS.at()));
    for (int sum = 0; sum < 2 * ROWS; sum++) {
      code.xor(sum, sum, sum);
    }
    Label step = code.here();
    int size = (int) dtype.bytes(1);
    for (int half = 0; half < 2; half++) {
      int x = 2 * ROWS + half;
      code.load(x, RSI.at(half * LANES * Float.BYTES));
      for (int r = 0; r < ROWS; r++) {
        int weights = 2 * ROWS + 2 + r;
        int row = Math.toIntExact(r * rowBytes) + half * LANES * size;
        read(code, weights, RDI.at(row));
        code.addProduct(half * ROWS + r, weights, x);
        if (half * LANES * size % 64 == 0) {
          code.prefetch(RDI.at(row + Math.toIntExact(ROWS * rowBytes)));
        }
      }
    }
    code.add(RDI, STEP * size);
    code.add(RSI, STEP * Float.BYTES);
    code.loop(R9, step);
    for (int r = 0; r < ROWS; r++) {
      code.add(r, r, ROWS + r);
      code.store(RDX.at(r * LANES * Float.BYTES), r);
    }
    code.add(RDX, ROWS * SUMMED * Float.BYTES);
    code.add(RDI, RCX.at(Argument.ROWS_REST.at()));
    code.add(RSI, RCX.at(Argument.COLUMNS_BACK.at()));
    code.loop(R8, block);
    code.end();
    return code.toBytes();
  }

  /** Sixteen weights as floats. */
  private void read(Assembler code, int to, Address from) {
    switch (dtype) {
      case F32 -> code.load(to, from);
      case F16 -> code.loadHalves(to, from);
      case BF16 -> {
        code.loadWords(to, from);
        code.shiftLeft(to, to, 16);
      }
      default -> throw new IllegalArgumentException(dtype + " is not read in place");
    }
  }
}
