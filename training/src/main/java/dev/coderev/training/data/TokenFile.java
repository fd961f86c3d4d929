package dev.coderev.training.data;

import dev.coderev.training.TrainingException;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tokens of many documents in one mapped file: how many documents, where each ends, then all
 * ids, big-endian.
 */
public final class TokenFile implements AutoCloseable {

  private static final int MAGIC = 0x43525431; // "CRT1"
  private static final long HEADER = 8;

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Arena arena;
  private final MemorySegment ends;
  private final MemorySegment ids;
  private final int documents;

  @SuppressWarnings("MustBeClosedChecker") // this type is what closes it
  private TokenFile(Path file) {
    arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      if (all.byteSize() < HEADER || all.get(INT, 0) != MAGIC) {
        throw new TrainingException(file + " holds no tokens; remove it to have it made again");
      }
      documents = all.get(INT, 4);
      ends = all.asSlice(HEADER, 8L * documents);
      ids = all.asSlice(HEADER + 8L * documents);
      if (ids.byteSize() != 4 * tokens()) {
        throw new TrainingException(file + " is cut short; remove it to have it made again");
      }
    } catch (IOException e) {
      arena.close();
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  public static TokenFile open(Path file) {
    return new TokenFile(file);
  }

  /** How many documents there are. */
  public int documents() {
    return documents;
  }

  /** How many tokens all documents have together. */
  public long tokens() {
    return documents == 0 ? 0 : ends.get(LONG, 8L * (documents - 1));
  }

  /** The tokens of one document. */
  public int[] document(int index) {
    long from = index == 0 ? 0 : ends.get(LONG, 8L * (index - 1));
    long to = ends.get(LONG, 8L * index);
    return ids.asSlice(4 * from, 4 * (to - from)).toArray(INT);
  }

  @Override
  public void close() {
    arena.close();
  }

  /** Collects documents beside the file and writes it when all are there. */
  public static final class Writer implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final DataOutputStream out;
    private final List<Long> ends = new ArrayList<>();
    private long tokens;

    public Writer(Path file) throws IOException {
      this.file = file;
      this.part = file.resolveSibling(file.getFileName() + ".ids");
      this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)));
    }

    /**
     * Adds a document in pieces, which are then documents of their own: one that is longer than
     * many batches would be all that a model sees for a while.
     */
    public void addPieces(int[] document, int longest) throws IOException {
      for (int from = 0; from < document.length; from += longest) {
        add(Arrays.copyOfRange(document, from, Math.min(document.length, from + longest)));
      }
    }

    public void add(int[] document) throws IOException {
      for (int id : document) {
        out.writeInt(id);
      }
      tokens += document.length;
      ends.add(tokens);
    }

    public long tokens() {
      return tokens;
    }

    /** Writes the file, under its name only when it is whole. */
    public void finish() throws IOException {
      out.close();
      Path whole = file.resolveSibling(file.getFileName() + ".part");
      try (var to = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(whole)))) {
        to.writeInt(MAGIC);
        to.writeInt(ends.size());
        for (long end : ends) {
          to.writeLong(end);
        }
        Files.copy(part, to);
      }
      Files.move(whole, file);
    }

    @Override
    public void close() throws IOException {
      out.close();
      Files.deleteIfExists(part);
    }
  }
}
