package dev.coderev.model.safetensors;

import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes one safetensors file, byte for byte as the format's own library would: tensors by type,
 * widest first, then by name; the header padded with blanks to a multiple of eight.
 */
public final class SafetensorsWriter {

  /** The order of that library, from last to first. */
  private static final List<DType> RANKS =
      List.of(
          DType.BOOL,
          DType.U8,
          DType.I8,
          DType.F8_E5M2,
          DType.F8_E4M3,
          DType.I16,
          DType.U16,
          DType.F16,
          DType.BF16,
          DType.I32,
          DType.U32,
          DType.F32,
          DType.F64,
          DType.I64,
          DType.U64);

  private static final Comparator<TensorSource> ORDER =
      Comparator.<TensorSource>comparingInt(it -> RANKS.indexOf(it.dtype()))
          .reversed()
          .thenComparing(it -> it.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private SafetensorsWriter() {}

  /** Writes a new file and forces it to disk. Names must differ; block types have no place here. */
  public static void write(Path file, List<TensorSource> tensors, Map<String, String> metadata)
      throws IOException {
    List<TensorSource> ordered = tensors.stream().sorted(ORDER).toList();
    byte[] header = header(ordered, metadata);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer head = ByteBuffer.allocate(Long.BYTES + header.length);
      head.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).flip();
      while (head.hasRemaining()) {
        out.write(head);
      }
      for (TensorSource tensor : ordered) {
        long begin = out.position();
        tensor.content().writeTo(out);
        if (out.position() - begin != tensor.bytes()) {
          throw new IllegalStateException(
              tensor.name() + " wrote " + (out.position() - begin) + " of " + tensor.bytes());
        }
      }
      out.force(true);
    }
  }

  private static byte[] header(List<TensorSource> ordered, Map<String, String> metadata) {
    var members = new LinkedHashMap<String, Json>();
    if (!metadata.isEmpty()) {
      var texts = new LinkedHashMap<String, Json>();
      new TreeMap<>(metadata).forEach((key, value) -> texts.put(key, Json.of(value)));
      members.put("__metadata__", new Json.Obj(texts));
    }
    long at = 0;
    for (TensorSource tensor : ordered) {
      if (!RANKS.contains(tensor.dtype())) {
        throw new IllegalArgumentException(
            tensor.name() + ": safetensors cannot hold " + tensor.dtype());
      }
      long end = at + tensor.bytes();
      if (members.put(tensor.name(), entry(tensor.dtype(), tensor.shape(), at, end)) != null) {
        throw new IllegalArgumentException("two tensors are called " + tensor.name());
      }
      at = end;
    }
    byte[] json = JsonWriter.compact(new Json.Obj(members)).getBytes(StandardCharsets.UTF_8);
    int padded = Math.ceilDiv(json.length, Long.BYTES) * Long.BYTES;
    if (padded > SafetensorsFile.LONGEST_HEADER) {
      throw new IllegalArgumentException("the header would be longer than the format allows");
    }
    byte[] header = Arrays.copyOf(json, padded);
    Arrays.fill(header, json.length, padded, (byte) ' ');
    return header;
  }

  private static Json entry(DType dtype, Shape shape, long begin, long end) {
    var entry = new LinkedHashMap<String, Json>();
    entry.put("dtype", Json.of(dtype.name()));
    entry.put("shape", new Json.Arr(shape.dims().stream().map(Json::of).toList()));
    entry.put("data_offsets", new Json.Arr(List.of(Json.of(begin), Json.of(end))));
    return new Json.Obj(entry);
  }
}
