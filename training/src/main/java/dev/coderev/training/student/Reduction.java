package dev.coderev.training.student;

/** What a student has less of than its teacher. */
public enum Reduction {
  /** Layers. */
  LAYERS,
  /** The stream, heads by groups that share keys and values, and the feed-forward part. */
  WIDTH,
  /** Both. */
  HYBRID
}
