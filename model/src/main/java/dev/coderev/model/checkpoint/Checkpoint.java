package dev.coderev.model.checkpoint;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * An open checkpoint: a configuration and the tensors of a decoder-only model, memory-mapped.
 *
 * <p>Names, shapes and the order of rows are those of Hugging Face directories, whichever format
 * the file has: a GGUF's Q and K rows are put back into halves order when they are asked for.
 * Closing it ends the life of every tensor that it gave.
 */
public interface Checkpoint extends AutoCloseable {

  /** The directory or file that was opened. */
  Path source();

  ModelConfig config();

  /** The names of all tensors, in a fixed order. */
  SequencedSet<String> names();

  Optional<Tensor> find(String name);

  /** The tensor of that name; an error that names the file when there is none. */
  Tensor tensor(String name);

  @Override
  void close();
}
