package dev.coderev.training.distill;

import dev.coderev.model.cache.KvCache;
import dev.coderev.model.cache.KvPrecision;
import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.cache.KvShape;
import dev.coderev.model.kernel.Kernels;
import dev.coderev.model.kernel.Matrices;
import dev.coderev.model.kernel.Workers;
import dev.coderev.model.sampling.Sampler;
import dev.coderev.model.sampling.SamplingOptions;
import dev.coderev.model.transformer.Adapter;
import dev.coderev.model.transformer.Transformer;
import dev.coderev.model.transformer.Weights;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.LiveCheckpoint;
import dev.coderev.training.network.Network;
import dev.coderev.training.teacher.SequenceKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Second halves of sequences as a student would write them, sampled at temperature 1 on the kernels
 * that serve it. The same weights and beginnings give the same tokens.
 */
final class OwnSamples implements AutoCloseable {

  private final Network student;
  private final Workers workers;
  private final Kernels kernels = Kernels.best();

  OwnSamples(Network student, int threads) {
    this.student = student;
    this.workers = new Workers(threads);
  }

  /** The beginnings of some rows with what the student makes of them, and targets there alone. */
  TokenBatch of(TokenBatch rows) {
    var from = new int[rows.rows()];
    var tokens = new ArrayList<int[]>();
    KvShape shape = KvShape.of(student.config(), KvPrecision.F32);
    try (var checkpoint = new LiveCheckpoint(student.config(), student.parameters());
        var matrices = new Matrices(workers);
        var cache = new KvCache(shape, kernels, rows.length())) {
      Weights weights = Weights.load(checkpoint, matrices);
      var transformer = new Transformer(student.config(), weights, kernels, workers);
      for (int row = 0; row < from.length; row++) {
        from[row] = middle(rows, row);
        try (KvSequence sequence = cache.open()) {
          long seed = SequenceKey.of(rows, row).low();
          int[] prompt = prompt(rows, row, from[row]);
          tokens.add(written(transformer, sequence, prompt, rows.length() - from[row], seed));
        }
      }
    }
    return rows.goingOn(from, tokens);
  }

  /** Half of a row, or as far before it that a document goes on there. */
  private static int middle(TokenBatch rows, int row) {
    int start = row * rows.length();
    int at = Math.max(1, rows.length() / 2);
    while (at > 1 && rows.targets()[start + at - 1] == TokenBatch.IGNORED) {
      at--;
    }
    return at;
  }

  private static int[] prompt(TokenBatch rows, int row, int end) {
    int last = row * rows.length() + end - 1;
    int size = (int) rows.positions()[last] + 1;
    var prompt = new int[size];
    for (int i = 0; i < size; i++) {
      prompt[i] = (int) rows.ids()[last + 1 - size + i];
    }
    return prompt;
  }

  private int[] written(
      Transformer transformer, KvSequence sequence, int[] prompt, int most, long seed) {
    List<Integer> ends = student.config().specialTokens().endIds();
    int room = Math.min(most, student.config().maxPositions() - prompt.length);
    var sampler = new Sampler(SamplingOptions.GREEDY.withTemperature(1).withSeed(seed));
    var written = new ArrayList<Integer>();
    int[] next = prompt;
    while (written.size() < room) {
      int token = sampler.choose(transformer.prefill(sequence, Adapter.NONE, next));
      written.add(token);
      if (ends.contains(token)) {
        break;
      }
      next = new int[] {token};
    }
    return written.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void close() {
    workers.close();
  }
}
