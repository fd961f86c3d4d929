package dev.coderev.model.convert;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tensors of a checkpoint quantized without looking at inputs, made weight by weight and
 * spooled until all are known.
 */
final class QuantizedTensors implements AutoCloseable {

  private static final Hessian NO_INPUTS = Hessian.identity(1);

  private final Checkpoint checkpoint;
  private final PackedParts parts;
  private final QuantizationListener listener;
  private final List<Quantization.Quantized> done = new ArrayList<>();
  private @Nullable TensorSpool spool;

  QuantizedTensors(Checkpoint checkpoint, PackedParts parts, QuantizationListener listener) {
    this.checkpoint = checkpoint;
    this.parts = parts;
    this.listener = listener;
  }

  List<Quantization.Quantized> done() {
    return List.copyOf(done);
  }

  /** Quantizes everything; the tensors can be read until this is closed. */
  List<TensorSource> in(Path staged) throws IOException {
    TensorSpool file = TensorSpool.create(staged.resolve("parts.spool"));
    spool = file;
    var sources = new ArrayList<TensorSource>();
    for (String name : WeightShapes.of(checkpoint.config()).keySet()) {
      Tensor tensor = checkpoint.tensor(name);
      if (!Quantization.isLinear(name, tensor.shape())) {
        sources.add(parts.unquantized(tensor));
        continue;
      }
      PackedParts.Packed packed = parts.quantize(tensor, NO_INPUTS);
      for (TensorSource part : packed.parts()) {
        sources.add(file.keep(part));
      }
      done.add(packed.report());
      listener.quantized(packed.report());
    }
    return sources;
  }

  /** Lets the spooled bytes go, which nobody reads any more; doing it again does nothing. */
  void release() throws IOException {
    if (spool != null) {
      spool.close();
    }
  }

  @Override
  public void close() {
    try {
      release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
