package dev.coderev.analysis.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A place in a pack from which what {@link PackOutput} wrote is read on. For one thread; any number
 * of places in one pack may be read at the same time.
 */
public final class PackInput {
  private final byte[] bytes;
  private final Texts texts;
  private int at;

  /** The texts of a pack, each made when it is first wanted. */
  private static final class Texts {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final String[] made;

    Texts(byte[] bytes, int start, int count) {
      this.bytes = bytes;
      this.start = start;
      this.end = start + 4 * (count + 1);
      this.made = new String[count];
    }

    /** Two threads may make the same text; either will do. */
    String text(int id) {
      String known = made[id];
      if (known == null) {
        int from = PackInput.fixed(bytes, start + 4 * id);
        int to = PackInput.fixed(bytes, start + 4 * id + 4);
        known = new String(bytes, end + from, to - from, StandardCharsets.UTF_8);
        made[id] = known;
      }
      return known;
    }
  }

  private PackInput(byte[] bytes, Texts texts, int at) {
    this.bytes = bytes;
    this.texts = texts;
    this.at = at;
  }

  /**
   * The beginning of a pack.
   *
   * @param texts where the table of {@code count} texts stands
   */
  public static PackInput of(byte[] bytes, int texts, int count) {
    return new PackInput(bytes, new Texts(bytes, texts, count), 0);
  }

  /** The place at this offset. */
  public PackInput at(int offset) {
    return new PackInput(bytes, texts, offset);
  }

  public int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  public long wide() {
    long high = fixed();
    return high << 32 | (fixed() & 0xffff_ffffL);
  }

  public int fixed() {
    at += 4;
    return fixed(bytes, at - 4);
  }

  /** Four bytes of {@code bytes} as a number. */
  public static int fixed(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  public boolean flag() {
    return bytes[at++] != 0;
  }

  public String text() {
    return texts.text(number());
  }

  public List<String> texts() {
    return list(PackInput::text);
  }

  public <T> List<T> list(Function<PackInput, T> read) {
    int count = number();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(read.apply(this));
    }
    return values;
  }
}
