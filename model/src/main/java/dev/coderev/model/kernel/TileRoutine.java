package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
import static dev.coderev.model.machine.Register.R10;
import static dev.coderev.model.machine.Register.R11;
import static dev.coderev.model.machine.Register.R8;
import static dev.coderev.model.machine.Register.R9;
import static dev.coderev.model.machine.Register.RAX;
import static dev.coderev.model.machine.Register.RCX;
import static dev.coderev.model.machine.Register.RDI;
import static dev.coderev.model.machine.Register.RDX;
import static dev.coderev.model.machine.Register.RSI;

import dev.coderev.model.kernel.TileShape.Offsets;
import dev.coderev.model.machine.Assembler;
import dev.coderev.model.machine.Assembler.Label;
import dev.coderev.model.machine.Register;

/**
 * The code that multiplies tiles of one kind with a panel of {@link ByteRecords}: one row of the
 * tile in each 32-bit lane, four columns in its bytes, whose products are added at once.
 *
 * <pre>
 * for each tile                          sum[r] = 0
 *   for each group                       part[r] = −zero · Σ x[r]
 *     for each 32 or 16 columns          part[r] += Σ (w + zero) · x[r]        vpdpbusd
 *     sum[r] += scale(w) · scale(x[r]) · part[r] + offset(w) · Σ x[r]
 * </pre>
 *
 * @param rows of the panel
 * @param bits 4 or 8
 * @param group columns that share a scale
 * @param codes whether 4-bit integers are looked up in a table
 */
record TileRoutine(int rows, int bits, int group, Offsets offsets, boolean codes)
    implements MachineCode {

  // Vector registers: a sum and a part for each row, then what all rows share.
  private static final int TABLE = 27;
  private static final int MASK = 28;
  private static final int LOW = 29;
  private static final int HIGH = 30;
  private static final int SCALE = 31;
  private static final int SCALED = LOW;
  private static final int OFFSET = HIGH;

  private static final int LINE = 64;

  /** Bytes that memory is asked for ahead of their use: what it delivers in a microsecond. */
  private static final int AHEAD = 16 << 10;

  /** What the code is told in memory, 64 bits each. */
  enum Argument {
    TILES,
    GROUPS,
    STEPS,
    QUANT_BYTES,
    SCALE_BYTES,
    TILE_REST,
    PANEL_BACK,
    ROW_BYTES,
    MASK,
    ZERO,
    TABLE,
    TABLE_END;

    int at() {
      return ordinal() * Long.BYTES;
    }
  }

  TileRoutine {
    if (rows < 1 || rows > ByteRecords.PANEL) {
      throw new IllegalArgumentException(rows + " rows in a panel");
    }
  }

  static TileRoutine of(TileShape shape, int rows) {
    return new TileRoutine(
        rows, shape.bits(), shape.group(), shape.offsets(), shape.book().isPresent());
  }

  /** Columns of one step: 256 bytes of a tile. */
  static int stepColumns(int bits) {
    return 128 / bits;
  }

  private int recordBytes() {
    return ByteRecords.HEAD + group;
  }

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    code.loadEach(MASK, RCX, Argument.MASK.at());
    code.loadQuarters(TABLE, RCX.at(Argument.TABLE.at()));
    code.load(R8, RCX.at(Argument.TILES.at()));
    Label tile = code.here();
    code.load(R9, RCX.at(Argument.GROUPS.at()));
    code.move(R10, RDI);
    code.add(R10, RCX.at(Argument.QUANT_BYTES.at()));
    code.move(R11, R10);
    code.add(R11, RCX.at(Argument.SCALE_BYTES.at()));
    for (int r = 0; r < rows; r++) {
      code.xor(sum(r), sum(r), sum(r));
    }
    Label group = code.here();
    group(code);
    code.loop(R9, group);
    store(code);
    code.add(RDX, TILE_ROWS * Float.BYTES);
    code.add(RDI, RCX.at(Argument.TILE_REST.at()));
    code.add(RSI, RCX.at(Argument.PANEL_BACK.at()));
    code.loop(R8, tile);
    code.end();
    return code.toBytes();
  }

  private static int sum(int row) {
    return row;
  }

  private int part(int row) {
    return rows + row;
  }

  private void group(Assembler code) {
    for (int r = 0; r < rows; r++) {
      code.loadEach(part(r), RSI, r * recordBytes() + ByteRecords.START);
    }
    int steps = group / stepColumns(bits);
    if (steps > 1) {
      code.load(RAX, RCX.at(Argument.STEPS.at()));
    }
    Label step = code.here();
    for (int word = 0; word < 4; word++) {
      word(code, word);
    }
    code.add(RDI, 4 * LINE);
    code.add(RSI, stepColumns(bits));
    if (steps > 1) {
      code.loop(RAX, step);
    }
    code.add(RSI, -group);
    scale(code);
    code.add(RSI, rows * recordBytes());
    code.add(R10, TILE_ROWS * Short.BYTES);
    code.add(R11, TILE_ROWS * Short.BYTES);
  }

  /** 64 bytes of the tile. */
  private void word(Assembler code, int word) {
    code.prefetch(RDI.at(word * LINE + AHEAD));
    int column = ByteRecords.HEAD + word * 4;
    if (bits == 8) {
      code.xor(LOW, MASK, RDI.at(word * LINE));
      products(code, LOW, column);
      return;
    }
    code.load(LOW, RDI.at(word * LINE));
    code.shiftWordsRight(HIGH, LOW, 4);
    code.and(LOW, LOW, MASK);
    code.and(HIGH, HIGH, MASK);
    if (codes) {
      code.lookUp(LOW, TABLE, LOW);
      code.lookUp(HIGH, TABLE, HIGH);
    }
    products(code, LOW, column);
    products(code, HIGH, column + 16);
  }

  private void products(Assembler code, int weights, int column) {
    for (int r = 0; r < rows; r++) {
      code.addByteProducts(part(r), weights, RSI.eachAt(r * recordBytes() + column));
    }
  }

  private void scale(Assembler code) {
    code.prefetch(R10.at(AHEAD));
    code.loadHalves(SCALE, R10.at(0));
    switch (offsets) {
      case NONE -> {}
      case IN_STEPS -> {
        code.loadHalves(OFFSET, R11.at(0));
        code.multiply(OFFSET, OFFSET, SCALE);
      }
      case PLAIN -> {
        code.loadHalves(OFFSET, R11.at(0));
        code.addProduct(OFFSET, SCALE, RCX.eachAt(Argument.ZERO.at()));
      }
    }
    for (int r = 0; r < rows; r++) {
      int record = r * recordBytes();
      code.toFloats(part(r), part(r));
      code.multiply(SCALED, SCALE, RSI.eachAt(record + ByteRecords.SCALE));
      code.addProduct(sum(r), part(r), SCALED);
      if (offsets != Offsets.NONE) {
        code.addProduct(sum(r), OFFSET, RSI.eachAt(record + ByteRecords.SUM));
      }
    }
  }

  private void store(Assembler code) {
    Register row = RAX;
    code.move(row, RDX);
    for (int r = 0; r < rows; r++) {
      code.store(row.at(0), sum(r));
      code.add(row, RCX.at(Argument.ROW_BYTES.at()));
    }
  }
}
