package dev.coderev.training.teacher;

import dev.coderev.training.network.Network;
import dev.coderev.training.network.NoGradients;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A teacher's distributions of the next token at the places of a batch. */
public sealed interface Said {

  /** Over all tokens, made when they are wanted from what the last norm gave. */
  record Whole(Network teacher, Tensor hidden) implements Said {

    /** The log-probabilities of some places at a temperature: [count, vocabulary]. */
    public Tensor logs(int from, int count, double temperature) {
      try (var _ = new NoGradients()) {
        Tensor logits = teacher.logits(hidden.narrow(0, from, count));
        return torch.log_softmax(logits.div(new Scalar(temperature)), 1);
      }
    }
  }

  /**
   * Of the likeliest tokens, and of all others as one.
   *
   * @param ids [n, k]
   * @param logs [n, k + 1] at the temperature that was asked for; the last column is the others'
   */
  record Top(Tensor ids, Tensor logs) implements Said {

    private static final double LEAST = -30;

    /** The teacher's log-probabilities of some places: [count, k + 1]. */
    public Tensor logs(int from, int count) {
      return logs.narrow(0, from, count);
    }

    /** Another distribution of the same places on the same classes: [count, k + 1]. */
    public Tensor seenBy(Tensor otherLogs, int from, int count) {
      Tensor listed = ids.narrow(0, from, count);
      Tensor chosen = otherLogs.gather(1, listed);
      Tensor rest =
          otherLogs
              .scatter(1, listed, new Scalar(Double.NEGATIVE_INFINITY))
              .logsumexp(new long[] {1}, true)
              .clamp_min(new Scalar(LEAST));
      return torch.cat(new TensorVector(chosen, rest), 1);
    }
  }
}
