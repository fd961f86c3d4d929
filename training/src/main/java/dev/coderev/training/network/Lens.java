package dev.coderev.training.network;

import org.bytedeco.pytorch.Tensor;

/** What a network computes with in place of the matrix of a linear layer. */
@FunctionalInterface
public interface Lens {

  /** The matrices themselves. */
  Lens PLAIN = (name, parameters) -> parameters.get(name);

  /** The matrix of that name as it is seen; gradients flow through it to the parameters. */
  Tensor seen(String name, Parameters parameters);
}
