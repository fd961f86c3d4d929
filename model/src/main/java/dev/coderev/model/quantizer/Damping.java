package dev.coderev.model.quantizer;

import dev.coderev.model.ModelException;

/**
 * What is added to the diagonal of a Hessian so that it can be factored: a share of the diagonal's
 * mean, raised while the factorization fails.
 *
 * @param share the first, for example 0.01
 * @param increment what is added to the share each time
 * @param most the last share that is tried
 */
public record Damping(double share, double increment, double most) {

  public static final Damping DEFAULT = new Damping(0.01, 0.01, 0.2);

  public Damping {
    if (!(share > 0) || !(increment > 0) || !(most >= share) || !(most < 1)) {
      throw new ModelException(
          "damping starts above 0, rises, and ends below 1, not "
              + share
              + ", +"
              + increment
              + ", "
              + most);
    }
  }
}
