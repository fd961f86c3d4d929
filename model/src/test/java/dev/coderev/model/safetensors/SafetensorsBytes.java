package dev.coderev.model.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hand-made safetensors file, right or wrong. */
final class SafetensorsBytes {

  private final byte[] header;
  private final int dataBytes;
  private final long statedLength;

  SafetensorsBytes(byte[] header, int dataBytes, long statedLength) {
    this.header = header.clone();
    this.dataBytes = dataBytes;
    this.statedLength = statedLength;
  }

  static SafetensorsBytes of(String header, int dataBytes) {
    byte[] utf8 = header.getBytes(StandardCharsets.UTF_8);
    return new SafetensorsBytes(utf8, dataBytes, utf8.length);
  }

  Path in(Path folder) throws IOException {
    var bytes = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(statedLength).put(header);
    return Files.write(Files.createTempFile(folder, "hand", ".safetensors"), bytes.array());
  }
}
