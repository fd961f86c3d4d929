package dev.coderev.server.evolution.gold;

/** Somebody who acts on what a run over cases gave. */
public interface EvaluationFollower {
  /** Called in the transaction that stores the result, or the reason why there is none. */
  void ended(Evaluation evaluation);
}
