package dev.coderev.training.defect.measure;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.tokens.Tokenizer;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.training.defect.DefectTask;
import dev.coderev.training.defect.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much likelier a model finds a method after each of some edits than as it stands:
 *
 * <pre>
 * gain(edit) = log p(edited …) − log p(as it stands …)
 * </pre>
 *
 * over the tokens that differ and the next ones behind them, given all that stands before.
 */
final class CandidateScores {

  /** Tokens that are read at once, whose logits are in memory together. */
  private static final int PIECE = 32;

  /** Tokens that an edit adds at most, more or less. */
  private static final int MARGIN = 32;

  private final Transformer transformer;
  private final KvCache cache;
  private final Tokenizer tokenizer;
  private final int behind;

  /**
   * @param behind tokens behind a difference that count
   */
  CandidateScores(Transformer transformer, KvCache cache, Tokenizer tokenizer, int behind) {
    this.transformer = transformer;
    this.cache = cache;
    this.tokenizer = tokenizer;
    this.behind = behind;
  }

  /** What a text says of the model. */
  record Read(List<Double> gains, double loss, int correct, int tokens) {}

  /** The gains of a task's candidates, and how well its text was foretold. */
  Read read(DefectTask task) {
    String before = before(task);
    int[] plain = tokens(before, task.code());
    double[] logs = new double[plain.length];
    var gains = new ArrayList<Double>();
    double loss = 0;
    int correct = 0;
    try (KvSequence sequence = cache.open()) {
      for (int from = 0; from + 1 < plain.length; from += PIECE) {
        int to = Math.min(plain.length - 1, from + PIECE);
        List<float[]> logits =
            transformer.logits(sequence, Adapter.NONE, Arrays.copyOfRange(plain, from, to), 0);
        for (int i = from; i < to; i++) {
          float[] next = logits.get(i - from);
          logs[i + 1] = Logits.logProbability(next, plain[i + 1]);
          loss -= logs[i + 1];
          correct += Logits.argmax(next) == plain[i + 1] ? 1 : 0;
        }
      }
      for (Edit candidate : task.candidates()) {
        int[] edited = tokens(before, candidate.applyTo(task.code()));
        gains.add(gain(edited, plain, logs, sequence));
      }
    }
    return new Read(gains, loss, correct, plain.length - 1);
  }

  private double gain(int[] edited, int[] plain, double[] logs, KvSequence sequence) {
    int same = Arrays.mismatch(plain, edited);
    if (same <= 0) {
      return 0;
    }
    int tail = commonTail(plain, edited, same);
    int counted = Math.min(tail, behind);
    int plainEnd = plain.length - tail + counted;
    int editedEnd = edited.length - tail + counted;
    double before = 0;
    for (int i = same; i < plainEnd; i++) {
      before += logs[i];
    }
    double after = 0;
    try (KvSequence fork = sequence.fork(same - 1)) {
      int[] fed = Arrays.copyOfRange(edited, same - 1, editedEnd - 1);
      List<float[]> logits =
          fed.length == 0 ? List.of() : transformer.logits(fork, Adapter.NONE, fed, 0);
      for (int i = 0; i < logits.size(); i++) {
        after += Logits.logProbability(logits.get(i), edited[same + i]);
      }
    }
    return after - before;
  }

  private static int commonTail(int[] left, int[] right, int same) {
    int most = Math.min(left.length, right.length) - same;
    int tail = 0;
    while (tail < most && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
      tail++;
    }
    return tail;
  }

  /** The context, unless the model has too few positions for it. */
  private String before(DefectTask task) {
    int length = tokens(task.context(), task.code()).length + MARGIN;
    return length <= transformer.config().maxPositions() ? task.context() : "";
  }

  private int[] tokens(String before, String code) {
    return tokenizer.encode(before + code, true);
  }
}
