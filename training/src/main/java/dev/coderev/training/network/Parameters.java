package dev.coderev.training.network;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.RandomWeights;
import dev.coderev.model.precision.EncodedTensor;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.precision.Rounding;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tensor.Shape;
import dev.coderev.model.tensor.TensorSource;
import dev.coderev.training.TrainingException;
import dev.coderev.training.torch.Compute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The weights of a network in 32 bits, by their Hugging Face names.
 *
 * <p>All of them are views of one run of memory, and their gradients of a second one, so that an
 * optimizer works on two long vectors: first all matrices, which decay, then norms and biases,
 * which do not.
 */
public final class Parameters implements AutoCloseable {

  private static final double DEVIATION = 0.02;

  private final SequencedMap<String, Shape> shapes;
  private final Map<String, Long> starts = new HashMap<>();
  private final Map<String, Tensor> views = new HashMap<>();
  private final List<Tensor> owned = new ArrayList<>();
  private final Tensor values;
  private final Tensor gradients;
  private final long decaying;

  private Parameters(Map<String, Shape> all, Compute compute, boolean trainable) {
    shapes = ordered(all);
    long size = 0;
    long matrices = 0;
    for (Map.Entry<String, Shape> entry : shapes.entrySet()) {
      starts.put(entry.getKey(), size);
      size += entry.getValue().elements();
      matrices = entry.getValue().rank() > 1 ? size : matrices;
    }
    decaying = matrices;
    values = keep(compute.zeros(size));
    gradients = trainable ? keep(compute.zeros(size)) : values;
    shapes.keySet().forEach(name -> view(name, trainable));
  }

  private static SequencedMap<String, Shape> ordered(Map<String, Shape> shapes) {
    var ordered = new LinkedHashMap<String, Shape>();
    shapes.forEach((name, shape) -> {
      if (shape.rank() > 1) {
        ordered.put(name, shape);
      }
    });
    shapes.forEach(ordered::putIfAbsent);
    return Collections.unmodifiableSequencedMap(ordered);
  }

  /** Outlives the scope that the tensor was made in. */
  private Tensor keep(Tensor tensor) {
    owned.add(tensor.retainReference());
    return tensor;
  }

  private void view(String name, boolean trainable) {
    try (var _ = new PointerScope()) {
      Tensor view = part(values, name).detach();
      if (trainable) {
        view = view.requires_grad_(true);
        view.mutable_grad().put(part(gradients, name));
      }
      views.put(name, keep(view));
    }
  }

  /** The place of a weight in a vector that is laid out as these parameters are. */
  private Tensor part(Tensor vector, String name) {
    Shape shape = shape(name);
    long[] dims = shape.dims().stream().mapToLong(Long::longValue).toArray();
    return vector.narrow(0, start(name), shape.elements()).view(dims);
  }

  /** Where a weight begins in the vectors. */
  public long start(String name) {
    shape(name);
    return starts.getOrDefault(name, 0L);
  }

  /** New weights: small and bell-shaped, those that add to the stream smaller with more layers. */
  public static Parameters initial(ModelConfig config, Compute compute, long seed) {
    double closing = DEVIATION / Math.sqrt(2.0 * config.layers());
    return filled(
        config,
        compute,
        true,
        (name, shape) -> {
          if (shape.rank() > 1) {
            boolean closes = name.endsWith("o_proj.weight") || name.endsWith("down_proj.weight");
            return RandomWeights.bell(name, seed, 0, closes ? closing : DEVIATION);
          }
          float constant = name.endsWith("norm.weight") ? 1 : 0;
          return (from, into, count) -> Arrays.fill(into, 0, count, constant);
        });
  }

  /**
   * The weights of a checkpoint, which must be finite.
   *
   * @param trainable whether they get gradients
   */
  public static Parameters of(Checkpoint checkpoint, Compute compute, boolean trainable) {
    return filled(
        checkpoint.config(),
        compute,
        trainable,
        (name, shape) -> {
          var tensor = checkpoint.tensor(name);
          return (from, into, count) -> {
            tensor.readFloats(from, into, 0, count);
            requireFinite(checkpoint, name, into, count);
          };
        });
  }

