package dev.coderev.analysis.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A folder of cached results, one file each, named by their keys. Safe for many threads and
 * processes: a file appears whole or not at all, and one that is damaged counts as absent.
 *
 * <pre>
 * folder/v1/ab/cdef…   magic, checksum of the rest, content
 * </pre>
 */
public final class CacheFolder {
  private static final String LAYOUT = "v1";
  private static final int MAGIC = 0x43524331;
  private static final int HEADER = 8;
  private static final String UNFINISHED = ".tmp";
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final long mostBytes;
  private final Clock clock;
  private volatile boolean written;
  private volatile boolean full;

  private CacheFolder(Path folder, long mostBytes, Clock clock) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /**
   * The cache at {@code folder}, which is made if there is none.
   *
   * @param mostBytes what {@link #trim} leaves at most
   * @throws IOException if nothing can be written there
   */
  public static CacheFolder open(Path folder, long mostBytes, Clock clock) throws IOException {
    Path layout = Files.createDirectories(folder.resolve(LAYOUT));
    Files.delete(Files.createTempFile(layout, "", UNFINISHED));
    return new CacheFolder(layout, mostBytes, clock);
  }

  /** What was kept under the key. */
  public Optional<byte[]> read(CacheKey key) {
    Path file = file(key);
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer header = ByteBuffer.wrap(bytes);
      if (bytes.length < HEADER
          || header.getInt() != MAGIC
          || header.getInt() != checksum(bytes, HEADER)) {
        return Optional.empty();
      }
      keepFresh(file);
      byte[] content = new byte[bytes.length - HEADER];
      System.arraycopy(bytes, HEADER, content, 0, content.length);
      return Optional.of(content);
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** Keeps the content under the key, if there is room on the disk. */
  public void write(CacheKey key, byte[] content) {
    if (full) {
      return;
    }
    Path file = file(key);
    try {
      Path unfinished = Files.createTempFile(Files.createDirectories(group(key)), "", UNFINISHED);
      try {
        Files.write(
            unfinished,
            ByteBuffer.allocate(HEADER + content.length)
                .putInt(MAGIC)
                .putInt(checksum(content, 0))
                .put(content)
                .array());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        written = true;
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException _) {
      full = true;
    }
  }

  private static int checksum(byte[] bytes, int from) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return (int) sum.getValue();
  }

  private Path file(CacheKey key) {
    return group(key).resolve(key.hex().substring(2));
  }

  private Path group(CacheKey key) {
    return folder.resolve(key.hex().substring(0, 2));
  }

  /** What is used stays longest; the time of a file says on which day that was. */
  private void keepFresh(Path file) throws IOException {
    Instant now = clock.instant();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FRESH))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /** A file of the cache as it was when it was looked at. */
  private record Entry(Path file, long bytes, FileTime used) {}

  /** Removes what was used least recently until the rest is small enough, if anything was added. */
  public void trim() {
    if (!written) {
      return;
    }
    written = false;
    try {
      List<Entry> entries = entries();
      long bytes = entries.stream().mapToLong(Entry::bytes).sum();
      entries.sort(Comparator.comparing(Entry::used));
      for (Entry entry : entries) {
        if (bytes <= mostBytes) {
          break;
        }
        Files.deleteIfExists(entry.file());
        bytes -= entry.bytes();
      }
    } catch (IOException _) {
      // Another process trims it too, or it is gone: either way the next run looks again.
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Instant abandoned = clock.instant().minus(ABANDONED);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean unfinished = file.toString().endsWith(UNFINISHED);
            if (!unfinished) {
              entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
            } else if (attributes.lastModifiedTime().toInstant().isBefore(abandoned)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return entries;
  }
}
