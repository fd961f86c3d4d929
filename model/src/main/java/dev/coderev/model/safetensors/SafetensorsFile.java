package dev.coderev.model.safetensors;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.LittleEndian;
import dev.coderev.model.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A mapped safetensors file: eight bytes of header length, a JSON header, the data.
 *
 * @param metadata the texts under {@code __metadata__}
 * @param tensors by name, in the order of the header; they live as long as the arena
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
public record SafetensorsFile(
    Path file, Map<String, String> metadata, SequencedMap<String, Tensor> tensors) {

  static final long LONGEST_HEADER = 100_000_000;

  /** Maps a file into {@code arena} and checks every rule of the format. */
  public static SafetensorsFile open(Path file, Arena arena) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < Long.BYTES) {
        throw new MalformedFile(file, "has " + size + " bytes; the header length alone takes 8");
      }
      return parse(file, channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static SafetensorsFile parse(Path file, MemorySegment all) {
    long length = all.get(LittleEndian.LONG, 0);
    if (length < 0 || length > LONGEST_HEADER) {
      throw new MalformedFile(
          file,
          "the header length "
              + Long.toUnsignedString(length)
              + " is above the limit of "
              + LONGEST_HEADER);
    }
    if (length > all.byteSize() - Long.BYTES) {
      throw new MalformedFile(
          file, "the header of " + length + " bytes reaches beyond the end of the file");
    }
    MemorySegment data = all.asSlice(Long.BYTES + length);
    SafetensorsHeader header =
        HeaderParser.parse(file, text(file, all.asSlice(Long.BYTES, length)));
    header.requireCover(file, data.byteSize());
    var tensors = new LinkedHashMap<String, Tensor>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      MemorySegment bytes = data.asSlice(entry.begin(), entry.end() - entry.begin());
      tensors.put(entry.name(), new Tensor(entry.name(), entry.dtype(), entry.shape(), bytes));
    }
    return new SafetensorsFile(
        file, header.metadata(), Collections.unmodifiableSequencedMap(tensors));
  }

  private static String text(Path file, MemorySegment header) {
    byte[] bytes = header.toArray(ValueLayout.JAVA_BYTE);
    if (bytes.length == 0 || bytes[0] != '{') {
      throw new MalformedFile(file, "the header must begin with '{'");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedFile(file, "the header is not valid UTF-8", e);
    }
  }
}
