package dev.coderev.training.distill;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.network.NoGradients;
import dev.coderev.training.network.Watcher;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The gradient of what a teacher teaches with some sequences. */
final class Teaching implements SplitBatch.Part {

  private static final long SUM = 2;

  private final Network teacher;
  private final Network student;
  private final Losses losses;
  private final Match match;
  private final NextToken learning;

  Teaching(Network teacher, Network student, Losses losses, Match match) {
    this.teacher = teacher;
    this.student = student;
    this.losses = losses;
    this.match = match;
    this.learning = new NextToken(student);
  }

  @Override
  public double learn(TokenBatch rows, double scale) {
    try (var _ = new PointerScope()) {
      var sight = new Match.Sight();
      boolean inside = losses.looksInside();
      Tensor theirs = taught(rows, inside ? sight.teacher() : Watcher.NOBODY);
      Tensor mine = student.hidden(rows, inside ? sight.student() : Watcher.NOBODY);
      Tensor targets = student.compute().longs(rows.targets(), rows.targets().length);
      Optional<Tensor> more =
          inside
              ? Optional.of(match.loss(losses, sight, student.parameters()).mul(new Scalar(scale)))
              : Optional.empty();
      double loss =
          learning.learn(
              mine,
              (logits, from, count) ->
                  loss(logits, theirs.narrow(0, from, count), targets.narrow(0, from, count))
                      .mul(new Scalar(scale)),
              more);
      return loss / scale;
    }
  }

  private Tensor taught(TokenBatch rows, Watcher watcher) {
    try (var _ = new NoGradients()) {
      return teacher.hidden(rows, watcher);
    }
  }

  /** The sum over the places that have a target. */
  private Tensor loss(Tensor logits, Tensor theirHidden, Tensor targets) {
    Tensor labels =
        torch.cross_entropy_loss(
            logits, targets, new TensorOptional(), SUM, TokenBatch.IGNORED, 0.0);
    if (losses.hard() == 1) {
      return labels;
    }
    double t = losses.temperature();
    Tensor p;
    try (var _ = new NoGradients()) {
      p = torch.log_softmax(teacher.logits(theirHidden).div(new Scalar(t)), 1);
    }
    Tensor q = torch.log_softmax(logits.div(new Scalar(t)), 1);
    Tensor counted = targets.ne(new Scalar((double) TokenBatch.IGNORED)).to(torch.ScalarType.Float);
    Tensor taught = Divergences.of(losses, p, q).mul(counted).sum();
    return labels
        .mul(new Scalar(losses.hard()))
        .add(taught.mul(new Scalar((1 - losses.hard()) * t * t)));
  }
}
