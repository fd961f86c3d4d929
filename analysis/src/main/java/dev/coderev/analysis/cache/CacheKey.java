package dev.coderev.analysis.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a cached result: a digest of all that the result depends on.
 *
 * @param hex 64 hexadecimal digits
 */
public record CacheKey(String hex) {
  /** Brings together what a result depends on, in order. For one thread. */
  public static final class Digest {
    private final MessageDigest digest;

    public Digest() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    public Digest text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      digest.update(bytes);
      return this;
    }

    public Digest number(long value) {
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
      return this;
    }

    /** The key; nothing can be added afterwards. */
    public CacheKey key() {
      return new CacheKey(HexFormat.of().formatHex(digest.digest()));
    }
  }
}
