package dev.coderev.model.gguf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hand-made GGUF file, right or wrong, written field by field. */
final class GgufBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  static GgufBytes header(long tensors, long keys) {
    return new GgufBytes().raw("GGUF").u32(3).u64(tensors).u64(keys);
  }

  GgufBytes raw(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  GgufBytes u8(int value) {
    bytes.write(value);
    return this;
  }

  GgufBytes u32(int value) {
    bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  GgufBytes u64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  GgufBytes text(String words) {
    return u64(words.getBytes(StandardCharsets.UTF_8).length).raw(words);
  }

  /** Tensor information with one dimension of 32-bit floats. */
  GgufBytes floats(String name, long count, long offset) {
    return text(name).u32(1).u64(count).u32(0).u64(offset);
  }

  GgufBytes zeros(int count) {
    bytes.writeBytes(new byte[count]);
    return this;
  }

  GgufBytes aligned(int alignment) {
    return zeros((alignment - bytes.size() % alignment) % alignment);
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }

  Path in(Path folder) throws IOException {
    return Files.write(Files.createTempFile(folder, "hand", ".gguf"), toArray());
  }
}
