package dev.coderev.training.fused;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;

/**
 * What teaches a network to foretell tokens: the fastest way that its shape and its place allow.
 */
public interface Learner extends SplitBatch.Part, AutoCloseable {

  /**
   * Workers with written passes where a network fits them, recorded passes where not.
   *
   * @param threads of the processor
   */
  static Learner of(Network network, int threads) {
    return Crew.fits(network) ? Crew.of(network, threads) : new Recorded(new NextToken(network));
  }

  @Override
  void close();

  /** Passes that libtorch records and goes back through. */
  record Recorded(NextToken objective) implements Learner {

    @Override
    public double learn(TokenBatch rows, double scale) {
      return objective.learn(rows, scale);
    }

    @Override
    public void close() {
      // holds nothing
    }
  }
}
