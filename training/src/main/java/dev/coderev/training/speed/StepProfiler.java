package dev.coderev.training.speed;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.WeightShapes;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.PackedStream;
import dev.coderev.training.data.Place;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.fused.Learner;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.optimize.AdamW;
import dev.coderev.training.torch.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Measures training steps of a shape with random weights on random texts, part by part, each beside
 * a product of matrices of the same precision, so that a busy machine slows both.
 */
public final class StepProfiler {

  private static final int DOCUMENTS = 64;
  private static final int LONGEST = 600;
  private static final int SIDE = 1024; // of the matrices that are multiplied
  private static final int PRODUCTS = 24;
  private static final double RATE = 1e-3;

  private final ModelConfig shape;
  private final Compute compute;
  private final int threads;
  private final int rows;
  private final int length;
  private final LongSupplier clock;

  /**
   * @param rows of each thread
   * @param clock nanoseconds, of the wall or of the processor
   */
  public StepProfiler(
      ModelConfig shape,
      Compute.Precision precision,
      int threads,
      int rows,
      int length,
      LongSupplier clock) {
    this.shape = shape;
    this.compute = Compute.of("cpu", precision, threads);
    this.threads = threads;
    this.rows = rows;
    this.length = length;
    this.clock = clock;
  }

  /** Some steps after one that is not counted. */
  public List<StepProfile> run(int rounds) throws IOException {
    Path file = Files.createTempFile("profile", ".tokens");
    Files.delete(file);
    try {
      write(file);
      try (TokenFile tokens = TokenFile.open(file);
          Parameters parameters = Parameters.initial(shape, compute, 1);
          var optimizer = new AdamW(parameters, compute, AdamW.Settings.DEFAULT);
          Learner learner = Learner.of(new Network(shape, parameters, compute), threads)) {
        var stream = new PackedStream(tokens, 1, FillInTheMiddle.NEVER, -1, Place.START);
        var profiles = new ArrayList<StepProfile>();
        for (int i = 0; i <= rounds; i++) {
          profiles.add(step(learner, optimizer, stream.next(threads * rows, length)));
        }
        return List.copyOf(profiles.subList(1, profiles.size()));
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void write(Path file) throws IOException {
    var random = new SplittableRandom(5);
    try (var writer = new TokenFile.Writer(file)) {
      for (int i = 0; i < DOCUMENTS; i++) {
        int size = random.nextInt(2, LONGEST);
        writer.add(random.ints(size, 0, shape.vocabSize()).toArray());
      }
      writer.finish();
    }
  }

  private StepProfile step(Learner learner, AdamW optimizer, TokenBatch batch) {
    double products = products();
    optimizer.zeroGradients();
    long start = clock.getAsLong();
    learner.learnAll(parts(batch), 1.0 / batch.valid());
    double learning = seconds(start, clock.getAsLong());
    long before = clock.getAsLong();
    optimizer.step(RATE, optimizer.gradientNorm());
    double update = seconds(before, clock.getAsLong());
    long tokens = (long) batch.rows() * batch.length();
    return new StepProfile(tokens, tokens * flopsOfToken(), learning, update, products);
  }

  /** What each thread gets of a batch. */
  private List<TokenBatch> parts(TokenBatch batch) {
    return IntStream.range(0, threads)
        .mapToObj(i -> batch.slice(i * rows, (i + 1) * rows))
        .toList();
  }

  private static double seconds(long from, long to) {
    return Math.max(1, to - from) / 1e9;
  }

  /** Operations of the products of a token: two forwards and four backwards for each weight. */
  private double flopsOfToken() {
    double weights =
        WeightShapes.of(shape).entrySet().stream()
            .filter(it -> it.getValue().rank() == 2)
            .filter(it -> shape.tiedEmbeddings() || !it.getKey().equals(WeightShapes.EMBEDDINGS))
            .mapToDouble(it -> it.getValue().elements())
            .sum();
    double attention = 2.0 * shape.layers() * shape.queryWidth() * length;
    return 6 * (weights + attention);
  }

  /** Operations a second of square products. */
  private double products() {
    boolean narrow = compute.precision() == Compute.Precision.BF16;
    var type = narrow ? torch.ScalarType.BFloat16 : torch.ScalarType.Float;
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      Tensor left = compute.zeros(SIDE, SIDE).add(new Scalar(0.5)).to(type);
      Tensor right = compute.zeros(SIDE, SIDE).add(new Scalar(0.25)).to(type);
      torch.linear(left, right);
      long start = clock.getAsLong();
      for (int i = 0; i < PRODUCTS; i++) {
        torch.linear(left, right);
      }
      return PRODUCTS * 2.0 * SIDE * SIDE * SIDE / seconds(start, clock.getAsLong());
    }
  }
}
