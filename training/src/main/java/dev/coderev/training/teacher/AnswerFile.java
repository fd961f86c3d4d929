package dev.coderev.training.teacher;

import dev.coderev.training.TrainingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Answers by the sequences that they belong to, in a file that only grows, up to a limit. What a
 * kill left unfinished at its end is cut off when it is opened; what was damaged is as if it had
 * never been kept. Big-endian:
 *
 * <pre>
 * header   "CRTA" u32 version 1, u32 vocabulary, u32 k, f64 temperature, 64 bytes teacher's SHA-256
 * record   u64 u64 key, u32 places, {k ids, k halves ln p, f32 ln p of the rest} each, u32 CRC-32C
 * </pre>
 */
final class AnswerFile implements AutoCloseable {

  private static final int MAGIC = 0x43525441;
  private static final int VERSION = 1;
  private static final int DIGEST = 64;
  private static final int HEADER = 4 * Integer.BYTES + Double.BYTES + DIGEST;
  private static final int HEAD = 2 * Long.BYTES + Integer.BYTES;

  /** Who answers, and how much of it is kept. */
  record Kind(String teacher, int vocabulary, int k, double temperature) {

    private ByteBuffer header() {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      header.putInt(MAGIC).putInt(VERSION).putInt(vocabulary).putInt(k).putDouble(temperature);
      header.put(teacher.getBytes(StandardCharsets.US_ASCII), 0, DIGEST);
      return header.flip();
    }

    private long bytes(int places) {
      return (long) places * TopAnswers.bytesOfPlace(k, vocabulary);
    }
  }

  private record Found(long at, int places) {}

  private final Path file;
  private final Kind kind;
  private final long limit;
  private final FileChannel channel;
  private final Map<SequenceKey, Found> index = new HashMap<>();
  private long end = HEADER;

  private AnswerFile(Path file, Kind kind, long limit, FileChannel channel) {
    this.file = file;
    this.kind = kind;
    this.limit = limit;
    this.channel = channel;
  }

  /**
   * Opens a file, or makes it.
   *
   * @param limit bytes beyond which nothing is kept any more
   */
  static AnswerFile open(Path file, Kind kind, long limit) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        if (channel.tryLock() == null) {
          throw new TrainingException(file + " is used by another process");
        }
        var answers = new AnswerFile(file, kind, limit, channel);
        answers.scan();
        return answers;
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  private void scan() throws IOException {
    ByteBuffer header = kind.header();
    if (channel.size() < HEADER) {
      channel.truncate(0);
      write(header, 0);
      return;
    }
    if (!read(0, HEADER).equals(header)) {
      throw new TrainingException(
          file
              + " holds answers of another teacher, of other size or temperature; name another"
              + " folder");
    }
    while (end + HEAD <= channel.size()) {
      ByteBuffer head = read(end, HEAD);
      var key = new SequenceKey(head.getLong(), head.getLong());
      int places = head.getInt();
      long next = end + HEAD + kind.bytes(places) + Integer.BYTES;
      if (places < 1 || next > channel.size()) {
        break;
      }
      index.put(key, new Found(end, places));
      end = next;
    }
    channel.truncate(end);
  }

  private ByteBuffer read(long at, long bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(bytes));
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = channel.read(buffer, at + buffer.position());
    }
    return buffer.flip();
  }

  private void write(ByteBuffer bytes, long at) throws IOException {
    long to = at;
    while (bytes.hasRemaining()) {
      to += channel.write(bytes, to);
    }
  }

  /** What is kept of a sequence; empty when nothing sound is. */
  Optional<TopAnswers> find(SequenceKey key) {
    Found found = index.get(key);
    if (found == null) {
      return Optional.empty();
    }
    try {
      long bytes = HEAD + kind.bytes(found.places());
      ByteBuffer record = read(found.at(), bytes + Integer.BYTES);
      if (sum(record, (int) bytes) != record.getInt((int) bytes)) {
        index.remove(key);
        return Optional.empty();
      }
      return Optional.of(
          TopAnswers.read(record.position(HEAD), found.places(), kind.k(), kind.vocabulary()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Keeps what was said of a sequence; false when there is no room within the limit. */
  boolean keep(SequenceKey key, TopAnswers answers) {
    int bytes = Math.toIntExact(HEAD + kind.bytes(answers.places()));
    if (end + bytes + Integer.BYTES > limit) {
      return false;
    }
    ByteBuffer record = ByteBuffer.allocate(bytes + Integer.BYTES);
    record.putLong(key.high()).putLong(key.low()).putInt(answers.places());
    answers.write(record, kind.vocabulary());
    record.putInt(sum(record, bytes));
    try {
      write(record.flip(), end);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
    index.put(key, new Found(end, answers.places()));
    end += record.limit();
    return true;
  }

  /** The checksum of the first bytes. */
  private static int sum(ByteBuffer bytes, int count) {
    var crc = new CRC32C();
    crc.update(bytes.slice(0, count));
    return (int) crc.getValue();
  }

  /** How many sequences are kept. */
  int sequences() {
    return index.size();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    }
  }
}
