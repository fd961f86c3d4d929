package dev.coderev.training.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What two texts share when they differ in nothing but blanks at line ends: 64 bits of SHA-256. */
public record ContentDigest(long bits) implements Comparable<ContentDigest> {

  static ContentDigest of(String text) {
    var stripped = new StringBuilder(text.length());
    text.lines().map(String::stripTrailing).forEach(line -> stripped.append(line).append('\n'));
    try {
      byte[] all =
          MessageDigest.getInstance("SHA-256")
              .digest(stripped.toString().strip().getBytes(StandardCharsets.UTF_8));
      return new ContentDigest(HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(all, 0, 8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  /** A number in [0, 1) that depends on the content alone. */
  public double share() {
    return (bits >>> 11) * 0x1p-53;
  }

  @Override
  public int compareTo(ContentDigest other) {
    return Long.compareUnsigned(bits, other.bits);
  }
}
