package dev.coderev.review.fix;

import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.review.fix.WriteOutcome.Refused;
import dev.coderev.review.fix.WriteOutcome.Written;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/**
 * The writer of repaired files. A file is replaced as a whole or not at all: the new content goes
 * to a file beside it, is forced to the disk and then takes its place.
 *
 * <p>Refused are files that no longer hold the text that was examined, that are not valid UTF-8 or
 * may not be written. Permissions and a byte order mark stay. A link stays a link.
 */
public final class FixWriter {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** How content reaches a new file; not the disk itself only in tests. */
  @FunctionalInterface
  interface Disk {
    void write(Path file, byte[] content) throws IOException;
  }

  private final Disk disk;

  public FixWriter() {
    this(FixWriter::writeThrough);
  }

  FixWriter(Disk disk) {
    this.disk = disk;
  }

  /** Writes the repairs of the file that lies at {@code location}. */
  public WriteOutcome write(Path location, FileFixes fixes) {
    return write(location, fixes.before(), fixes.after());
  }

  /**
   * Replaces the text of a file.
   *
   * @param before what was examined
   */
  public WriteOutcome write(Path location, SourceFile before, String after) {
    try {
      return replace(location.toRealPath(), before, after);
    } catch (NoSuchFileException _) {
      return new Refused(before.path(), "the file is gone");
    } catch (IOException e) {
      return new Refused(before.path(), "cannot be written: " + reasonOf(e));
    }
  }

  private WriteOutcome replace(Path file, SourceFile before, String after) throws IOException {
    byte[] old = Files.readAllBytes(file);
    Optional<String> text = text(old);
    if (text.isEmpty()) {
      return new Refused(before.path(), "it is not valid UTF-8");
    }
    if (!text.get().equals(before.text())) {
      return new Refused(before.path(), "it changed since it was examined");
    }
    if (!Files.isWritable(file)) {
      return new Refused(before.path(), "it is read-only");
    }
    byte[] content = bytes(after, hasMark(old));
    Path beside = Files.createTempFile(file.getParent(), ".coderev-", ".tmp");
    try {
      disk.write(beside, content);
      copyPermissions(file, beside);
      if (!Arrays.equals(old, Files.readAllBytes(file))) {
        return new Refused(before.path(), "it changed since it was examined");
      }
      move(beside, file);
      return new Written(before.path());
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void writeThrough(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("this file system cannot replace a file in one step", e);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (source == null || target == null) {
      return;
    }
    PosixFileAttributes attributes = source.readAttributes();
    if (!target.readAttributes().group().equals(attributes.group())) {
      try {
        target.setGroup(attributes.group());
      } catch (FileSystemException _) {
        // Only members of a group may give it a file; the permissions matter more.
      }
    }
    target.setPermissions(attributes.permissions());
  }

  /** The text without its mark, or empty if the bytes are no UTF-8. */
  private static Optional<String> text(byte[] bytes) {
    int from = hasMark(bytes) ? MARK.length : 0;
    try {
      ByteBuffer content = ByteBuffer.wrap(bytes, from, bytes.length - from);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(content).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(String text, boolean withMark) throws IOException {
    ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    int mark = withMark ? MARK.length : 0;
    byte[] bytes = Arrays.copyOf(withMark ? MARK : new byte[0], mark + encoded.remaining());
    encoded.get(bytes, mark, encoded.remaining());
    return bytes;
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= MARK.length
        && Arrays.equals(MARK, 0, MARK.length, bytes, 0, MARK.length);
  }

  private static String reasonOf(IOException e) {
    if (e instanceof FileSystemException problem && problem.getReason() != null) {
      return problem.getReason();
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e.getMessage() == null
        ? e.getClass().getSimpleName()
        : e.getMessage().lines().findFirst().orElse("");
  }
}
