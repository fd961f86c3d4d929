package dev.coderev.model.gguf;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads a mapped GGUF file once from front to back, checking each count against what is left. */
final class GgufReader {

  static final int MAGIC = 0x46554747; // "GGUF", little-endian
  static final int LONGEST_NAME = 63;
  static final int MOST_DIMENSIONS = 4;
  static final long DEFAULT_ALIGNMENT = 32;
  static final String ALIGNMENT = "general.alignment";

  private static final long LONGEST_KEY = 65_535;
  private static final long LONGEST_TEXT = 64L << 20;
  private static final int LEAST_ENTRY = 8 + 1 + 4 + 1;
  private static final int LEAST_INFO = 8 + 4 + 4 + 8;
  private static final int MOST_ENTRIES = 1_000_000;

  private record Info(String name, DType dtype, Shape shape, long offset) {}

  private final Path file;
  private final GgufCursor in;

  GgufReader(Path file, MemorySegment all) {
    this.file = file;
    this.in = new GgufCursor(file, all);
  }

  GgufFile read() {
    if (in.u32("the magic number") != MAGIC) {
      throw new MalformedFile(file, "does not begin with GGUF");
    }
    int version = in.u32("the version");
    if (version != 2 && version != 3) {
      String hint = (version & 0xffff) == 0 ? " (it looks big-endian)" : "";
      throw new MalformedFile(
          file, "version " + Integer.toUnsignedString(version) + hint + " is not 2 or 3");
    }
    long tensorCount = limited(in.count("the number of tensors", 1));
    long keyCount = limited(in.count("the number of keys", 1));
    if (tensorCount * LEAST_INFO + keyCount * LEAST_ENTRY > in.remaining()) {
      throw new MalformedFile(
          file, tensorCount + " tensors and " + keyCount + " keys cannot fit the file");
    }
    SequencedMap<String, GgufValue> metadata = metadata(keyCount);
    long alignment = alignment(metadata);
    List<Info> infos = infos(tensorCount);
    in.align(alignment, 0);
    return new GgufFile(file, version, metadata, tensors(infos, alignment));
  }

  private long limited(long count) {
    if (count > MOST_ENTRIES) {
      throw new MalformedFile(file, "more than " + MOST_ENTRIES + " tensors or keys");
    }
    return count;
  }

  private SequencedMap<String, GgufValue> metadata(long count) {
    var metadata = new LinkedHashMap<String, GgufValue>();
    for (long i = 0; i < count; i++) {
      String key = in.text("key " + i, LONGEST_KEY);
      if (key.isEmpty()) {
        throw new MalformedFile(file, "key " + i, "is empty");
      }
      if (metadata.containsKey(key)) {
        throw new MalformedFile(file, "key " + key, "stands twice");
      }
      metadata.put(key, value("key " + key));
    }
    return metadata;
  }

  private GgufValue value(String part) {
    GgufType type = type(part);
    return switch (type) {
      case STRING -> new GgufValue.Text(in.text(part, LONGEST_TEXT));
      case ARRAY -> array(part);
      case BOOL -> bool(part, in.bytes(1, part).get(ValueLayout.JAVA_BYTE, 0));
      default -> number(type, in.bytes(type.bytes(), part));
    };
  }

  private GgufType type(String part) {
    int number = in.u32(part);
    return GgufType.of(number)
        .orElseThrow(() ->
            new MalformedFile(
                file, part, "value type " + Integer.toUnsignedString(number) + " is unknown"));
  }

  private GgufValue bool(String part, byte value) {
    if (value != 0 && value != 1) {
      throw new MalformedFile(file, part, "a bool must be 0 or 1, not " + (value & 0xff));
    }
    return new GgufValue.Bool(value == 1);
  }

