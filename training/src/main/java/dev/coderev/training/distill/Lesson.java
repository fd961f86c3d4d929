package dev.coderev.training.distill;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.model.init.RandomWeights;
import dev.coderev.model.precision.FloatSource;
import dev.coderev.model.tensor.Shape;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.PackedStream;
import dev.coderev.training.data.Place;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunExport;
import dev.coderev.training.loop.RunFolder;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.loop.TrainingLoop;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.student.Cut;
import dev.coderev.training.student.Importance;
import dev.coderev.training.student.Refit;
import dev.coderev.training.torch.Compute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;

/** A teacher and its student in memory, and the steps between them. */
final class Lesson implements AutoCloseable {

  private static final int LOOKS = 8;
  private static final long LOOK_SEED = 2;

  private final RunFolder folder;
  private final DistillationPlan plan;
  private final RunListener listener;
  private final TokenFile train;
  private final Network teacher;
  private final Network student;
  private final Match match;

  Lesson(
      RunFolder folder,
      DistillationPlan plan,
      Checkpoint checkpoint,
      Compute compute,
      TokenFile train,
      RunListener listener) {
    this.folder = folder;
    this.plan = plan;
    this.train = train;
    this.listener = listener;
    ModelConfig config = checkpoint.config();
    teacher = new Network(config, Parameters.of(checkpoint, compute, false), compute);
    List<TokenBatch> texts = texts(config);
    Cut cut = Cut.of(config, plan.size(), plan.selection(), Importance.of(teacher, texts));
    match = new Match(config, cut.student(), cut.layers());
    student = new Network(cut.student(), weights(cut, compute), compute);
    boolean begins = !folder.has("checkpoints");
    if (begins && !plan.fromScratch()) {
      listener.noted("keeping the layers " + cut.layers() + " of the teacher");
      if (plan.refit()) {
        listener.noted("fitting what is left by least squares");
        new Refit(cut, teacher, student, texts).run();
      }
    }
  }

  private List<TokenBatch> texts(ModelConfig config) {
    TrainingPlan training = plan.training();
    int begin = config.specialTokens().beginId().orElse(-1);
    var stream = new PackedStream(train, LOOK_SEED, FillInTheMiddle.NEVER, begin, Place.START);
    return IntStream.range(0, LOOKS)
        .mapToObj(i -> stream.next(training.microRows(), training.length()))
        .toList();
  }

  private Parameters weights(Cut cut, Compute compute) {
    ModelConfig config = cut.student();
    if (plan.fromScratch()) {
      return Parameters.initial(config, compute, plan.training().seed());
    }
    Map<String, Shape> projections = match.projections(plan.losses());
    var shapes = new LinkedHashMap<>(WeightShapes.of(config));
    shapes.putAll(projections);
    return Parameters.filled(
        shapes,
        compute,
        true,
        (name, shape) ->
            projections.containsKey(name)
                ? projection(name, shape)
                : cut.cut(name, shape, teacher.parameters()));
  }

  private FloatSource projection(String name, Shape shape) {
    double deviation = 1 / Math.sqrt(shape.dims().getLast());
    return RandomWeights.bell(name, plan.training().seed(), 0, deviation);
  }

  void run(Pace pace, TokenFile heldOut) {
    SplitBatch.Part learner =
        plan.losses().hard() == 1 && !plan.losses().looksInside()
            ? new NextToken(student)::learn
            : new Teaching(teacher, student, plan.losses(), match);
    var export = new RunExport(folder, student.config());
    try (var training =
        new TrainingLoop(
            folder,
            plan.training(),
            student,
            learner,
            plan.training().filling(folder.root()),
            train,
            heldOut,
            listener)) {
      training.run(
          pace.saveEvery(),
          pace.evaluateEvery(),
          () -> export.write(student.parameters(), training.metrics()));
    }
  }

  @Override
  public void close() {
    try (var _ = new PointerScope()) {
      student.parameters().close();
      teacher.parameters().close();
    }
  }
}
