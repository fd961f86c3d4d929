package dev.coderev.training.loop;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.init.BytePairTraining;
import dev.coderev.model.init.OwnTokenizer;
import dev.coderev.model.json.Json;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.training.TrainingException;
import dev.coderev.training.corpus.Corpus;
import dev.coderev.training.corpus.HeldOut;
import dev.coderev.training.corpus.SourceText;
import dev.coderev.training.data.TokenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A corpus made ready in a run's folder: the tokenizer that was learnt from it, and two files of
 * tokens, one to train on and one to measure with.
 */
public final class TokenizedCorpus {

  public static final String TRAIN = "train.tokens";
  public static final String HELD_OUT = "held-out.tokens";
  private static final String LIST = "held-out.txt";

  /** Longer documents than so many sequences are cut, so that each batch holds many texts. */
  private static final int PIECE = 2;

  /** Texts that are encoded at once. */
  private static final int GROUP = 256;

  private final RunFolder folder;
  private final Corpus corpus;
  private final HeldOut heldOut;
  private final int longest;

  public TokenizedCorpus(RunFolder folder, Corpus corpus, TrainingPlan plan) {
    this.folder = folder;
    this.corpus = corpus;
    this.heldOut = new HeldOut(plan.heldOut());
    this.longest = PIECE * plan.length();
  }

  /**
   * Learns a tokenizer of the shape's size; gives the shape with the tokenizer's special tokens.
   */
  public ModelConfig learnTokenizer(ModelConfig shape) throws IOException {
    BytePairTraining training = OwnTokenizer.training(shape.architecture());
    Sides sides = sides(text -> training.add(text.text()));
    var tokenizer = OwnTokenizer.learnt(shape.architecture(), shape.vocabSize(), training);
    tokenizer.write(folder.root(), shape.maxPositions());
    folder.write("corpus.json", json(sides, tokenizer.textEndId()));
    return shape.withSpecialTokens(tokenizer.specialTokens());
  }

  /** Takes the tokenizer that lies in the run's folder, in place of learning one. */
  public void keepTokenizer(ModelConfig config) {
    int end =
        config.specialTokens().endIds().stream()
            .findFirst()
            .orElseThrow(
                () -> new TrainingException("the configuration names no token that ends a text"));
    folder.write("corpus.json", json(sides(text -> {}), end));
  }

  /** How many texts are on each side. */
  private record Sides(Corpus.Summary summary, int train, int measure) {}

  private Sides sides(Consumer<SourceText> taker) {
    var count = new int[2];
    Corpus.Summary summary =
        corpus.read(text -> {
          boolean kept = heldOut.has(text);
          count[kept ? 1 : 0]++;
          if (!kept) {
            taker.accept(text);
          }
        });
    if (count[0] == 0 || count[1] == 0) {
      throw new TrainingException(
          "of "
              + summary.texts()
              + " texts "
              + count[0]
              + " are left to train on and "
              + count[1]
              + " to measure with; give more files, or another held-out share");
    }
    return new Sides(summary, count[0], count[1]);
  }

  private static Json json(Sides sides, int textEndId) {
    Corpus.Summary summary = sides.summary();
    var json = new LinkedHashMap<String, Json>();
    json.put("texts", Json.of(summary.texts()));
    json.put("characters", Json.of(summary.characters()));
    json.put("training_texts", Json.of(sides.train()));
    json.put("held_out_texts", Json.of(sides.measure()));
    summary
        .skipped()
        .forEach((reason, count) ->
            json.put("skipped_" + reason.name().toLowerCase(Locale.ROOT), Json.of(count)));
    json.put("text_end_id", Json.of(textEndId));
    return new Json.Obj(json);
  }

  /** Encodes all texts. */
  public void encode(ModelConfig config) throws IOException {
    OptionalInt begin = config.specialTokens().beginId();
    int end = folder.read("corpus.json").requiredInteger("text_end_id");
    Files.deleteIfExists(folder.file(TRAIN));
    var names = new ArrayList<String>();
    try (Tokenizer tokenizer = Tokenizer.open(folder.root());
        var train = new TokenFile.Writer(folder.file(TRAIN));
        var measure = new TokenFile.Writer(folder.file(HELD_OUT))) {
      var group = new Group(tokenizer, train, measure, begin, end);
      corpus.read(text -> {
        if (heldOut.has(text)) {
          names.add(text.name());
        }
        group.add(text);
      });
      group.flush();
      train.finish();
      folder.replace(folder.file(LIST), staged -> Files.write(staged, names));
      measure.finish();
    }
  }

  /** Some texts that are encoded together, by as many threads as there are processors. */
  private final class Group {
    private final Tokenizer tokenizer;
    private final TokenFile.Writer train;
    private final TokenFile.Writer measure;
    private final OptionalInt begin;
    private final int end;
    private final List<SourceText> texts = new ArrayList<>();

    Group(
        Tokenizer tokenizer,
        TokenFile.Writer train,
        TokenFile.Writer measure,
        OptionalInt begin,
        int end) {
      this.tokenizer = tokenizer;
      this.train = train;
      this.measure = measure;
      this.begin = begin;
      this.end = end;
    }

    void add(SourceText text) {
      texts.add(text);
      if (texts.size() == GROUP) {
        flush();
      }
    }

    void flush() {
      List<int[]> encoded = texts.parallelStream().map(this::document).toList();
      try {
        for (int i = 0; i < encoded.size(); i++) {
          (heldOut.has(texts.get(i)) ? measure : train).addPieces(encoded.get(i), longest);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write tokens: " + e.getMessage(), e);
      }
      texts.clear();
    }

    private int[] document(SourceText text) {
      int[] ids = tokenizer.encode(text.text(), false);
      int before = begin.isPresent() ? 1 : 0;
      int[] all = new int[before + ids.length + 1];
      System.arraycopy(ids, 0, all, before, ids.length);
      begin.ifPresent(id -> Arrays.fill(all, 0, 1, id));
      all[all.length - 1] = end;
      return all;
    }
  }
}
