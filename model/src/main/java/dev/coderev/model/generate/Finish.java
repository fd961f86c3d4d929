package dev.coderev.model.generate;

/** Why a text ended. */
public enum Finish {
  /** The model gave its end token, or a stop text appeared. */
  STOP,
  /** The most tokens, or positions, were reached. */
  LENGTH,
  /** Whoever asked did not want more. */
  CANCELLED
}
