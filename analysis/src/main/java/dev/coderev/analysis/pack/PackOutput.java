package dev.coderev.analysis.pack;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * A growing run of bytes that {@link PackInput} reads back in the same order.
 *
 * <p>Numbers take 7 bits to a byte, the low ones first; the high bit says that more follow. Texts
 * are numbers in the table of {@link PackTexts}.
 */
public final class PackOutput {
  private final PackTexts texts;
  private byte[] bytes = new byte[256];
  private int size;

  public PackOutput(PackTexts texts) {
    this.texts = texts;
  }

  /** How many bytes there are: where the next thing will stand. */
  public int size() {
    return size;
  }

  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Any number; small ones that are not negative are short. */
  public void number(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      add(rest | 0x80);
      rest >>>= 7;
    }
    add(rest);
  }

  /** Any number, in eight bytes. */
  public void wide(long value) {
    fixed((int) (value >>> 32));
    fixed((int) value);
  }

  /** Any number, in four bytes, the high ones first. */
  public void fixed(int value) {
    add(value >>> 24);
    add(value >>> 16);
    add(value >>> 8);
    add(value);
  }

  public void flag(boolean value) {
    add(value ? 1 : 0);
  }

  public void constant(Enum<?> value) {
    number(value.ordinal());
  }

  public void text(String value) {
    number(texts.idOf(value));
  }

  public void texts(Collection<String> values) {
    list(values, this::text);
  }

  /** How many, then each. */
  public <T> void list(Collection<T> values, Consumer<? super T> write) {
    number(values.size());
    values.forEach(write);
  }

  public void raw(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void add(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
