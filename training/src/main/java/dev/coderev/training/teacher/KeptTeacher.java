package dev.coderev.training.teacher;

import dev.coderev.training.TrainingException;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.torch.Compute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A teacher whose likeliest tokens are kept on disk by sequence, and who is asked for those of
 * other sequences alone. What it says is the same whether it was asked or remembered.
 */
public final class KeptTeacher implements Teacher, AutoCloseable {

  /** The name of the file in its folder. */
  public static final String FILE = "answers.bin";

  private static final int CHUNK = 1024;
  private static final double LEAST = -30;

  private final Teacher teacher;
  private final AnswerFile file;
  private final Compute compute;
  private final int k;
  private final double temperature;
  private final Consumer<String> notes;
  private boolean full;

  /**
   * @param digest of the teacher's weights
   * @param k tokens that are kept for each place; fewer than the vocabulary has
   * @param limit of the file, in bytes
   */
  public KeptTeacher(
      Path folder,
      Teacher teacher,
      String digest,
      int vocabulary,
      int k,
      double temperature,
      long limit,
      Compute compute,
      Consumer<String> notes) {
    if (k < 1 || k >= vocabulary) {
      throw new TrainingException(
          k
              + " tokens cannot be kept of a vocabulary of "
              + vocabulary
              + "; keep fewer, at least 1");
    }
    this.teacher = teacher;
    this.compute = compute;
    this.k = k;
    this.temperature = temperature;
    this.notes = notes;
    var kind = new AnswerFile.Kind(digest, vocabulary, k, temperature);
    this.file = AnswerFile.open(folder.resolve(FILE), kind, limit);
  }

  /** How many sequences are kept. */
  public int sequences() {
    return file.sequences();
  }

  @Override
  public Said ask(TokenBatch rows, Watcher watcher) {
    var keys = new ArrayList<SequenceKey>();
    var known = new HashMap<SequenceKey, TopAnswers>();
    var missing = new ArrayList<Integer>();
    for (int row = 0; row < rows.rows(); row++) {
      SequenceKey key = SequenceKey.of(rows, row);
      keys.add(key);
      Optional<TopAnswers> kept = file.find(key);
      if (kept.isPresent()) {
        known.put(key, kept.get());
      } else {
        missing.add(row);
      }
    }
    if (!missing.isEmpty()) {
      learn(rows, missing, keys, known);
    }
    return said(keys, known, rows.length());
  }

  private void learn(
      TokenBatch rows,
      List<Integer> missing,
      List<SequenceKey> keys,
      Map<SequenceKey, TopAnswers> known) {
    int length = rows.length();
    int places = missing.size() * length;
    var ids = new int[places * k];
    var logs = new float[places * (k + 1)];
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      Said said = teacher.ask(rows.pick(missing), Watcher.NOBODY);
      if (!(said instanceof Said.Whole whole)) {
        throw new IllegalStateException("the likeliest of the likeliest are not kept");
      }
      for (int from = 0; from < places; from += CHUNK) {
        list(whole, from, Math.min(CHUNK, places - from), ids, logs);
      }
    }
    for (int i = 0; i < missing.size(); i++) {
      SequenceKey key = keys.get(missing.get(i));
      var answers =
          new TopAnswers(
              k,
              Arrays.copyOfRange(ids, i * length * k, (i + 1) * length * k),
              Arrays.copyOfRange(logs, i * length * (k + 1), (i + 1) * length * (k + 1)));
      known.put(key, answers);
      keep(key, answers);
    }
  }

  private void keep(SequenceKey key, TopAnswers answers) {
    if (!full && !file.keep(key, answers)) {
      full = true;
      notes.accept("the answers fill their limit; what is said from now on is not kept");
    }
  }

  private void list(Said.Whole whole, int from, int count, int[] ids, float[] logs) {
    try (var _ = new PointerScope()) {
      Tensor all = whole.logs(from, count, temperature);
      T_TensorTensor_T best = all.topk(k, 1, true, true);
      Tensor rest =
          all.scatter(1, best.get1(), new Scalar(Double.NEGATIVE_INFINITY))
              .logsumexp(new long[] {1}, true)
              .clamp_min(new Scalar(LEAST));
      float[] listed = Compute.toFloats(best.get0());
      float[] numbers = Compute.toFloats(best.get1());
      float[] others = Compute.toFloats(rest);
      for (int i = 0; i < count; i++) {
        int place = from + i;
        for (int j = 0; j < k; j++) {
          ids[place * k + j] = (int) numbers[i * k + j];
          logs[place * (k + 1) + j] = listed[i * k + j];
        }
        logs[place * (k + 1) + k] = others[i];
      }
    }
  }

  /** As tensors; rounded probabilities are made to sum to 1 again. */
  private Said.Top said(List<SequenceKey> keys, Map<SequenceKey, TopAnswers> known, int length) {
    long places = (long) keys.size() * length;
    var ids = new long[Math.toIntExact(places * k)];
    var logs = new float[Math.toIntExact(places * (k + 1))];
    for (int row = 0; row < keys.size(); row++) {
      TopAnswers answers = known.get(keys.get(row));
      if (answers == null) {
        throw new IllegalStateException("a sequence has no answers");
      }
      answers.copyIds(ids, row * length * k);
      answers.copyLogs(logs, row * length * (k + 1));
    }
    return new Said.Top(
        compute.longs(ids, places, k), torch.log_softmax(compute.floats(logs, places, k + 1), 1));
  }

  @Override
  public void close() {
    file.close();
  }
}
