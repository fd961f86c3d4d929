package dev.coderev.training.pretrain;

import dev.coderev.model.config.ConfigReader;
import dev.coderev.model.config.ConfigWriter;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.fused.Learner;
import dev.coderev.training.loop.Pace;
import dev.coderev.training.loop.RunExport;
import dev.coderev.training.loop.RunFolder;
import dev.coderev.training.loop.RunListener;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.loop.TokenizedCorpus;
import dev.coderev.training.loop.TrainingLoop;
import dev.coderev.training.loop.TrainingPlan;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.Parameters;
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

  private static final String CONFIG = "config.json";

  private final RunFolder folder;
  private final TrainingPlan plan;
  private final Pace pace;
  private final RunListener listener;
  private final UnaryOperator<SplitBatch.Part> learner;

  private Pretraining(
      RunFolder folder,
      TrainingPlan plan,
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
      TrainingPlan plan,
      Pace pace,
      RunListener listener) {
    begin(out, shape, corpus, plan, pace, listener, UnaryOperator.identity());
  }

  /** As above; what computes gradients can be replaced, to see what follows from its failures. */
  static void begin(
      Path out,
      ModelConfig shape,
      List<Path> corpus,
      TrainingPlan plan,
      Pace pace,
      RunListener listener,
      UnaryOperator<SplitBatch.Part> learner) {
    plan.requireLength(shape.maxPositions(), "model");
    Corpus texts = Corpus.of(corpus);
    Compute.of(pace.device(), plan.precision(), plan.threads());
    try (RunFolder folder = RunFolder.create(out)) {
      ConfigWriter.write(folder.file("shape.json"), shape, Map.of());
      var settings = new LinkedHashMap<>(((Json.Obj) plan.json()).members());
      settings.put(
          "corpus",
          Json.strings(corpus.stream().map(it -> it.toAbsolutePath().toString()).toList()));
      folder.write("plan.json", new Json.Obj(settings));
      try {
        new Pretraining(folder, plan, pace, listener, learner).run(texts);
      } catch (IOException | RuntimeException e) {
        folder.discardUnlessSaved();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /** Goes on with the run of a folder; does nothing more than saving when it is at its end. */
  public static void resume(Path out, Pace pace, RunListener listener) {
    try (RunFolder folder = RunFolder.resume(out)) {
      JsonObject settings = folder.read("plan.json");
      TrainingPlan plan = TrainingPlan.of(settings);
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
    var export = new RunExport(folder, config);
    try (TokenFile train = TokenFile.open(folder.file(TokenizedCorpus.TRAIN));
        TokenFile heldOut = TokenFile.open(folder.file(TokenizedCorpus.HELD_OUT));
        Parameters parameters = Parameters.initial(config, compute, plan.seed())) {
      var network = new Network(config, parameters, compute);
      try (Learner learning = Learner.of(network, plan.threads());
          var training =
              new TrainingLoop(
                  folder,
                  plan,
                  network,
                  learner.apply(learning),
                  plan.filling(folder.root()),
                  train,
                  heldOut,
                  listener)) {
        training.run(
            pace.saveEvery(),
            pace.evaluateEvery(),
            () -> export.write(parameters, training.metrics()));
      }
    }
  }

  /** Tokenizer, tokens and configuration: made once, the last file last. */
  private ModelConfig prepare(Corpus corpus) throws IOException {
    if (!folder.has(TokenizedCorpus.HELD_OUT)) {
      ModelConfig shape = ConfigReader.read(folder.file("shape.json"));
      var tokens = new TokenizedCorpus(folder, corpus, plan);
      listener.noted("learning a vocabulary of " + shape.vocabSize() + " tokens");
      ModelConfig config = tokens.learnTokenizer(shape);
      Files.deleteIfExists(folder.root().resolve(CONFIG));
      ConfigWriter.write(folder.root().resolve(CONFIG), config, Map.of());
      listener.noted("encoding the corpus");
      tokens.encode(config);
    }
    return ConfigReader.read(folder.root().resolve(CONFIG));
  }
}
