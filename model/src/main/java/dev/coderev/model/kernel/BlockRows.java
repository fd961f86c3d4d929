package dev.coderev.model.kernel;

import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;

/**
 * Rows of a stored tensor whose blocks are a scale in F16 and then words of 32 bits in the order of
 * tiles: packing only changes their places.
 *
 * @param data that holds them
 * @param at where the first row begins
 * @param rowBytes from one row to the next
 * @param rows of one tile
 * @param blocks of each row
 * @param words of each block
 */
public record BlockRows(
    MemorySegment data, long at, long rowBytes, int rows, int blocks, int words) {

  int blockBytes() {
    return Short.BYTES + words * Integer.BYTES;
  }

  /** Packs one word after the other into a tile, whose scales begin at {@code scales}. */
  void pack(MemorySegment to, long tile, long scales) {
    int lanes = TileShape.TILE_ROWS;
    for (int b = 0; b < blocks; b++) {
      long source = at + (long) b * blockBytes();
      long word = tile + (long) b * words * Integer.BYTES * lanes;
      for (int lane = 0; lane < rows; lane++) {
        short scale = data.get(LittleEndian.SHORT, source);
        to.set(LittleEndian.SHORT, scales + ((long) b * lanes + lane) * Short.BYTES, scale);
        for (int l = 0; l < words; l++) {
          int value = data.get(LittleEndian.INT, source + Short.BYTES + l * 4L);
          to.set(LittleEndian.INT, word + l * 4L * lanes + lane * 4L, value);
        }
        source += rowBytes;
      }
    }
  }
}
