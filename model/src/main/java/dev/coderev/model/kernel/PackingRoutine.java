package dev.coderev.model.kernel;

import static dev.coderev.model.kernel.TileShape.TILE_ROWS;
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
 * The code that packs the {@link BlockRows} of a whole tile: the same word of all sixteen rows is
 * gathered into one vector.
 *
 * @param words of each block
 */
record PackingRoutine(int words) implements MachineCode {

  private static final int LINE = 64;
  private static final int SCALE = 30;
  private static final int ROWS = 31;

  // What the code is told in memory, 64 bits each: blocks, then where the rows begin, 32 bits each.
  private static final int BLOCKS = 0;
  private static final int OFFSETS = 1;
  private static final int ARGUMENTS = OFFSETS + TILE_ROWS / 2;

  @Override
  public byte[] assemble() {
    var code = new Assembler();
    code.load(ROWS, RCX.at(OFFSETS * Long.BYTES));
    code.load(R8, RCX.at(BLOCKS * Long.BYTES));
    Label block = code.here();
    code.gather(SCALE, RDI.at(0), ROWS);
    code.storeWords(RDX.at(0), SCALE);
    for (int l = 0; l < words; l++) {
      code.gather(l, RDI.at(Short.BYTES + l * Integer.BYTES), ROWS);
      code.store(RSI.at(l * LINE), l);
    }
    code.add(RDI, Short.BYTES + words * Integer.BYTES);
    code.add(RSI, words * LINE);
    code.add(RDX, TILE_ROWS * Short.BYTES);
    code.loop(R8, block);
    code.end();
    return code.toBytes();
  }

  /** Whether the code can pack these rows: a whole tile, whose rows lie within reach. */
  static boolean fits(BlockRows rows) {
    return rows.rows() == TILE_ROWS && rows.rowBytes() * TILE_ROWS <= Integer.MAX_VALUE;
  }

  static void call(Routine code, BlockRows rows, MemorySegment to, long tile, long scales) {
    var arguments = new long[ARGUMENTS];
    arguments[BLOCKS] = rows.blocks();
    for (int lane = 0; lane < TILE_ROWS; lane += 2) {
      long next = (lane + 1) * rows.rowBytes();
      arguments[OFFSETS + lane / 2] = next << Integer.SIZE | lane * rows.rowBytes();
    }
    code.call(
        rows.data().asSlice(rows.at(), rows.rowBytes() * TILE_ROWS),
        to.asSlice(tile),
        to.asSlice(scales),
        MemorySegment.ofArray(arguments));
  }
}
