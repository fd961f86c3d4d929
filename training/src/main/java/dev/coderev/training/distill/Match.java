package dev.coderev.training.distill;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.tensor.Shape;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.network.Watcher;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Layers of a student beside those of its teacher that they should be like. The student's side goes
 * through matrices that are learnt with it and left out of its checkpoint.
 *
 * @param layers of the teacher, by layer of the student
 */
record Match(ModelConfig teacher, ModelConfig student, List<Integer> layers) {

  /**
   * Layers of a teacher beside those of a student that was not cut out of it: evenly, ends first.
   */
  static Match spread(ModelConfig teacher, ModelConfig student) {
    int layers = student.layers();
    return new Match(
        teacher,
        student,
        IntStream.range(0, layers)
            .mapToObj(i -> Math.ceilDiv((i + 1) * teacher.layers(), layers) - 1)
            .toList());
  }

  /** What is looked at behind some layers. */
  private static final class Seen implements Watcher {
    private final Map<Integer, Tensor> streams = new HashMap<>();
    private final Map<Integer, Tensor> attended = new HashMap<>();

    @Override
    public void attended(int layer, Tensor tensor) {
      attended.put(layer, tensor.to(ScalarType.Float));
    }

    @Override
    public void left(int layer, Tensor tensor) {
      streams.put(layer, tensor.to(ScalarType.Float));
    }
  }

  /** Both sides of one batch. */
  static final class Sight {
    private final Seen mine = new Seen();
    private final Seen theirs = new Seen();

    Watcher student() {
      return mine;
    }

    Watcher teacher() {
      return theirs;
    }
  }

  /** The projections by name. */
  Map<String, Shape> projections(Losses losses) {
    var shapes = new LinkedHashMap<String, Shape>();
    for (int i = 0; i < layers.size(); i++) {
      if (losses.hidden() > 0) {
        shapes.put(hidden(i), Shape.of(teacher.hiddenSize(), student.hiddenSize()));
      }
      if (losses.attention() > 0) {
        shapes.put(attention(i), Shape.of(teacher.queryWidth(), student.queryWidth()));
      }
    }
    return shapes;
  }

  private static String hidden(int layer) {
    return "projection.hidden." + layer + ".weight";
  }

  private static String attention(int layer) {
    return "projection.attention." + layer + ".weight";
  }

  /** β·hidden + γ·attention, each the sum over tokens of the mean square, meant over the layers. */
  Tensor loss(Losses losses, Sight sight, Parameters parameters) {
    Tensor sum = new Tensor();
    boolean empty = true;
    for (int i = 0; i < layers.size(); i++) {
      int theirs = layers.get(i);
      if (losses.hidden() > 0) {
        Tensor term =
            apart(sight.mine.streams, i, sight.theirs.streams, theirs, parameters.get(hidden(i)))
                .mul(new Scalar(losses.hidden() / layers.size()));
        sum = empty ? term : sum.add(term);
        empty = false;
      }
      if (losses.attention() > 0) {
        Tensor term =
            apart(
                    sight.mine.attended,
                    i,
                    sight.theirs.attended,
                    theirs,
                    parameters.get(attention(i)))
                .mul(new Scalar(losses.attention() / layers.size()));
        sum = empty ? term : sum.add(term);
        empty = false;
      }
    }
    return sum;
  }

  private static Tensor apart(
      Map<Integer, Tensor> mine,
      int layer,
      Map<Integer, Tensor> theirs,
      int teacherLayer,
      Tensor projection) {
    Tensor aim = theirs.getOrDefault(teacherLayer, projection).detach();
    Tensor projected = torch.linear(mine.getOrDefault(layer, projection), projection);
    return projected.sub(aim).square().sum().div(new Scalar((double) aim.size(1)));
  }
}
