package dev.coderev.training.data;

import java.util.Arrays;

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
    var part = new TokenBatch(to - from, length);
    System.arraycopy(ids, from * length, part.ids, 0, part.ids.length);
    System.arraycopy(targets, from * length, part.targets, 0, part.ids.length);
    System.arraycopy(positions, from * length, part.positions, 0, part.ids.length);
    System.arraycopy(documents, from * length, part.documents, 0, part.ids.length);
    return part;
  }
}
