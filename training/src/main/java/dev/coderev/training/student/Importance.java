package dev.coderev.training.student;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.torch.Compute;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * How much each part of a network matters for some texts, by what flows through it:
 *
 * <pre>
 * layer:    1 − mean cos(stream before, stream after)
 * channel:  Σ x² of what the last feed-forward matrix is given
 * group:    Σ x² of what the heads that share a key give
 * stream:   Σ (x / rms)² of the stream's element, over all norms
 * </pre>
 */
public final class Importance {

  private final double[] influence;
  private final double[][] channels;
  private final double[][] groups;
  private final double[] stream;
  private final double[][] before;
  private final double[][] after;

  private Importance(ModelConfig config) {
    influence = new double[config.layers()];
    channels = new double[config.layers()][config.intermediateSize()];
    groups = new double[config.layers()][config.kvHeads()];
    stream = new double[config.hiddenSize()];
    before = new double[config.layers()][config.hiddenSize()];
    after = new double[config.layers()][config.hiddenSize()];
  }

  /** Shows texts to a network and looks at what they do. */
  public static Importance of(Network network, List<TokenBatch> texts) {
    var importance = new Importance(network.config());
    for (TokenBatch text : texts) {
      try (var _ = new PointerScope();
          var _ = new NoGradients()) {
        network.hidden(text, importance.new Looking(network.config(), texts.size()));
      }
    }
    return importance;
  }

  private final class Looking implements Watcher {
    private final ModelConfig config;
    private final int texts;
    private Tensor held = new Tensor();

    Looking(ModelConfig config, int texts) {
      this.config = config;
      this.texts = texts;
    }

    @Override
    public void stream(int layer, Tensor x, Tensor normed) {
      held = x;
      add(before[layer], squares(x));
      relative(x);
    }

    @Override
    public void attended(int layer, Tensor attended) {
      float[] squares = squares(attended);
      int size = squares.length / config.kvHeads();
      for (int i = 0; i < squares.length; i++) {
        groups[layer][i / size] += squares[i];
      }
    }

    @Override
    public void inner(int layer, Tensor inner) {
      add(channels[layer], squares(inner));
    }

    @Override
    public void left(int layer, Tensor x) {
      Tensor product = held.mul(x).sum(1);
      Tensor lengths = held.square().sum(1).mul(x.square().sum(1)).sqrt();
      influence[layer] += (1 - product.div(lengths).mean().item_double()) / texts;
      add(after[layer], squares(x));
      relative(x);
    }

    private void relative(Tensor x) {
      Tensor mean =
          x.square().mean(new long[] {1}, true, new org.bytedeco.pytorch.ScalarTypeOptional());
      add(stream, squares(x.div(mean.add(new Scalar(1e-12)).sqrt())));
    }

    private static float[] squares(Tensor x) {
      return Compute.toFloats(
          x.to(org.bytedeco.pytorch.global.torch.ScalarType.Float).square().sum(0));
    }

    private static void add(double[] sums, float[] more) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += more[i];
      }
    }
  }

  /** How much each layer changes the stream. */
  public double[] influence() {
    return influence.clone();
  }

  double[] channels(int layer) {
    return channels[layer];
  }

  double[] groups(int layer) {
    return groups[layer];
  }

  double[] stream() {
    return stream;
  }

  /**
   * What a norm's gains are multiplied with when only some elements of the stream are left: root of
   * their mean square over that of all.
   */
  double gain(int layer, boolean atEnd, int[] kept) {
    double[] squares = atEnd ? after[layer] : before[layer];
    double some = IntStream.of(kept).mapToDouble(i -> squares[i]).average().orElse(1);
    double all =
        IntStream.range(0, squares.length).mapToDouble(i -> squares[i]).average().orElse(1);
    return all > 0 ? Math.sqrt(some / all) : 1;
  }
}
