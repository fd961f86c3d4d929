package dev.coderev.model.mixed;

import dev.coderev.model.ModelException;

/** What a choice of types is to reach. */
public sealed interface Goal {

  /** The least loss within so many bytes of weights. */
  record Size(long bytes) implements Goal {}

  /** The least bytes with a mean KL divergence of at most so many nats on the probe texts. */
  record Loss(double divergence) implements Goal {
    public Loss {
      if (!(divergence > 0)) {
        throw new ModelException("the most loss is a positive number of nats, not " + divergence);
      }
    }
  }
}
