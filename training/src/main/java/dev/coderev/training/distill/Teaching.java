package dev.coderev.training.distill;

import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.loop.SplitBatch;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.network.Watcher;
import dev.coderev.training.teacher.Said;
import dev.coderev.training.teacher.Teacher;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The gradient of what a teacher teaches with some sequences. */
final class Teaching implements SplitBatch.Part {

  private static final long SUM = 2;

  private final Teacher teacher;
  private final Network student;
  private final Losses losses;
  private final Match match;
  private final NextToken learning;

  Teaching(Teacher teacher, Network student, Losses losses, Match match) {
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
      Said said = teacher.ask(rows, inside ? sight.teacher() : Watcher.NOBODY);
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
                  loss(logits, said, targets.narrow(0, from, count), from, count)
                      .mul(new Scalar(scale)),
              more);
      return loss / scale;
    }
  }

  /** The sum over the places that have a target. */
  private Tensor loss(Tensor logits, Said said, Tensor targets, int from, int count) {
    if (losses.hard() == 1) {
      return labels(logits, targets);
    }
    double t = losses.temperature();
    Tensor q = torch.log_softmax(logits.div(new Scalar(t)), 1);
    Tensor apart =
        switch (said) {
          case Said.Whole whole -> Divergences.of(losses, whole.logs(from, count, t), q);
          case Said.Top top ->
              Divergences.of(losses, top.logs(from, count), top.seenBy(q, from, count));
        };
    Tensor counted = targets.ne(new Scalar((double) TokenBatch.IGNORED)).to(torch.ScalarType.Float);
    Tensor taught = apart.mul(counted).sum().mul(new Scalar((1 - losses.hard()) * t * t));
    return losses.hard() == 0
        ? taught
        : labels(logits, targets).mul(new Scalar(losses.hard())).add(taught);
  }

  private static Tensor labels(Tensor logits, Tensor targets) {
    return torch.cross_entropy_loss(
        logits, targets, new TensorOptional(), SUM, TokenBatch.IGNORED, 0.0);
  }
}
