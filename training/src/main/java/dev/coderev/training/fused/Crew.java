package dev.coderev.training.fused;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Workers that learn to foretell tokens, each on a processor of its own from its share of a batch's
 * parts.
 *
 * <p>Part i goes to worker i mod n, and the gradients of workers are added in their order, so that
 * equal numbers of workers give equal gradients, to the last bit.
 */
final class Crew implements Learner {

  private final Factors factors;
  private final List<Worker> workers = new ArrayList<>();

  /** One thread, its network and its gradients; those of the first are the parameters' own. */
  private static final class Worker implements AutoCloseable {
    private final ExecutorService thread;
    private final Tensor gradients;
    private final Sheet sheet;
    private final FusedNetwork network;

    Worker(int number, Network network, Factors factors) {
      Parameters parameters = network.parameters();
      gradients =
          number == 0
              ? parameters.gradients().retainReference()
              : network.compute().zeros(parameters.count()).retainReference();
      sheet = new Sheet(gradients, 1);
      this.network = new FusedNetwork(network.config(), factors, sheet);
      thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("learning-" + number).factory());
    }

    Future<Double> learn(List<TokenBatch> parts, double scale, boolean forgets) {
      return thread.submit(() -> {
        Compute.useThisThreadAlone();
        if (forgets) {
          try (var _ = new PointerScope()) {
            gradients.zero_();
          }
        }
        double sum = 0;
        for (TokenBatch part : parts) {
          sum += network.learn(part, scale);
        }
        return sum;
      });
    }

    @Override
    public void close() {
      thread.close();
      network.close();
      sheet.close();
      gradients.close();
    }
  }

  private Crew(Network network, int threads) {
    Compute.useThisThreadAlone();
    factors = new Factors(network.parameters(), network.compute());
    for (int i = 0; i < threads; i++) {
      workers.add(new Worker(i, network, factors));
    }
  }

  /** Whether a network can be learnt this way; others learn by recorded passes. */
  static boolean fits(Network network) {
    return network.isPlain() && FusedNetwork.fits(network.config(), network.compute());
  }

  /**
   * Gathers workers around a network.
   *
   * @param threads how many
   */
  static Crew of(Network network, int threads) {
    return new Crew(network, threads);
  }

  @Override
  public double learn(TokenBatch rows, double scale) {
    return learnAll(List.of(rows), scale);
  }

  @Override
  public double learnAll(List<TokenBatch> parts, double scale) {
    factors.refresh();
    var running = new ArrayList<Future<Double>>();
    for (int i = 0; i < Math.min(workers.size(), parts.size()); i++) {
      running.add(workers.get(i).learn(share(parts, i), scale, i > 0));
    }
    double sum = 0;
    var failures = new ArrayList<Throwable>();
    for (Future<Double> it : running) {
      try {
        sum += it.get();
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("learning was interrupted", e);
      }
    }
    if (!failures.isEmpty()) {
      throw thrown(failures.getFirst());
    }
    add(running.size());
    return sum;
  }

  private List<TokenBatch> share(List<TokenBatch> parts, int worker) {
    var share = new ArrayList<TokenBatch>();
    for (int i = worker; i < parts.size(); i += workers.size()) {
      share.add(parts.get(i));
    }
    return share;
  }

  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("a worker failed", failure);
  }

  private void add(int learnt) {
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      for (int i = 1; i < learnt; i++) {
        factors.parameters().gradients().add_(workers.get(i).gradients);
      }
    }
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
    factors.close();
  }
}
