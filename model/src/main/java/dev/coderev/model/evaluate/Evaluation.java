package dev.coderev.model.evaluate;

import dev.coderev.model.ModelException;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.transformer.Adapter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A candidate measured against a reference on the same tokens, both as they are served.
 *
 * @param length tokens that a model sees at once; documents are cut into such windows
 * @param resamples of the documents, for the intervals
 */
public record Evaluation(
    Path candidate, Path reference, EvaluationTexts texts, int length, int resamples, long seed) {

  /** Tokens whose logits of both models are in memory at once. */
  private static final int PIECE = 64;

  public Evaluation {
    if (length < 2 || resamples < 1) {
      throw new ModelException(
          "a window has two tokens or more, and there is one resample or more");
    }
  }

  /**
   * Measures.
   *
   * @param progress is told after each document how many are done
   */
  public EvaluationReport run(int threads, IntConsumer progress) {
    RuntimeOptions options =
        RuntimeOptions.defaults().withThreads(threads).withPositions(2 * length);
    try (LoadedModel theirs = LoadedModel.open(reference, options);
        LoadedModel ours = LoadedModel.open(candidate, options)) {
      if (theirs.config().vocabSize() != ours.config().vocabSize()) {
        throw new ModelException(
            "vocabularies differ: %d tokens in %s, %d in %s"
                .formatted(
                    theirs.config().vocabSize(), reference, ours.config().vocabSize(), candidate));
      }
      var scores = new ArrayList<DocumentScore>();
      for (int[] document : texts.documents()) {
        DocumentScore sum = DocumentScore.NOTHING;
        for (int from = 0; from < document.length - 1; from += length) {
          int to = Math.min(document.length, from + length);
          sum = sum.plus(window(theirs, ours, Arrays.copyOfRange(document, from, to)));
        }
        scores.add(sum);
        progress.accept(scores.size());
      }
      return new EvaluationReport(
          String.valueOf(candidate),
          String.valueOf(reference),
          ours.activeKernels(),
          SizeComparison.of(candidate, reference),
          Figures.of(scores, resamples, seed));
    }
  }

  private DocumentScore window(LoadedModel theirs, LoadedModel ours, int[] tokens) {
    DocumentScore sum = DocumentScore.NOTHING;
    try (KvSequence one = theirs.cache().open();
        KvSequence other = ours.cache().open()) {
      for (int from = 0; from < tokens.length - 1; from += PIECE) {
        int to = Math.min(tokens.length - 1, from + PIECE);
        int[] piece = Arrays.copyOfRange(tokens, from, to);
        List<float[]> before = theirs.transformer().logits(one, Adapter.NONE, piece, 0);
        List<float[]> after = ours.transformer().logits(other, Adapter.NONE, piece, 0);
        var rows = new DocumentScore[piece.length];
        int first = from;
        ours.workers()
            .run(
                rows.length,
                i -> rows[i] = TokenScore.of(before.get(i), after.get(i), tokens[first + i + 1]));
        for (DocumentScore row : rows) {
          sum = sum.plus(row);
        }
      }
    }
    check(sum.referenceLoss(), reference);
    check(sum.candidateLoss(), candidate);
    return sum;
  }

  private static void check(double loss, Path model) {
    if (!Double.isFinite(loss)) {
      throw new ModelException(
          model + " gives numbers that are not finite; its weights are broken");
    }
  }
}
