package dev.coderev.model.bench;

import dev.coderev.model.cache.KvSequence;
import dev.coderev.model.kernel.Matrix;
import dev.coderev.model.kernel.ReadBandwidth;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.sampling.Logits;
import dev.coderev.model.transformer.Adapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Measures a model. Rounds of reading memory, reading a prompt, decoding and decoding a batch
 * follow each other, so that what else the machine does falls on all of them alike.
 */
public final class Bench {

  private static final Path PROCESS = Path.of("/proc/self/status");

  /** One round: rates per second. */
  private record Round(
      double bandwidth, double prefill, double decode, double bytesPerToken, double batch) {}

  private final LoadedModel model;
  private final BenchOptions options;
  private final Random random = new Random(1);

  private Bench(LoadedModel model, BenchOptions options) {
    this.model = model;
    this.options = options;
  }

  /** Loads and measures. */
  public static BenchReport run(Path source, RuntimeOptions runtime, BenchOptions options) {
    long opened = System.nanoTime();
    try (LoadedModel model = LoadedModel.open(source, runtime)) {
      double load = (System.nanoTime() - opened) / 1e9;
      var bench = new Bench(model, options);
      bench.firstToken();
      double first = (System.nanoTime() - opened) / 1e9;
      return bench.measure(source, load, first);
    }
  }

  private void firstToken() {
    try (KvSequence sequence = model.cache().open()) {
      Logits.argmax(model.transformer().prefill(sequence, Adapter.NONE, tokens(1)));
    }
  }

  private int[] tokens(int count) {
    return random.ints(count, 0, model.config().vocabSize()).toArray();
  }

  private BenchReport measure(Path source, double load, double first) {
    decode(Math.min(16, options.generate())); // compiles what is measured
    var rounds = new ArrayList<Round>();
    for (int i = 0; i < options.rounds(); i++) {
      rounds.add(round());
    }
    double bandwidth = median(rounds, Round::bandwidth);
    return new BenchReport(
        String.valueOf(source.getFileName()),
        model.activeKernels(),
        model.workers().count(),
        options,
        load,
        first,
        median(rounds, Round::prefill),
        median(rounds, Round::decode),
        median(rounds, Round::batch),
        model.transformer().weights().bytes(),
        model.cache().bytes(),
        (long) median(rounds, Round::bytesPerToken),
        bandwidth,
        median(rounds, it -> it.decode() * it.bytesPerToken() / it.bandwidth()),
        peak());
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] values = rounds.stream().mapToDouble(figure).sorted().toArray();
    return values[values.length / 2];
  }

  private Round round() {
    List<Matrix> matrices = model.transformer().weights().perTokenMatrices();
    double before = ReadBandwidth.measure(matrices, model.workers());
    double prefill = prefill();
    double[] decode = decode(options.generate());
    double after = ReadBandwidth.measure(matrices, model.workers());
    double batch = options.batch() == 1 ? decode[0] : batch();
    return new Round((before + after) / 2, prefill, decode[0], decode[1], batch);
  }

  private double prefill() {
    int[] prompt = tokens(options.prompt());
    try (KvSequence sequence = model.cache().open()) {
      long start = System.nanoTime();
      model.transformer().prefill(sequence, Adapter.NONE, prompt);
      return prompt.length / ((System.nanoTime() - start) / 1e9);
    }
  }

  /** Tokens per second, and bytes that each of them read. */
  private double[] decode(int count) {
    try (KvSequence sequence = model.cache().open()) {
      float[] logits = model.transformer().prefill(sequence, Adapter.NONE, tokens(8));
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        int[] next = {Logits.argmax(logits)};
        logits =
            model.transformer().decode(List.of(sequence), List.of(Adapter.NONE), next).getFirst();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double cached = (8 + count / 2.0) * model.cache().shape().positionBytes();
      return new double[] {count / seconds, model.transformer().weights().perToken() + cached};
    }
  }

  private double batch() {
    var sequences = new ArrayList<KvSequence>();
    try {
      for (int i = 0; i < options.batch(); i++) {
        KvSequence sequence = model.cache().open();
        sequences.add(sequence);
        model.transformer().prefill(sequence, Adapter.NONE, tokens(8));
      }
      List<Adapter> adapters = Collections.nCopies(options.batch(), Adapter.NONE);
      int steps = Math.max(1, options.generate() / 4);
      int[] next = tokens(options.batch());
      long start = System.nanoTime();
      for (int i = 0; i < steps; i++) {
        List<float[]> logits = model.transformer().decode(sequences, adapters, next);
        next = logits.stream().mapToInt(Logits::argmax).toArray();
      }
      return steps * options.batch() / ((System.nanoTime() - start) / 1e9);
    } finally {
      sequences.forEach(KvSequence::close);
    }
  }

  private static long peak() {
    try {
      return Files.readAllLines(PROCESS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Arrays.asList(line.trim().split("\\s+")).get(1))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
