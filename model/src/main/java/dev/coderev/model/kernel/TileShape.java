package dev.coderev.model.kernel;

import dev.coderev.model.quantized.Codebook;
import java.util.Optional;

/**
 * How a {@link TileMatrix} stores its weights.
 *
 * @param rows of the matrix
 * @param columns of the matrix
 * @param bits 4 or 8 for each weight
 * @param group columns that share a scale: a multiple of 16, of 32 when there are 4 bits
 * @param offsets what is added beside the scaled integer
 * @param book what 4-bit codes stand for; without one they are integers
 */
public record TileShape(
    int rows, int columns, int bits, int group, Offsets offsets, Optional<Codebook> book) {

  /** Rows that lie interleaved in one tile. */
  public static final int TILE_ROWS = 16;

  /** Columns whose products fit a sum of 16 bits. */
  static final int BLOCK = 32;

  /** What is added beside scale · integer, where integers are −8..7 or −128..127. */
  public enum Offsets {
    /** w = scale · q. */
    NONE,
    /** w = scale · (q + offset): the zero points of GPTQ and AWQ. */
    IN_STEPS,
    /** w = scale · u + offset, 4-bit integers u counted from 0: the minima of GGUF. */
    PLAIN
  }

  public TileShape {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("a matrix of " + rows + " x " + columns);
    }
    if (bits != 4 && bits != 8) {
      throw new IllegalArgumentException("tiles hold 4 or 8 bits, not " + bits);
    }
    if (group < 16 || group % 16 != 0 || (bits == 4 && group % BLOCK != 0)) {
      throw new IllegalArgumentException("groups of " + group + " columns at " + bits + " bits");
    }
    if (book.isPresent() && (bits != 4 || offsets != Offsets.NONE)) {
      throw new IllegalArgumentException("codes of " + bits + " bits with offsets " + offsets);
    }
  }

  /** Of plain integers. */
  public TileShape(int rows, int columns, int bits, int group, Offsets offsets) {
    this(rows, columns, bits, group, offsets, Optional.empty());
  }

  /** Whether matrices of both shapes are multiplied with the same form of the activations. */
  public boolean readsLike(TileShape other) {
    return bits == other.bits && group == other.group && book.equals(other.book);
  }

  /** For people: {@code 4-bit/128}, with a plus for offsets, or {@code nf4/64}. */
  String format() {
    String kind = book.map(Codebook::word).orElseGet(() -> bits + "-bit");
    return kind + "/" + group + (offsets == Offsets.NONE ? "" : "+");
  }

  /** What was taken off 4-bit integers, which are stored counted from 0. */
  int zero() {
    return bits == 4 ? 8 : 0;
  }

  /** Groups in a row; the last one may be padded. */
  public int groups() {
    return (columns + group - 1) / group;
  }

  public int tiles() {
    return (rows + TILE_ROWS - 1) / TILE_ROWS;
  }

  /** Columns with the padding of the last group, and of the last block. */
  int paddedColumns() {
    int padded = groups() * group;
    return (padded + BLOCK - 1) / BLOCK * BLOCK;
  }

  /** The bytes of one tile's integers. */
  long quantBytes() {
    return (long) paddedColumns() * TILE_ROWS * bits / 8;
  }

  /** The bytes of one tile's scales, and of its offsets if there are any. */
  long scaleBytes() {
    return groups() * (long) TILE_ROWS * Short.BYTES;
  }

  /** The bytes from one tile to the next: whole cache lines. */
  long tileBytes() {
    long bytes = quantBytes() + scaleBytes() * (offsets == Offsets.NONE ? 1 : 2);
    return (bytes + 63) / 64 * 64;
  }

  public long bytes() {
    return tileBytes() * tiles();
  }
}
