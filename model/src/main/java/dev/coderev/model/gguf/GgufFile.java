package dev.coderev.model.gguf;

import dev.coderev.model.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SequencedMap;

/**
 * A mapped GGUF file: keys with typed values, and tensors under their GGUF names.
 *
 * <p>Shapes are row-major, the reverse of the order in the file, where the contiguous dimension
 * comes first.
 *
 * @param version 2 or 3
 * @param tensors live as long as the arena
 * @see <a href="https://github.com/ggml-org/ggml/blob/master/docs/gguf.md">the format</a>
 */
public record GgufFile(
    Path file,
    int version,
    SequencedMap<String, GgufValue> metadata,
    SequencedMap<String, Tensor> tensors) {

  /** Maps a file into {@code arena} and checks every rule of the format. */
  public static GgufFile open(Path file, Arena arena) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new GgufReader(file, all).read();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
