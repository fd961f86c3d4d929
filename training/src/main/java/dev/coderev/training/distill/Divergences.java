package dev.coderev.training.distill;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Divergences between two distributions given by their log-probabilities: [n, classes] → [n]. */
final class Divergences {

  private Divergences() {}

  static Tensor of(Losses losses, Tensor teacher, Tensor student) {
    return switch (losses.divergence()) {
      case FORWARD -> kl(teacher, student);
      case REVERSE -> kl(student, teacher);
      case JENSEN_SHANNON -> {
        double m = losses.mixture();
        Tensor middle =
            torch.logaddexp(
                teacher.add(new Scalar(Math.log(m))), student.add(new Scalar(Math.log(1 - m))));
        yield kl(teacher, middle)
            .mul(new Scalar(m))
            .add(kl(student, middle).mul(new Scalar(1 - m)));
      }
    };
  }

  /** Σ p·(log p − log q). */
  private static Tensor kl(Tensor p, Tensor q) {
    return p.exp().mul(p.sub(q)).sum(1);
  }
}
