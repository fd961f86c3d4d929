package dev.coderev.training.student;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.tensor.Shape;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which parts of a teacher a student consists of; the same elements of the stream in every layer.
 *
 * @param layers of the teacher, in their order
 * @param stream elements of the stream that stay
 * @param groups of heads that stay, by layer of the student
 * @param channels of the feed-forward part that stay, by layer of the student
 */
public record Cut(
    ModelConfig teacher,
    ModelConfig student,
    List<Integer> layers,
    List<Integer> stream,
    List<int[]> groups,
    List<int[]> channels,
    Importance importance) {

  /** Keeps what matters most. */
  public static Cut of(
      ModelConfig teacher, StudentSize size, LayerSelection selection, Importance importance) {
    List<Integer> layers = selection.choose(importance.influence(), size.layers());
    return new Cut(
        teacher,
        size.of(teacher),
        layers,
        IntStream.of(largest(importance.stream(), size.hidden())).boxed().toList(),
        layers.stream().map(i -> largest(importance.groups(i), size.kvHeads())).toList(),
        layers.stream().map(i -> largest(importance.channels(i), size.intermediate())).toList(),
        importance);
  }

  private static int[] largest(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private int[] kept() {
    return stream.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The student's weights, cut out of the teacher's. */
  Parameters weights(Parameters from, Compute compute, boolean trainable) {
    return Parameters.filled(student, compute, trainable, (name, shape) -> cut(name, shape, from));
  }

  /** The floats of one weight of the student. */
  public FloatSource cut(String name, Shape shape, Parameters from) {
    int layer = layer(name);
    String source =
        layer < 0
            ? name
            : name.replace(WeightShapes.layer(layer), WeightShapes.layer(layers.get(layer)));
    float[] whole = from.read(source);
    int columns = shape.rank() > 1 ? columnsOf(from, source) : 1;
    int[] rows = rows(name, layer, whole.length / columns);
    int[] across = shape.rank() > 1 ? across(name, layer) : new int[] {0};
    float scale = name.endsWith("norm.weight") ? (float) gain(name, layer) : 1;
    return (start, into, count) -> {
      for (int i = 0; i < count; i++) {
        int at = (int) start + i;
        int row = rows[at / across.length];
        into[i] = scale * whole[row * columns + across[at % across.length]];
      }
    };
  }

  private static int columnsOf(Parameters from, String name) {
    Shape shape = from.shapes().getOrDefault(name, Shape.of(1, 1));
    return Math.toIntExact(shape.dims().getLast());
  }

  private static int layer(String name) {
    String[] parts = name.split("\\.");
    return parts.length > 2 && parts[1].equals("layers") ? Integer.parseInt(parts[2]) : -1;
  }

  private int[] rows(String name, int layer, int all) {
    if (layer < 0) {
      return name.equals(WeightShapes.FINAL_NORM) ? kept() : IntStream.range(0, all).toArray();
    }
    if (name.contains("q_proj")) {
      return heads(layer, teacher.heads() / teacher.kvHeads());
    }
    if (name.contains("k_proj") || name.contains("v_proj")) {
      return heads(layer, 1);
    }
    if (name.contains("gate_proj") || name.contains("up_proj")) {
      return channels.get(layer);
    }
    return name.contains("q_norm") || name.contains("k_norm")
        ? IntStream.range(0, all).toArray()
        : kept();
  }

  private int[] across(String name, int layer) {
    if (name.contains("o_proj")) {
      return heads(layer, teacher.heads() / teacher.kvHeads());
    }
    return name.contains("down_proj") ? channels.get(layer) : kept();
  }

  /** The elements of the heads of the groups that stay. */
  private int[] heads(int layer, int headsOfGroup) {
    int size = headsOfGroup * teacher.headDim();
    return IntStream.of(groups.get(layer))
        .flatMap(group -> IntStream.range(group * size, (group + 1) * size))
        .toArray();
  }

  private double gain(String name, int layer) {
    if (stream.size() == teacher.hiddenSize()
        || name.contains("q_norm")
        || name.contains("k_norm")) {
      return 1;
    }
    return layer < 0
        ? importance.gain(layers.getLast(), true, kept())
        : importance.gain(layers.get(layer), name.contains("post_attention"), kept());
  }
}
