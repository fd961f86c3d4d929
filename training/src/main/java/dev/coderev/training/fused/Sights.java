package dev.coderev.training.fused;

import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.SlidingWindow;
import dev.coderev.model.transformer.Rotary;
import dev.coderev.training.data.TokenBatch;

/**
 * From which place of its row each token of a batch looks on, and how it is turned: only tokens of
 * its own document are seen, and in windowed layers only the last of them.
 */
final class Sights {

  private final ModelConfig config;
  private final Rotary rotary;
  private int[] starts = {};
  private float[][] turns = {};
  private long[] positions = {};
  private int length;

  Sights(ModelConfig config) {
    this.config = config;
    this.rotary = new Rotary(config);
  }

  /** Looks at another batch from now on. */
  void take(TokenBatch batch) {
    int count = batch.rows() * batch.length();
    if (length != batch.length()) {
      turns = new float[batch.length()][];
    }
    length = batch.length();
    positions = batch.positions();
    starts = new int[count];
    for (int i = 0; i < count; i++) {
      int place = i % length;
      boolean begins = place == 0 || batch.documents()[i] != batch.documents()[i - 1];
      starts[i] = begins ? place : starts[i - 1];
      int position = (int) positions[i];
      if (turns[position] == null) {
        turns[position] = new float[config.headDim()];
        rotary.turn(position, length, turns[position], 0);
      }
    }
  }

  /** The first place that a token sees. */
  int first(int token, int layer) {
    int window =
        config
            .slidingWindow()
            .filter(it -> it.covers(layer))
            .map(SlidingWindow::size)
            .orElse(length);
    return Math.max(starts[token], token % length - window + 1);
  }

  /** Turns a head of a token, and multiplies it. */
  void turn(int token, float[] head, int at, float scale) {
    float[] turn = turns[(int) positions[token]];
    int half = turn.length / 2;
    for (int j = 0; j < half; j++) {
      float left = head[at + j];
      float right = head[at + half + j];
      head[at + j] = (left * turn[j] - right * turn[half + j]) * scale;
      head[at + half + j] = (right * turn[j] + left * turn[half + j]) * scale;
    }
  }

  /** The gradient of {@link #turn}: turns back. */
  void turnBack(int token, float[] head, int at, float scale) {
    float[] turn = turns[(int) positions[token]];
    int half = turn.length / 2;
    for (int j = 0; j < half; j++) {
      float left = head[at + j];
      float right = head[at + half + j];
      head[at + j] = (left * turn[j] + right * turn[half + j]) * scale;
      head[at + half + j] = (right * turn[j] - left * turn[half + j]) * scale;
    }
  }
}
