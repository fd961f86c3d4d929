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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  private static final int BLOCK = 1 << 20;
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
    List<Map.Entry<SequenceKey, Found>> walked = new ArrayList<>();
    while (end + HEAD <= channel.size()) {
      Optional<Map.Entry<SequenceKey, Found>> next = head(read(end, HEAD), 0, end);
      if (next.isPresent()) {
        walked.add(next.get());
        end = after(next.get().getValue());
      } else if (!goOnBehindDamage(walked)) {
        break;
      }
    }
    walked.forEach(found -> index.put(found.getKey(), found.getValue()));
    channel.truncate(end);
  }

  /** What the head of a record says that lies at this place; nothing where there is none. */
  private Optional<Map.Entry<SequenceKey, Found>> head(ByteBuffer bytes, int i, long at)
      throws IOException {
    var key = new SequenceKey(bytes.getLong(i), bytes.getLong(i + Long.BYTES));
    var found = new Found(at, bytes.getInt(i + 2 * Long.BYTES));
    boolean fits = found.places() > 0 && after(found) <= channel.size();
    return fits ? Optional.of(Map.entry(key, found)) : Optional.empty();
  }

  private long after(Found record) {
    return record.at() + HEAD + kind.bytes(record.places()) + Integer.BYTES;
  }

  /**
   * Looks for the next sound record, because a head that says nothing sensible may be damaged, and
   * so may those before it that led here. Without one the file ends behind the last sound record.
   */
  private boolean goOnBehindDamage(List<Map.Entry<SequenceKey, Found>> walked) throws IOException {
    long from = end + 1;
    while (!walked.isEmpty() && sound(walked.getLast().getValue()).isEmpty()) {
      end = walked.removeLast().getValue().at();
      from = end + 1;
    }
    long at = from;
    while (at + HEAD <= channel.size()) {
      ByteBuffer block = read(at, Math.min(BLOCK, channel.size() - at));
      for (int i = 0; i + HEAD <= block.limit(); i++, at++) {
        Optional<Map.Entry<SequenceKey, Found>> next = head(block, i, at);
        if (next.isPresent() && sound(next.get().getValue()).isPresent()) {
          end = at;
          return true;
        }
      }
    }
    return false;
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
      Optional<ByteBuffer> record = sound(found);
      if (record.isEmpty()) {
        index.remove(key);
      }
      return record.map(bytes ->
          TopAnswers.read(bytes.position(HEAD), found.places(), kind.k(), kind.vocabulary()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** The bytes of a record, if its checksum is that of them. */
  private Optional<ByteBuffer> sound(Found found) throws IOException {
    int bytes = Math.toIntExact(HEAD + kind.bytes(found.places()));
    ByteBuffer record = read(found.at(), bytes + (long) Integer.BYTES);
    return Optional.of(record).filter(it -> sum(it, bytes) == it.getInt(bytes));
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
