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
import dev.coderev.training.fused.Learner;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunExport;
import dev.coderev.training.loop.RunFolder;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.loop.TrainingLoop;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.student.Cut;
import dev.coderev.training.student.Importance;
import dev.coderev.training.student.Refit;
import dev.coderev.training.teacher.KeptTeacher;
import dev.coderev.training.teacher.Teacher;
import dev.coderev.training.torch.Compute;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;

/** A teacher and its student in memory, and the steps between them. */
final class Lesson implements AutoCloseable {

  private static final int LOOKS = 8;
  private static final long LOOK_SEED = 2;

  private final RunFolder folder;
  private final DistillationPlan plan;
  private final Compute compute;
  private final RunListener listener;
  private final TokenFile train;
  private final ModelConfig theirs;
  private final String digest;
  private final LoadedTeacher teacher;
  private final Match match;
  private final Network student;

  /**
   * @param digest of the teacher's weights
   */
  Lesson(
      RunFolder folder,
      DistillationPlan plan,
      Checkpoint checkpoint,
      String digest,
      Compute compute,
      TokenFile train,
      RunListener listener) {
    this.folder = folder;
    this.plan = plan;
    this.compute = compute;
    this.train = train;
    this.listener = listener;
    this.digest = digest;
    theirs = checkpoint.config();
    teacher = new LoadedTeacher(checkpoint, compute);
    boolean begins = !folder.has("checkpoints");
    switch (plan.origin()) {
      case Origin.Cut how -> {
        List<TokenBatch> texts = texts();
        Cut cut = Cut.of(theirs, how.size(), how.selection(), Importance.of(teacher.get(), texts));
        match = new Match(theirs, cut.student(), cut.layers());
        student =
            network(
                cut.student(), (name, shape) -> cut.cut(name, shape, teacher.get().parameters()));
        if (begins) {
          fit(how, cut, texts);
        }
      }
      case Origin.Given given -> {
        ModelConfig config = given.config(theirs);
        match = Match.spread(theirs, config);
        student = begins ? read(given, config) : network(config, (name, shape) -> zeros());
      }
      case Origin.Whole whole ->
          throw new IllegalStateException(whole + " has nothing to learn before its finish");
      case Origin.Scratch scratch -> {
        ModelConfig config = scratch.config(theirs);
        match = new Match(theirs, config, List.of());
        student =
            new Network(
                config, Parameters.initial(config, compute, plan.training().seed()), compute);
      }
    }
    if (plan.asking().keeping().isPresent()) {
      teacher.close();
    }
  }

  private void fit(Origin.Cut how, Cut cut, List<TokenBatch> texts) {
    listener.noted("keeping the layers " + cut.layers() + " of the teacher");
    if (how.refit()) {
      listener.noted("fitting what is left by least squares");
      new Refit(cut, teacher.get(), student, texts).run();
    }
  }

  private static FloatSource zeros() {
    return (from, into, count) -> Arrays.fill(into, 0, count, 0);
  }

  private Network read(Origin.Given given, ModelConfig config) {
    try (Checkpoint checkpoint = Checkpoint.open(given.directory())) {
      return network(
          config,
          (name, shape) -> {
            var tensor = checkpoint.tensor(name);
            return (from, into, count) -> tensor.readFloats(from, into, 0, count);
          });
    }
  }

  private List<TokenBatch> texts() {
    TrainingPlan training = plan.training();
    int begin = theirs.specialTokens().beginId().orElse(-1);
    var stream = new PackedStream(train, LOOK_SEED, FillInTheMiddle.NEVER, begin, Place.START);
    return IntStream.range(0, LOOKS)
        .mapToObj(i -> stream.next(training.microRows(), training.length()))
        .toList();
  }

  /** A network with the projections that are learnt beside it. */
  private Network network(ModelConfig config, BiFunction<String, Shape, FloatSource> weights) {
    Map<String, Shape> projections = match.projections(plan.losses());
    var shapes = new LinkedHashMap<>(WeightShapes.of(config));
    shapes.putAll(projections);
    return new Network(
        config,
        Parameters.filled(
            shapes,
            compute,
            true,
            (name, shape) ->
                projections.containsKey(name)
                    ? projection(name, shape)
                    : weights.apply(name, shape)),
        compute);
  }

  private FloatSource projection(String name, Shape shape) {
    double deviation = 1 / Math.sqrt(shape.dims().getLast());
    return RandomWeights.bell(name, plan.training().seed(), 0, deviation);
  }

  void run(Pace pace, TokenFile heldOut) {
    Asking asking = plan.asking();
    if (plan.losses().hard() == 1 && !plan.losses().looksInside() && asking.own() == 0) {
      try (Learner learner = Learner.of(student, plan.training().threads())) {
        run(pace, heldOut, learner);
      }
    } else if (asking.keeping().isPresent()) {
      try (KeptTeacher kept = kept(asking.keeping().get())) {
        teach(pace, heldOut, kept);
      }
    } else {
      teach(pace, heldOut, Teacher.of(teacher));
    }
  }

  private KeptTeacher kept(Asking.Keeping keeping) {
    return new KeptTeacher(
        keeping.folder(),
        Teacher.of(teacher),
        digest,
        theirs.vocabSize(),
        keeping.k(),
        plan.losses().temperature(),
        keeping.limit(),
        compute,
        listener::noted);
  }

  private void teach(Pace pace, TokenFile heldOut, Teacher asked) {
    var texts = new Teaching(asked, student, plan.losses(), match);
    double share = plan.asking().own();
    if (share == 0) {
      run(pace, heldOut, texts);
      return;
    }
    try (var samples = new OwnSamples(student, plan.training().threads())) {
      var own = new Teaching(Teacher.of(teacher), student, plan.losses().ofOwnSamples(), match);
      run(pace, heldOut, new OnPolicy(share, samples, texts, own));
    }
  }

  private void run(Pace pace, TokenFile heldOut, SplitBatch.Part learner) {
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
    }
    teacher.close();
  }
}
