package dev.coderev.model.tokens;

import java.nio.charset.StandardCharsets;

/** The printable character that stands for each byte in byte-level vocabularies. */
public final class ByteAlphabet {

  private static final char[] CHARACTERS = new char[256];

  static {
    char next = 256;
    for (int value = 0; value < 256; value++) {
      boolean itself =
          (value >= 33 && value <= 126)
              || (value >= 161 && value <= 172)
              || (value >= 174 && value <= 255);
      CHARACTERS[value] = itself ? (char) value : next++;
    }
  }

  private ByteAlphabet() {}

  public static char character(int value) {
    return CHARACTERS[value & 0xff];
  }

  /** The UTF-8 bytes of a text, spelled in the alphabet. */
  public static String spell(String text) {
    var spelled = new StringBuilder();
    for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
      spelled.append(character(value));
    }
    return spelled.toString();
  }
}
