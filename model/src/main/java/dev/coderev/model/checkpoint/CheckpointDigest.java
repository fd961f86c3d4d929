package dev.coderev.model.checkpoint;

import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a checkpoint's weights: names, types, shapes and bytes in the order of
 * computation. The same weights in the same types have one digest in every format.
 */
public final class CheckpointDigest {

  private static final long CHUNK = 1 << 24;

  private CheckpointDigest() {}

  /** The digest in hexadecimal; reads every weight once. */
  public static String of(Checkpoint checkpoint) {
    MessageDigest sha256 = sha256();
    for (String name : WeightShapes.of(checkpoint.config()).keySet()) {
      Tensor tensor = checkpoint.tensor(name);
      String line = name + " " + tensor.dtype() + " " + tensor.shape() + "\n";
      sha256.update(line.getBytes(StandardCharsets.UTF_8));
      long bytes = tensor.data().byteSize();
      for (long at = 0; at < bytes; at += CHUNK) {
        ByteBuffer piece = tensor.data().asSlice(at, Math.min(CHUNK, bytes - at)).asByteBuffer();
        sha256.update(piece);
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
