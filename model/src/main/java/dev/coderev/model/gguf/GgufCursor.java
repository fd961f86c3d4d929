package dev.coderev.model.gguf;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.tensor.LittleEndian;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A place in a mapped file that moves forward and never beyond its end. */
final class GgufCursor {

  /** What stands for bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\ufffd';

  private final Path file;
  private final MemorySegment all;
  private long at;

  GgufCursor(Path file, MemorySegment all) {
    this.file = file;
    this.all = all;
  }

  long position() {
    return at;
  }

  long remaining() {
    return all.byteSize() - at;
  }

  int u32(String what) {
    return all.get(LittleEndian.INT, take(4, what));
  }

  long u64(String what) {
    return all.get(LittleEndian.LONG, take(8, what));
  }

  /** A count of things that take at least {@code least} bytes each, of which there must be room. */
  long count(String what, int least) {
    long count = u64(what);
    if (count < 0 || count > remaining() / least) {
      throw new MalformedFile(
          file,
          what,
          Long.toUnsignedString(count) + " do not fit the " + remaining() + " bytes that follow");
    }
    return count;
  }

  MemorySegment bytes(long count, String what) {
    return all.asSlice(take(count, what), count);
  }

  String text(String what, long longest) {
    long length = u64(what);
    if (length < 0 || length > longest) {
      throw new MalformedFile(
          file, what, "is " + Long.toUnsignedString(length) + " bytes long, above " + longest);
    }
    long from = take(length, what);
    var utf8 = new byte[Math.toIntExact(length)];
    MemorySegment.copy(all, ValueLayout.JAVA_BYTE, from, utf8, 0, utf8.length);
    var text = new String(utf8, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : strictly(utf8, what);
  }

  /** For the few texts in which something was replaced, or that hold such a character. */
  private String strictly(byte[] utf8, String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedFile(file, what + " is not valid UTF-8", e);
    }
  }

  /** What lies between {@code begin} and here. */
  MemorySegment since(long begin) {
    return all.asSlice(begin, at - begin);
  }

  /**
   * Moves to the next multiple of {@code alignment} after {@code begin}, or to the end when that
   * comes first.
   */
  void align(long alignment, long begin) {
    at = Math.min(all.byteSize(), begin + Math.ceilDiv(at - begin, alignment) * alignment);
  }

  private long take(long count, String what) {
    if (count < 0 || count > remaining()) {
      throw new MalformedFile(
          file, what, "the file ends at byte " + all.byteSize() + ", in the middle of it");
    }
    long start = at;
    at += count;
    return start;
  }
}
