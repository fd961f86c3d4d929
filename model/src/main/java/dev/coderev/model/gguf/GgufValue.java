package dev.coderev.model.gguf;

import dev.coderev.model.tensor.LittleEndian;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A value under a GGUF key. */
public sealed interface GgufValue {

  GgufType type();

  /** Any of the eight integer types; 64 unsigned bits beyond a long are kept as their bits. */
  record Whole(GgufType type, long value) implements GgufValue {}

  /** A float or a double. */
  record Real(GgufType type, double value) implements GgufValue {}

  /** One byte, 0 or 1. */
  record Bool(boolean value) implements GgufValue {
    @Override
    public GgufType type() {
      return GgufType.BOOL;
    }
  }

  /** UTF-8 with a length before it. */
  record Text(String value) implements GgufValue {
    @Override
    public GgufType type() {
      return GgufType.STRING;
    }
  }

  /**
   * Values of one type, kept as their bytes until they are asked for: a vocabulary has a hundred
   * thousand of them.
   *
   * @param raw the encoded elements, already checked to be whole
   */
  record Array(GgufType elementType, long count, MemorySegment raw) implements GgufValue {

    @Override
    public GgufType type() {
      return GgufType.ARRAY;
    }

    /** The texts of an array of texts. */
    public List<String> texts() {
      require(elementType == GgufType.STRING, "texts");
      var texts = new ArrayList<String>();
      long at = 0;
      for (long i = 0; i < count; i++) {
        long length = raw.get(LittleEndian.LONG, at);
        byte[] bytes = raw.asSlice(at + 8, length).toArray(ValueLayout.JAVA_BYTE);
        texts.add(new String(bytes, StandardCharsets.UTF_8));
        at += 8 + length;
      }
      return texts;
    }

    /** The integers of an array of 32-bit integers. */
    public int[] ints() {
      require(elementType == GgufType.INT32 || elementType == GgufType.UINT32, "32-bit integers");
      return raw.toArray(LittleEndian.INT);
    }

    /** The floats of an array of floats. */
    public float[] floats() {
      require(elementType == GgufType.FLOAT32, "floats");
      return raw.toArray(LittleEndian.FLOAT);
    }

    private void require(boolean right, String wanted) {
      if (!right) {
        throw new IllegalStateException("an array of " + elementType + " is not one of " + wanted);
      }
    }
  }

  static GgufValue u32(long value) {
    return new Whole(GgufType.UINT32, value);
  }

  static GgufValue f32(double value) {
    return new Real(GgufType.FLOAT32, (float) value);
  }

  static GgufValue bool(boolean value) {
    return new Bool(value);
  }

  static GgufValue text(String value) {
    return new Text(value);
  }

  static GgufValue texts(List<String> values) {
    var bytes = new ByteArrayOutputStream();
    var length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    for (String value : values) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(length.putLong(0, utf8.length).array());
      bytes.writeBytes(utf8);
    }
    return new Array(GgufType.STRING, values.size(), MemorySegment.ofArray(bytes.toByteArray()));
  }

  static GgufValue ints(int[] values) {
    var bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return new Array(GgufType.INT32, values.length, MemorySegment.ofArray(bytes.array()));
  }

  static GgufValue floats(float[] values) {
    var bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return new Array(GgufType.FLOAT32, values.length, MemorySegment.ofArray(bytes.array()));
  }
}
