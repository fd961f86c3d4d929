package dev.coderev.training.student;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.tensor.Shape;
import dev.coderev.training.TrainingException;
import java.util.Locale;
import java.util.Map;

/**
 * The sizes of a student.
 *
 * @param kvHeads heads are kept or dropped by groups that share keys and values
 */
public record StudentSize(int layers, int hidden, int heads, int kvHeads, int intermediate) {

  /** Widths are multiples of this where the teacher's are larger; kernels read so many at once. */
  private static final int STEP = 32;

  private static final double FINEST = 0.005;

  /** Known shares of a teacher's layers and widths. */
  private static final Map<String, double[]> PRESETS =
      Map.of(
          "tiny", new double[] {0.10, 0.50},
          "small", new double[] {0.25, 0.75},
          "medium", new double[] {0.50, 1},
          "large", new double[] {0.75, 1});

  public StudentSize {
    if (layers < 1 || hidden < 1 || heads < 1 || kvHeads < 1 || intermediate < 1) {
      throw new TrainingException("a student needs at least one of everything");
    }
  }

  /** The size that a preset's word means for a teacher. */
  public static StudentSize preset(ModelConfig teacher, Reduction reduction, String word) {
    double[] shares = PRESETS.get(word);
    if (shares == null) {
      throw new TrainingException(
          "'" + word + "' is no preset; known are tiny, small, medium and large");
    }
    return shared(teacher, reduction, shares[0], shares[1]);
  }

  /** The largest size that has at most 1 / ratio of the teacher's parameters. */
  public static StudentSize ratio(ModelConfig teacher, Reduction reduction, double ratio) {
    if (!(ratio > 1)) {
      throw new TrainingException("the ratio " + ratio + " must be more than 1");
    }
    double most = parameters(teacher) / ratio;
    for (double share = 1 - FINEST; share > 0; share -= FINEST) {
      StudentSize size = shared(teacher, reduction, share, share);
      if (parameters(size.of(teacher)) <= most) {
        return size;
      }
    }
    StudentSize least = shared(teacher, reduction, FINEST, FINEST);
    throw new TrainingException(
        String.format(
            Locale.ROOT,
            "no student by %s is %.2f times smaller: the smallest is %.2f times; reduce by hybrid,"
                + " or ask for less",
            reduction,
            ratio,
            (double) parameters(teacher) / parameters(least.of(teacher))));
  }

  private static StudentSize shared(
      ModelConfig teacher, Reduction reduction, double ofLayers, double ofWidths) {
    double depth = reduction == Reduction.WIDTH ? 1 : ofLayers;
    double width = reduction == Reduction.LAYERS ? 1 : ofWidths;
    int kvHeads = atLeastOne(teacher.kvHeads() * width);
    return new StudentSize(
        atLeastOne(teacher.layers() * depth),
        even(teacher.hiddenSize(), width),
        kvHeads * (teacher.heads() / teacher.kvHeads()),
        kvHeads,
        even(teacher.intermediateSize(), width));
  }

  private static int atLeastOne(double size) {
    return Math.max(1, (int) Math.floor(size + 1e-9));
  }

  private static int even(int whole, double share) {
    int size = atLeastOne(whole * share);
    return size < whole && size > STEP ? size - size % STEP : size;
  }

  /** How many parameters a model has. */
  public static long parameters(ModelConfig config) {
    return WeightShapes.of(config).values().stream().mapToLong(Shape::elements).sum();
  }

  /** Fails when a student of this size would be larger than its teacher anywhere. */
  public ModelConfig of(ModelConfig teacher) {
    boolean fits =
        layers <= teacher.layers()
            && hidden <= teacher.hiddenSize()
            && kvHeads <= teacher.kvHeads()
            && intermediate <= teacher.intermediateSize()
            && heads * teacher.kvHeads() == kvHeads * teacher.heads();
    if (!fits) {
      throw new TrainingException(this + " is no part of its teacher's size");
    }
    return teacher.withSizes(layers, hidden, heads, kvHeads, intermediate);
  }
}
