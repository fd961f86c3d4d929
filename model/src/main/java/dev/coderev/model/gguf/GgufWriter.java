package dev.coderev.model.gguf;

import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;

/** Writes one GGUF file: keys and tensors in the order given, data aligned to 32 bytes. */
public final class GgufWriter {

  private static final int VERSION = 3;

  private final FileChannel out;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private GgufWriter(FileChannel out) {
    this.out = out;
  }

  /** Writes a new file and forces it to disk. */
  public static void write(
      Path file, SequencedMap<String, GgufValue> metadata, List<TensorSource> tensors)
      throws IOException {
    requireWritable(metadata, tensors);
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      new GgufWriter(out).writeAll(metadata, tensors);
      out.force(true);
    } catch (UncheckedIOException e) {
      throw new IOException("cannot write " + file, e);
    }
  }

  private static void requireWritable(
      SequencedMap<String, GgufValue> metadata, List<TensorSource> tensors) {
    if (metadata.containsKey(GgufReader.ALIGNMENT)) {
      throw new IllegalArgumentException(GgufReader.ALIGNMENT + " is this writer's own affair");
    }
    var names = new HashSet<String>();
    for (TensorSource tensor : tensors) {
      String name = tensor.name();
      if (name.getBytes(StandardCharsets.UTF_8).length > GgufReader.LONGEST_NAME) {
        throw new IllegalArgumentException("GGUF allows no name as long as " + name);
      }
      if (!names.add(name)) {
        throw new IllegalArgumentException("two tensors are called " + name);
      }
      if (tensor.shape().rank() > GgufReader.MOST_DIMENSIONS) {
        throw new IllegalArgumentException(name + " has too many dimensions for GGUF");
      }
      if (TensorTypes.number(tensor.dtype()).isEmpty()) {
        throw new IllegalArgumentException(name + ": GGUF cannot hold " + tensor.dtype());
      }
    }
  }

  private void writeAll(SequencedMap<String, GgufValue> metadata, List<TensorSource> tensors)
      throws IOException {
    room(24).putInt(GgufReader.MAGIC).putInt(VERSION).putLong(tensors.size());
    room(8).putLong(metadata.size());
    metadata.forEach(this::entry);
    long offset = 0;
    for (TensorSource tensor : tensors) {
      info(tensor, offset);
      offset += padded(tensor.bytes());
    }
    flush();
    pad(out.position());
    for (TensorSource tensor : tensors) {
      long begin = out.position();
      tensor.content().writeTo(out);
      if (out.position() - begin != tensor.bytes()) {
        throw new IllegalStateException(
            tensor.name() + " wrote " + (out.position() - begin) + " of " + tensor.bytes());
      }
      pad(tensor.bytes());
    }
  }

  private static long padded(long bytes) {
    return Math.ceilDiv(bytes, GgufReader.DEFAULT_ALIGNMENT) * GgufReader.DEFAULT_ALIGNMENT;
  }

  private void pad(long bytes) throws IOException {
    drain(ByteBuffer.allocate((int) (padded(bytes) - bytes)), out);
  }

  private void entry(String key, GgufValue value) {
    text(key);
    room(4).putInt(value.type().ordinal());
    switch (value) {
      case GgufValue.Whole(GgufType type, long whole) -> whole(type, whole);
      case GgufValue.Real(GgufType type, double real) -> {
        if (type == GgufType.FLOAT32) {
          room(4).putFloat((float) real);
        } else {
          room(8).putDouble(real);
        }
      }
      case GgufValue.Bool(boolean yes) -> room(1).put((byte) (yes ? 1 : 0));
      case GgufValue.Text(String words) -> text(words);
      case GgufValue.Array array -> {
        room(4).putInt(array.elementType().ordinal());
        room(8).putLong(array.count());
        flush();
        try {
          TensorSource.write(array.raw(), out);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void whole(GgufType type, long value) {
    switch (type.bytes()) {
      case 1 -> room(1).put((byte) value);
      case 2 -> room(2).putShort((short) value);
      case 4 -> room(4).putInt((int) value);
      default -> room(8).putLong(value);
    }
  }

  private void info(TensorSource tensor, long offset) {
    text(tensor.name());
    room(4).putInt(tensor.shape().rank());
    for (long dim : tensor.shape().dims().reversed()) {
      room(8).putLong(dim);
    }
    room(4).putInt(TensorTypes.number(tensor.dtype()).orElseThrow());
    room(8).putLong(offset);
  }

  private void text(String words) {
    byte[] utf8 = words.getBytes(StandardCharsets.UTF_8);
    room(8).putLong(utf8.length);
    room(utf8.length).put(utf8);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
    return buffer;
  }

  private void flush() {
    try {
      drain(buffer.flip(), out);
      buffer.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
