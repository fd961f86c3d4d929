package dev.coderev.training.pretrain;

import dev.coderev.model.ModelException;
import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ConfigWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.OwnTokenizer;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.precision.TypePlan;
import dev.coderev.model.safetensors.SafetensorsWriter;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.corpus.HeldOut;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A model trained from the start on a corpus: {@code coderev model pretrain}.
 *
 * <p>The run's folder is a Hugging Face checkpoint from the first saved state on. A run that was
 * ended in whatever way goes on from its newest whole state and reaches the same weights, to the
 * last bit.
 */
public final class Pretraining {

  /** Longer documents than so many sequences are cut, so that each batch holds many texts. */
  private static final int PIECE = 2;

  private static final String MODEL = "model.safetensors";
  private static final String CONFIG = "config.json";

  private final RunFolder folder;
  private final PretrainingPlan plan;
  private final Pace pace;
  private final RunListener listener;
  private final UnaryOperator<SplitBatch.Part> learner;

  /**
   * What may differ from start to start without a change of what is computed.
   *
   * @param device see {@link Compute#of}
   * @param saveEvery steps
   * @param evaluateEvery steps
   */
  public record Pace(String device, int saveEvery, int evaluateEvery) {

    public Pace {
      if (saveEvery < 1 || evaluateEvery < 1) {
        throw new TrainingException("the steps between two savings or looks must be at least 1");
      }
    }
  }

  private Pretraining(
      RunFolder folder,
      PretrainingPlan plan,
      Pace pace,
      RunListener listener,
      UnaryOperator<SplitBatch.Part> learner) {
    this.folder = folder;
    this.plan = plan;
    this.pace = pace;
    this.listener = listener;
    this.learner = learner;
  }

  /**
   * Begins a run in a new folder.
   *
   * @param shape its special tokens are those of the tokenizer that is learnt
   */
  public static void begin(
      Path out,
      ModelConfig shape,
      List<Path> corpus,
      PretrainingPlan plan,
      Pace pace,
      RunListener listener) {
    begin(out, shape, corpus, plan, pace, listener, UnaryOperator.identity());
  }

  /** As above; what computes gradients can be replaced, to see what follows from its failures. */
  static void begin(
      Path out,
      ModelConfig shape,
      List<Path> corpus,
      PretrainingPlan plan,
      Pace pace,
      RunListener listener,
      UnaryOperator<SplitBatch.Part> learner) {
    if (plan.length() > shape.maxPositions()) {
      throw new TrainingException(
          "sequences of "
              + plan.length()
              + " are longer than the "
              + shape.maxPositions()
              + " positions of the model");
    }
    Corpus texts = Corpus.of(corpus);
    Compute.of(pace.device(), plan.precision(), plan.threads());
    try (RunFolder folder = RunFolder.create(out)) {
      ConfigWriter.write(folder.file("shape.json"), shape, Map.of());
      var settings = new LinkedHashMap<>(((Json.Obj) plan.json()).members());
      settings.put(
          "corpus",
          Json.strings(corpus.stream().map(it -> it.toAbsolutePath().toString()).toList()));
      folder.write("plan.json", new Json.Obj(settings));
      new Pretraining(folder, plan, pace, listener, learner).run(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Goes on with the run of a folder; does nothing more than saving when it is at its end. */
  public static void resume(Path out, Pace pace, RunListener listener) {
    try (RunFolder folder = RunFolder.resume(out)) {
      JsonObject settings = folder.read("plan.json");
      PretrainingPlan plan = PretrainingPlan.of(settings);
      List<Path> corpus =
          settings.array("corpus").orElse(List.of()).stream()
              .filter(Json.Str.class::isInstance)
              .map(it -> Path.of(((Json.Str) it).value()))
              .toList();
      boolean ready = folder.has(TokenizedCorpus.HELD_OUT);
      new Pretraining(folder, plan, pace, listener, UnaryOperator.identity())
          .run(Corpus.of(ready ? List.of() : corpus));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void run(Corpus corpus) throws IOException {
    ModelConfig config = prepare(corpus);
    Compute compute = Compute.of(pace.device(), plan.precision(), plan.threads());
    try (TokenFile train = TokenFile.open(folder.file(TokenizedCorpus.TRAIN));
        TokenFile heldOut = TokenFile.open(folder.file(TokenizedCorpus.HELD_OUT));
        var training =
            new TrainingLoop(
                folder, plan, config, compute, filling(), train, heldOut, listener, learner)) {
      training.run(pace.saveEvery(), pace.evaluateEvery(), () -> export(config, training));
    }
  }

  /** Tokenizer, tokens and configuration: made once, the last file last. */
  private ModelConfig prepare(Corpus corpus) throws IOException {
    if (!folder.has(TokenizedCorpus.HELD_OUT)) {
      ModelConfig shape = ConfigReader.read(folder.file("shape.json"));
      var tokens =
          new TokenizedCorpus(folder, corpus, new HeldOut(plan.heldOut()), PIECE * plan.length());
      listener.noted("learning a vocabulary of " + shape.vocabSize() + " tokens");
      ModelConfig config = tokens.learnTokenizer(shape);
      Files.deleteIfExists(folder.root().resolve(CONFIG));
      ConfigWriter.write(folder.root().resolve(CONFIG), config, Map.of());
      listener.noted("encoding the corpus");
      tokens.encode(config);
    }
    return ConfigReader.read(folder.root().resolve(CONFIG));
  }

  private FillInTheMiddle filling() {
    if (plan.fillRate() == 0) {
      return FillInTheMiddle.NEVER;
    }
    try (Tokenizer tokenizer = Tokenizer.open(folder.root())) {
      int[] ids =
          OwnTokenizer.FILL_IN_THE_MIDDLE.stream()
              .mapToInt(mark ->
                  tokenizer
                      .id(mark)
                      .orElseThrow(() -> new ModelException("the tokenizer lacks " + mark)))
              .toArray();
      return new FillInTheMiddle(plan.fillRate(), ids[0], ids[1], ids[2]);
    }
  }

  private void export(ModelConfig config, TrainingLoop training) {
    TypePlan types = TypePlan.forDirectory(config.dtype(), new LinkedHashMap<>());
    folder.replace(
        folder.root().resolve(MODEL),
        staged ->
            SafetensorsWriter.write(
                staged, training.parameters().sources(types::type), Map.of("format", "pt")));
    var curve =
        new LossCurve(
            training.metrics().points("loss"), training.metrics().points("held_out_loss"));
    folder.replace(folder.file("loss.svg"), staged -> Files.writeString(staged, curve.svg()));
  }
}
