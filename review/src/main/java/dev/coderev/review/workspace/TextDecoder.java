package dev.coderev.review.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the bytes of a file into text, or says that they are not text. */
final class TextDecoder {
  private static final int BINARY_PROBE = 8_192;

  /**
   * Text and what had to be assumed to read it.
   *
   * @param note empty when the bytes were plain UTF-8
   */
  record Decoded(String text, String note) {}

  private TextDecoder() {}

  /** The text, or empty if the bytes look like no text at all. */
  static Optional<Decoded> decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(utf8(bytes, 3));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(utf16(bytes, StandardCharsets.UTF_16LE));
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of(utf16(bytes, StandardCharsets.UTF_16BE));
    }
    for (int i = 0; i < Math.min(bytes.length, BINARY_PROBE); i++) {
      if (bytes[i] == 0) {
        return Optional.empty();
      }
    }
    return Optional.of(utf8(bytes, 0));
  }

  private static Decoded utf8(byte[] bytes, int from) {
    try {
      ByteBuffer content = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return new Decoded(StandardCharsets.UTF_8.newDecoder().decode(content).toString(), "");
    } catch (CharacterCodingException _) {
      String text = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
      return new Decoded(text, "not valid UTF-8, read as ISO-8859-1");
    }
  }

  private static Decoded utf16(byte[] bytes, Charset charset) {
    return new Decoded(new String(bytes, 2, bytes.length - 2, charset), "read as UTF-16");
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
