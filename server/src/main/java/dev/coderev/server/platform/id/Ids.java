package dev.coderev.server.platform.id;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identifiers of objects: a prefix and 32 hex digits of a time-ordered UUID (RFC 9562, version 7).
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Ids() {}

  /** A new identifier, for example {@code proj_0190…}. */
  public static String next(String prefix) {
    return prefix + hex(System.currentTimeMillis());
  }

  static String hex(long millis) {
    byte[] tail = new byte[10];
    RANDOM.nextBytes(tail);
    tail[0] = (byte) (0x70 | (tail[0] & 0x0f));
    tail[2] = (byte) (0x80 | (tail[2] & 0x3f));
    return String.format(Locale.ROOT, "%012x", millis & 0xffff_ffff_ffffL)
        + HexFormat.of().formatHex(tail);
  }

  public static boolean isForm(String id) {
    return FORM.matcher(id).matches();
  }
}
