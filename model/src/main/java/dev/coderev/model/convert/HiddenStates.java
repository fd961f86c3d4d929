package dev.coderev.model.convert;

import dev.coderev.model.ModelException;
import dev.coderev.model.tensor.LittleEndian;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What calibration texts are between two layers: rows of floats in a mapped file. */
final class HiddenStates implements AutoCloseable {

  private final Arena arena = Arena.ofShared();
  private final List<int[]> sequences;
  private final int hidden;
  private final MemorySegment data;

  @SuppressWarnings("MustBeClosedChecker") // this type is what closes it
  private HiddenStates(Path file, List<int[]> sequences, int hidden, boolean fresh)
      throws IOException {
    this.sequences = sequences;
    this.hidden = hidden;
    long bytes = Float.BYTES * (long) hidden * sequences.stream().mapToLong(it -> it.length).sum();
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!fresh && channel.size() != bytes) {
        throw new ModelException(file + " is damaged; remove its folder to begin again");
      }
      data = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  static HiddenStates create(Path file, List<int[]> sequences, int hidden) throws IOException {
    Files.deleteIfExists(file);
    return new HiddenStates(file, sequences, hidden, true);
  }

  static HiddenStates open(Path file, List<int[]> sequences, int hidden) throws IOException {
    return new HiddenStates(file, sequences, hidden, false);
  }

  private long at(int sequence) {
    return sequences.stream().limit(sequence).mapToLong(it -> it.length).sum() * hidden;
  }

  /** The rows of a sequence: [tokens, hidden]. */
  float[] read(int sequence) {
    var rows = new float[sequences.get(sequence).length * hidden];
    MemorySegment.copy(data, LittleEndian.FLOAT, Float.BYTES * at(sequence), rows, 0, rows.length);
    return rows;
  }

  void write(int sequence, float[] rows) {
    MemorySegment.copy(rows, 0, data, LittleEndian.FLOAT, Float.BYTES * at(sequence), rows.length);
  }

  @Override
  public void close() {
    data.force();
    arena.close();
  }
}
