package dev.coderev.model.checkpoint;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * An open checkpoint: a configuration and the tensors of a decoder-only model, memory-mapped.
 *
 * <p>Names, shapes and the order of rows are those of Hugging Face directories, whichever format
 * the file has: a GGUF's Q and K rows are put back into halves order when they are asked for. Every
 * weight that the configuration calls for is there, in the shape that it calls for. Closing ends
 * the life of every tensor that the checkpoint gave.
 */
public interface Checkpoint extends AutoCloseable {

  /** Opens a Hugging Face directory or a GGUF file and checks it. */
  static Checkpoint open(Path source) {
    if (Files.isDirectory(source)) {
      return HuggingFaceDirectory.open(source);
    }
    if (Files.isRegularFile(source)) {
      return GgufCheckpoint.open(source);
    }
    throw new ModelException(source + " is neither a directory nor a file");
  }

  /** The directory or file that was opened. */
  Path source();

  ModelConfig config();

  /** The names of all tensors, in a fixed order. */
  SequencedSet<String> names();

  Optional<Tensor> find(String name);

  /** How weights are packed that no element type says, for people; empty when none are. */
  default Optional<String> quantization() {
    return Optional.empty();
  }

  /**
   * The weight of that name as codes and scales, copied out of the file's mapping; empty when it is
   * not packed.
   */
  default Optional<QuantizedWeight> quantized(String name) {
    return Optional.empty();
  }

  /** How a weight is stored, without reading it; empty when it is packed in several tensors. */
  default Optional<DType> dtype(String name) {
    return find(name).map(Tensor::dtype);
  }

  /** The bytes that a weight takes in its file, without reading it. */
  default long fileBytes(String name) {
    return find(name).map(it -> it.data().byteSize()).orElse(0L);
  }

  /**
   * The bits that a tensor takes in its file, scales and zero points included where it is packed.
   */
  default long storedBits(String name) {
    return quantized(name)
        .map(QuantizedWeight::storedBits)
        .orElseGet(() -> plainBits(tensor(name)));
  }

  private static long plainBits(Tensor tensor) {
    return 8 * tensor.dtype().bytes(tensor.shape().elements());
  }

  /** The tensor of that name; an error that names the source when there is none. */
  default Tensor tensor(String name) {
    return find(name).orElseThrow(() -> new ModelException(source() + " holds no tensor " + name));
  }

  @Override
  void close();
}
