package dev.coderev.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sequences of equal length that are computed together, each packed with pieces of documents.
 *
 * <p>All arrays are [rows · length], row by row.
 */
public final class TokenBatch {

  /** The target of a position that is not to be learnt. */
  public static final long IGNORED = -100;

  private final int rows;
  private final int length;
  private final long[] ids;
  private final long[] targets;
  private final long[] positions;
  private final long[] documents;

  public TokenBatch(int rows, int length) {
    this.rows = rows;
    this.length = length;
    this.ids = new long[rows * length];
    this.targets = new long[rows * length];
    this.positions = new long[rows * length];
    this.documents = new long[rows * length];
    Arrays.fill(targets, IGNORED);
  }

  /** One document alone in one row, each token but the last with the next one as its target. */
  public static TokenBatch of(int[] tokens) {
    var batch = new TokenBatch(1, tokens.length);
    for (int i = 0; i < tokens.length; i++) {
      batch.set(i, tokens[i], i + 1 < tokens.length ? tokens[i + 1] : IGNORED, i, 0);
    }
    return batch;
  }

  /**
   * Sets one place.
   *
   * @param position of the token in its document, for rotation
   * @param document tokens see only those with the same number in their row
   */
  void set(int at, long id, long target, int position, int document) {
    ids[at] = id;
    targets[at] = target;
    positions[at] = position;
    documents[at] = document;
  }

  public int rows() {
    return rows;
  }

  public int length() {
    return length;
  }

  public long[] ids() {
    return ids;
  }

  public long[] targets() {
    return targets;
  }

  public long[] positions() {
    return positions;
  }

  public long[] documents() {
    return documents;
  }

  /** How many places have a target. */
  public int valid() {
    return (int) Arrays.stream(targets).filter(it -> it != IGNORED).count();
  }

  /** Rows {@code from} to {@code to} alone. */
  public TokenBatch slice(int from, int to) {
    return pick(IntStream.range(from, to).boxed().toList());
  }

  /** Some rows alone. */
  public TokenBatch pick(List<Integer> chosen) {
    var part = new TokenBatch(chosen.size(), length);
    for (int i = 0; i < chosen.size(); i++) {
      int from = chosen.get(i) * length;
      int to = i * length;
      System.arraycopy(ids, from, part.ids, to, length);
      System.arraycopy(targets, from, part.targets, to, length);
      System.arraycopy(positions, from, part.positions, to, length);
      System.arraycopy(documents, from, part.documents, to, length);
    }
    return part;
  }

  /**
   * The same beginnings with other ends, which alone are targets: in each row {@code tokens} stand
   * from a place on and go on with the document before them; what is left over behind them is a
   * document without targets.
   *
   * @param from the place of each row, at least 1
   */
  public TokenBatch goingOn(int[] from, List<int[]> tokens) {
    var other = new TokenBatch(rows, length);
    for (int row = 0; row < rows; row++) {
      int start = row * length;
      int before = start + from[row] - 1;
      int[] own = tokens.get(row);
      for (int at = start; at <= before; at++) {
        other.set(at, ids[at], IGNORED, (int) positions[at], (int) documents[at]);
      }
      for (int i = 0; i < length - from[row]; i++) {
        int at = before + 1 + i;
        if (i < own.length) {
          int position = (int) positions[before] + 1 + i;
          other.set(at, own[i], IGNORED, position, (int) documents[before]);
          other.targets[at - 1] = own[i];
        } else {
          other.set(at, 0, IGNORED, i - own.length, -1);
        }
      }
    }
    return other;
  }
}