  private static void requireFinite(Checkpoint checkpoint, String name, float[] read, int count) {
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(read[i])) {
        throw new TrainingException(
            checkpoint.source() + ": element " + i + " of " + name + " is " + read[i]);
      }
    }
  }

  /** Weights from wherever the floats of a name come. */
  public static Parameters filled(
      ModelConfig config,
      Compute compute,
      boolean trainable,
      BiFunction<String, Shape, FloatSource> floats) {
    return filled(WeightShapes.of(config), compute, trainable, floats);
  }

  /** Weights of any names and shapes: those of a network, and more that are trained with it. */
  public static Parameters filled(
      Map<String, Shape> shapes,
      Compute compute,
      boolean trainable,
      BiFunction<String, Shape, FloatSource> floats) {
    var parameters = new Parameters(shapes, compute, trainable);
    try {
      parameters.shapes.forEach((name, shape) -> {
        var read = new float[Math.toIntExact(shape.elements())];
        floats.apply(name, shape).read(0, read, read.length);
        parameters.write(name, read);
      });
      return parameters;
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /** Names and shapes in the order of the vectors. */
  public SequencedMap<String, Shape> shapes() {
    return shapes;
  }

  private Shape shape(String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new TrainingException("this network has no weight " + name);
    }
    return shape;
  }

  /** How many numbers there are. */
  public long count() {
    return values.numel();
  }

  /** How many numbers at the front of the vectors belong to matrices. */
  public long decaying() {
    return decaying;
  }

  /** The weight of a name; an operand of the network, not to be closed. */
  public Tensor get(String name) {
    shape(name);
    return views.getOrDefault(name, values);
  }

  public boolean has(String name) {
    return shapes.containsKey(name);
  }

  /** All weights as one vector. */
  public Tensor values() {
    return values;
  }

  /** The gradients of all weights as one vector. */
  public Tensor gradients() {
    return gradients;
  }

  /** A copy of one weight. */
  public float[] read(String name) {
    return Compute.toFloats(get(name));
  }

  /** The part of a vector, laid out as these parameters are, that belongs to one weight. */
  public float[] read(Tensor vector, String name) {
    try (var _ = new PointerScope()) {
      return Compute.toFloats(part(vector, name));
    }
  }

  public void write(String name, float[] floats) {
    write(values, name, floats);
  }

  /** Writes the part of such a vector that belongs to one weight. */
  public void write(Tensor vector, String name, float[] floats) {
    try (var _ = new PointerScope();
        var host = torch.from_blob(new FloatPointer(floats), floats.length)) {
      vector.narrow(0, start(name), shape(name).elements()).copy_(host);
    }
  }

  /** The weights as a checkpoint would store them. */
  public List<TensorSource> sources(BiFunction<String, Shape, DType> types) {
    return shapes.entrySet().stream()
        .map(entry -> {
          String name = entry.getKey();
          Shape shape = entry.getValue();
          return EncodedTensor.of(
              name,
              types.apply(name, shape),
              shape,
              new Copied(this, name)::read,
              new Rounding.Nearest(),
              losses -> {});
        })
        .toList();
  }

  /** The floats of one weight, copied when first asked for. */
  private static final class Copied {
    private final Parameters parameters;
    private final String name;
    private float[] floats = {};

    Copied(Parameters parameters, String name) {
      this.parameters = parameters;
      this.name = name;
    }

    synchronized void read(long from, float[] into, int count) {
      if (floats.length == 0) {
        floats = parameters.read(name);
      }
      System.arraycopy(floats, Math.toIntExact(from), into, 0, count);
    }
  }

  @Override
  public void close() {
    owned.reversed().forEach(Tensor::close);
    owned.clear();
  }
}
