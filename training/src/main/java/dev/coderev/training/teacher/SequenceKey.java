package dev.coderev.training.teacher;

import dev.coderev.training.data.TokenBatch;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What two sequences share when the same tokens stand at the same places of the same documents. */
public record SequenceKey(long high, long low) {

  /** The key of one row of a batch: the first half of a SHA-256. */
  public static SequenceKey of(TokenBatch batch, int row) {
    int length = batch.length();
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES * length);
    for (int at = row * length; at < (row + 1) * length; at++) {
      bytes.putInt((int) batch.ids()[at]).putInt((int) batch.positions()[at]);
    }
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
      return new SequenceKey(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  /** A number in [0, 1) that depends on the sequence alone. */
  public double share() {
    return (high >>> 11) * 0x1p-53;
  }
}