  private static GgufValue number(GgufType type, MemorySegment raw) {
    return switch (type) {
      case UINT8 -> new GgufValue.Whole(type, raw.get(ValueLayout.JAVA_BYTE, 0) & 0xff);
      case INT8 -> new GgufValue.Whole(type, raw.get(ValueLayout.JAVA_BYTE, 0));
      case UINT16 -> new GgufValue.Whole(type, raw.get(LittleEndian.SHORT, 0) & 0xffff);
      case INT16 -> new GgufValue.Whole(type, raw.get(LittleEndian.SHORT, 0));
      case UINT32 -> new GgufValue.Whole(type, raw.get(LittleEndian.INT, 0) & 0xffff_ffffL);
      case INT32 -> new GgufValue.Whole(type, raw.get(LittleEndian.INT, 0));
      case UINT64, INT64 -> new GgufValue.Whole(type, raw.get(LittleEndian.LONG, 0));
      case FLOAT32 -> new GgufValue.Real(type, raw.get(LittleEndian.FLOAT, 0));
      case FLOAT64 -> new GgufValue.Real(type, raw.get(LittleEndian.DOUBLE, 0));
      case BOOL, STRING, ARRAY -> throw new IllegalArgumentException(type + " is no number");
    };
  }

  private GgufValue array(String part) {
    GgufType type = type(part);
    if (type == GgufType.ARRAY) {
      throw new MalformedFile(file, part, "an array of arrays is not allowed");
    }
    if (type != GgufType.STRING) {
      long count = in.count(part, type.bytes());
      return new GgufValue.Array(type, count, in.bytes(count * type.bytes(), part));
    }
    long count = in.count(part, 8);
    long begin = in.position();
    for (long i = 0; i < count; i++) {
      in.text(part, LONGEST_TEXT);
    }
    return new GgufValue.Array(type, count, in.since(begin));
  }

  private long alignment(SequencedMap<String, GgufValue> metadata) {
    GgufValue value = metadata.get(ALIGNMENT);
    if (value == null) {
      return DEFAULT_ALIGNMENT;
    }
    if (value instanceof GgufValue.Whole(GgufType type, long bytes) && type == GgufType.UINT32) {
      if (Long.bitCount(bytes) == 1) {
        return bytes;
      }
      throw new MalformedFile(file, "key " + ALIGNMENT, bytes + " is no power of two");
    }
    throw new MalformedFile(file, "key " + ALIGNMENT, "must be a UINT32, not " + value.type());
  }

  private List<Info> infos(long count) {
    var infos = new ArrayList<Info>();
    for (long i = 0; i < count; i++) {
      String name = in.text("the name of tensor " + i, LONGEST_NAME);
      infos.add(info(name, "tensor " + name));
    }
    return infos;
  }

  private Info info(String name, String part) {
    int rank = in.u32(part);
    if (rank < 0 || rank > MOST_DIMENSIONS) {
      throw new MalformedFile(
          file, part, Integer.toUnsignedString(rank) + " dimensions, above " + MOST_DIMENSIONS);
    }
    var dims = new ArrayList<Long>();
    for (int i = 0; i < rank; i++) {
      dims.addFirst(in.u64(part));
    }
    int number = in.u32(part);
    DType dtype =
        TensorTypes.of(number)
            .orElseThrow(() ->
                new MalformedFile(
                    file,
                    part,
                    "tensor type " + Integer.toUnsignedString(number) + " is not supported"));
    long offset = in.u64(part);
    try {
      var shape = new Shape(dims);
      dtype.bytes(shape.elements());
      if (shape.columns() % dtype.blockElements() != 0) {
        throw new IllegalArgumentException(
            "rows of " + shape.columns() + " do not fill whole blocks of " + dtype);
      }
      return new Info(name, dtype, shape, offset);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new MalformedFile(file, part, String.valueOf(e.getMessage()));
    }
  }

  private SequencedMap<String, Tensor> tensors(List<Info> infos, long alignment) {
    var tensors = new LinkedHashMap<String, Tensor>();
    long begin = in.position();
    for (Info info : infos) {
      String part = "tensor " + info.name();
      in.align(alignment, begin);
      if (info.offset() != in.position() - begin) {
        throw new MalformedFile(
            file,
            part,
            "its offset is "
                + Long.toUnsignedString(info.offset())
                + ", but the data before it end at "
                + (in.position() - begin));
      }
      MemorySegment data = in.bytes(info.dtype().bytes(info.shape().elements()), part);
      var tensor = new Tensor(info.name(), info.dtype(), info.shape(), data);
      if (tensors.put(info.name(), tensor) != null) {
        throw new MalformedFile(file, part, "stands twice");
      }
    }
    return tensors;
  }
}
