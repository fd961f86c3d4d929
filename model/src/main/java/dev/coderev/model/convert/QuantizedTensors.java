package dev.coderev.model.convert;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.packing.WeightPacking;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.quantized.QuantizedWeight;
import dev.coderev.model.quantizer.DenseWeight;
import dev.coderev.model.quantizer.Hessian;
import dev.coderev.model.quantizer.Quantizer;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tensors of a quantized checkpoint, made weight by weight and spooled until all are known. */
final class QuantizedTensors implements AutoCloseable {

  private static final Hessian NO_INPUTS = Hessian.identity(1);

  private final Checkpoint checkpoint;
  private final Quantizer quantizer;
  private final WeightPacking packing;
  private final DType plain;
  private final Workers workers;
  private final Optional<Calibration> calibration;
  private final Consumer<Quantization.Quantized> progress;
  private final List<Quantization.Quantized> done = new ArrayList<>();
  private final List<TensorSource> sources = new ArrayList<>();
  private @Nullable TensorSpool spool;

  QuantizedTensors(
      Checkpoint checkpoint,
      Quantizer quantizer,
      WeightPacking packing,
      DType plain,
      Workers workers,
      Optional<Calibration> calibration,
      Consumer<Quantization.Quantized> progress) {
    this.checkpoint = checkpoint;
    this.quantizer = quantizer;
    this.packing = packing;
    this.plain = plain;
    this.workers = workers;
    this.calibration = calibration;
    this.progress = progress;
  }

  List<Quantization.Quantized> done() {
    return List.copyOf(done);
  }

  /** Quantizes everything; the tensors can be read until this is closed. */
  List<TensorSource> in(Path staged) throws IOException {
    TensorSpool file = TensorSpool.create(staged.resolve("parts.spool"));
    spool = file;
    for (Tensor tensor : plainTensors()) {
      sources.add(plain(tensor));
    }
    if (quantizer.calibrated()) {
      calibrated(file, calibration.orElseThrow());
    } else {
      for (int i = 0; i < checkpoint.config().layers(); i++) {
        for (String name : linears(i)) {
          quantize(checkpoint.tensor(name), NO_INPUTS, file);
        }
      }
    }
    return sources;
  }

  private void calibrated(TensorSpool file, Calibration texts) throws IOException {
    int layers = checkpoint.config().layers();
    int step = Calibration.layersAtOnce(checkpoint.config());
    try (LoadedModel model = texts.open(checkpoint.source())) {
      for (int from = 0; from < layers; from += step) {
        int to = Math.min(layers, from + step);
        var moments = texts.moments(model, from, to);
        for (int i = from; i < to; i++) {
          for (String name : linears(i)) {
            Hessian inputs = moments.get(WeightPacking.module(name));
            if (inputs == null) {
              throw new IllegalStateException("the model never read " + name);
            }
            quantize(checkpoint.tensor(name), inputs, file);
          }
        }
      }
    }
  }

  private List<Tensor> plainTensors() {
    return WeightShapes.of(checkpoint.config()).entrySet().stream()
        .filter(it -> !Quantization.isLinear(it.getKey(), it.getValue()))
        .map(it -> checkpoint.tensor(it.getKey()))
        .toList();
  }

  private List<String> linears(int layer) {
    return WeightShapes.of(checkpoint.config()).entrySet().stream()
        .filter(it -> it.getKey().startsWith(WeightShapes.layer(layer)))
        .filter(it -> Quantization.isLinear(it.getKey(), it.getValue()))
        .map(it -> it.getKey())
        .toList();
  }

  private TensorSource plain(Tensor tensor) {
    if (tensor.dtype() == plain) {
      return TensorSource.of(tensor);
    }
    return EncodedTensor.of(
        tensor.name(),
        plain,
        tensor.shape(),
        (from, into, count) -> tensor.readFloats(from, into, 0, count),
        new Rounding.Nearest(),
        lost -> {});
  }

  private void quantize(Tensor tensor, Hessian moments, TensorSpool file) throws IOException {
    DenseWeight weight = DenseWeight.of(tensor);
    Quantizer.Result result = quantizer.quantize(weight, moments, workers);
    QuantizedWeight quantized = result.weight();
    for (TensorSource part : packing.split(tensor.name(), quantized)) {
      sources.add(file.keep(part));
    }
    var report =
        new Quantization.Quantized(
            tensor.name(),
            quantized.format(),
            quantized.storedBits(),
            tensor.shape().elements(),
            error(weight, quantized),
            result.notes());
    done.add(report);
    progress.accept(report);
  }

  private static double error(DenseWeight weight, QuantizedWeight quantized) {
    var row = new float[weight.columns()];
    double error = 0;
    double norm = 0;
    for (int r = 0; r < weight.rows(); r++) {
      quantized.readRow(r, row, 0);
      for (int c = 0; c < row.length; c++) {
        double difference = (double) row[c] - weight.at(r, c);
        error += difference * difference;
        norm += (double) weight.at(r, c) * weight.at(r, c);
      }
    }
    return norm == 0 ? 0 : Math.sqrt(error / norm);
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
