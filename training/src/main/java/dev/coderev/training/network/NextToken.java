package dev.coderev.training.network;

import dev.coderev.training.data.TokenBatch;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRefOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The loss of language modelling: −ln p(next token), summed over the places that have a target.
 *
 * <p>Logits are made some hundred places at a time, forward and backward, so that a large
 * vocabulary never stands in memory for a whole batch.
 */
public final class NextToken {

  private static final int CHUNK = 1024;
  private static final long SUM = 2;

  /** How the next tokens of a batch were foretold. */
  public record Foretold(double loss, long correct, long places) {

    public Foretold plus(Foretold other) {
      return new Foretold(loss + other.loss, correct + other.correct, places + other.places);
    }

    /** The mean of −ln p. */
    public double mean() {
      return loss / places;
    }

    /** The share of places whose most likely token is the next one. */
    public double accuracy() {
      return (double) correct / places;
    }
  }

  /** What is learnt at some places of a batch, from their logits. */
  @FunctionalInterface
  public interface Objective {

    /**
     * The loss to be made smaller, as a scalar with gradient.
     *
     * @param logits [count, vocabulary] in 32 bits
     * @param from the first of the places, in the whole batch
     */
    Tensor loss(Tensor logits, int from, int count);
  }

  private final Network network;

  public NextToken(Network network) {
    this.network = network;
  }

  /**
   * Adds the gradient of scale · loss to the parameters.
   *
   * @return the loss without the scale
   */
  public double learn(TokenBatch batch, double scale) {
    try (var _ = new PointerScope()) {
      Tensor targets = network.compute().longs(batch.targets(), batch.targets().length);
      return learn(
              network.hidden(batch),
              (logits, from, count) ->
                  crossEntropy(logits, targets.narrow(0, from, count)).mul(new Scalar(scale)))
          / scale;
    }
  }

  /** Adds the gradient of an objective to the parameters; gives its sum. */
  public double learn(Tensor hidden, Objective objective) {
    return learn(hidden, objective, Optional.empty());
  }

  /**
   * As above.
   *
   * @param more a scalar with gradient that is made smaller with it
   */
  public double learn(Tensor hidden, Objective objective, Optional<Tensor> more) {
    Tensor leaf = hidden.detach().requires_grad_(true);
    double sum = 0;
    int places = (int) leaf.size(0);
    for (int from = 0; from < places; from += CHUNK) {
      int count = Math.min(CHUNK, places - from);
      try (var _ = new PointerScope()) {
        Tensor loss = objective.loss(network.logits(leaf.narrow(0, from, count)), from, count);
        loss.backward();
        sum += loss.item_double();
      }
    }
    if (more.isPresent()) {
      sum += more.get().item_double();
      hidden.mul(leaf.grad()).sum().add(more.get()).backward();
    } else {
      hidden.backward(leaf.grad(), new BoolOptional(), false, new TensorArrayRefOptional());
    }
    return sum;
  }

  /** How well the network foretells a batch; learns nothing. */
  public Foretold foretell(TokenBatch batch) {
    try (var _ = new PointerScope();
        var _ = new NoGradients()) {
      Tensor hidden = network.hidden(batch);
      Tensor targets = network.compute().longs(batch.targets(), batch.targets().length);
      double loss = 0;
      long correct = 0;
      for (int from = 0; from < batch.targets().length; from += CHUNK) {
        int count = Math.min(CHUNK, batch.targets().length - from);
        try (var _ = new PointerScope()) {
          Tensor logits = network.logits(hidden.narrow(0, from, count));
          Tensor wanted = targets.narrow(0, from, count);
          loss += crossEntropy(logits, wanted).item_double();
          correct += logits.argmax(new LongOptional(1), false).eq(wanted).sum().item_long();
        }
      }
      return new Foretold(loss, correct, batch.valid());
    }
  }

  private static Tensor crossEntropy(Tensor logits, Tensor targets) {
    return torch.cross_entropy_loss(
        logits, targets, new TensorOptional(), SUM, TokenBatch.IGNORED, 0.0);
  }
}
