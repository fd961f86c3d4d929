package dev.coderev.training.fused;

import dev.coderev.model.config.ModelConfig;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Attention in 32 bits, some queries at a time, so that scores never leave the caches, and only
 * over the places that are seen (arXiv 2205.14135). Backwards scores are computed once more:
 *
 * <pre>
 * s = q·k/√d     p = eˢ / Σeˢ     o = Σ p·v
 * dv = Σ p·do    ds = p·(do·v − do·o)     dq = Σ ds·k/√d     dk = Σ ds·q/√d
 * </pre>
 */
final class Attention {

  /** Queries that are computed together. */
  private static final int BLOCK = 2 * Bands.ROWS;

  private final int heads;
  private final int kvHeads;
  private final int headDim;
  private final int wide;
  private final float scale;
  private final Sights sights;

  private int length;
  private int padded;
  private float[] query = {};
  private float[] key = {};
  private float[] value = {};
  private float[] keyAcross = {};
  private float[] valueAcross = {};
  private float[] scores = {};
  private float[] out = {};
  private float[] outGradient = {};
  private float[] scoreGradient = {};
  private float[] queryGradient = {};
  private float[] keyGradient = {};
  private float[] valueGradient = {};

  Attention(ModelConfig config, Sights sights) {
    heads = config.heads();
    kvHeads = config.kvHeads();
    headDim = config.headDim();
    wide = Lanes.padded(headDim, Bands.COLUMNS);
    scale = (float) (1 / Math.sqrt(headDim));
    this.sights = sights;
  }

  private void fit(int tokens) {
    if (length == tokens) {
      return;
    }
    length = tokens;
    padded = Lanes.padded(tokens, Bands.COLUMNS);
    int size = padded * wide;
    query = new float[size];
    key = new float[size];
    value = new float[size];
    keyAcross = new float[size];
    valueAcross = new float[size];
    out = new float[size];
    outGradient = new float[size];
    queryGradient = new float[size];
    keyGradient = new float[size];
    valueGradient = new float[size];
    scores = new float[BLOCK * padded];
    scoreGradient = new float[BLOCK * padded];
  }

  /**
   * Attends within each row of a batch.
   *
   * @param joined queries, keys and values of a token side by side, not yet turned
   * @param attended what the heads give, side by side
   * @param logSums ln Σeˢ of each token and head
   */
  void forward(Sheet joined, int rows, int tokens, int layer, Sheet attended, float[] logSums) {
    fit(tokens);
    for (int row = 0; row < rows; row++) {
      int base = row * tokens;
      for (int group = 0; group < kvHeads; group++) {
        readKeysAndValues(joined, base, group);
        for (int head = group * heads / kvHeads; head < (group + 1) * heads / kvHeads; head++) {
          read(joined, base, head * headDim, query, scale, true);
          for (int from = 0; from < length; from += BLOCK) {
            attend(base, from, layer, head, logSums);
          }
          write(attended, base, head * headDim, out);
        }
      }
    }
  }

  private void readKeysAndValues(Sheet joined, int base, int group) {
    read(joined, base, (heads + group) * headDim, key, 1, true);
    read(joined, base, (heads + kvHeads + group) * headDim, value, 1, false);
    across(key, keyAcross);
  }

  private void read(
      Sheet from, int base, int column, float[] into, float factor, boolean isTurned) {
    for (int i = 0; i < length; i++) {
      from.read(base + i, column, into, i * wide, headDim);
      if (isTurned) {
        sights.turn(base + i, into, i * wide, factor);
      }
    }
  }

  private void write(Sheet to, int base, int column, float[] from) {
    for (int i = 0; i < length; i++) {
      to.write(base + i, column, from, i * wide, headDim);
    }
  }

  private void across(float[] from, float[] into) {
    for (int i = 0; i < length; i++) {
      for (int j = 0; j < wide; j++) {
        into[j * padded + i] = from[i * wide + j];
      }
    }
  }

  /** The first place that one of a block's queries sees, as a multiple of the bands' columns. */
  private int begin(int base, int from, int layer) {
    return sights.first(base + from, layer) & -Bands.COLUMNS;
  }

  private int end(int from) {
    return Lanes.padded(Math.min(length, from + BLOCK), Bands.COLUMNS);
  }

  private void attend(int base, int from, int layer, int head, float[] logSums) {
    int begin = begin(base, from, layer);
    int end = end(from);
    score(from, begin, end);
    for (int r = 0; r < BLOCK; r++) {
      int at = r * padded;
      if (from + r >= length) {
        Arrays.fill(scores, at + begin, at + end, 0);
        continue;
      }
      hide(base + from + r, from + r, layer, at, begin, end);
      float most = most(at + begin, at + end);
      float sum = powers(at + begin, at + end, most);
      logSums[(base + from + r) * heads + head] = most + (float) StrictMath.log(sum);
      scale(at + begin, at + end, 1 / sum);
    }
    for (int r = 0; r < BLOCK; r += Bands.ROWS) {
      Bands.multiply(
          scores,
          r * padded + begin,
          padded,
          1,
          value,
          begin * wide,
          wide,
          out,
          (from + r) * wide,
          wide,
          end - begin,
          wide,
          false);
    }
  }

  private void score(int from, int begin, int end) {
    for (int r = 0; r < BLOCK; r += Bands.ROWS) {
      Bands.multiply(
          query,
          (from + r) * wide,
          wide,
          1,
          keyAcross,
          begin,
          padded,
          scores,
          r * padded + begin,
          padded,
          headDim,
          end - begin,
          false);
    }
  }

  /** What a query does not see gets a score of −∞. */
  private void hide(int token, int place, int layer, int at, int begin, int end) {
    Arrays.fill(scores, at + begin, at + sights.first(token, layer), Float.NEGATIVE_INFINITY);
    Arrays.fill(scores, at + place + 1, at + end, Float.NEGATIVE_INFINITY);
  }

  private float most(int from, int to) {
    FloatVector most = FloatVector.broadcast(Lanes.FLOATS, Float.NEGATIVE_INFINITY);
    for (int i = from; i < to; i += Lanes.COUNT) {
      most = most.max(FloatVector.fromArray(Lanes.FLOATS, scores, i));
    }
    return most.reduceLanes(VectorOperators.MAX);
  }

  /** Replaces scores by the powers of what they are below a number; gives their sum. */
  private float powers(int from, int to, float most) {
    FloatVector sum = FloatVector.zero(Lanes.FLOATS);
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector power = Exponential.of(FloatVector.fromArray(Lanes.FLOATS, scores, i).sub(most));
      power.intoArray(scores, i);
      sum = sum.add(power);
    }
    return Lanes.sum(sum);
  }

  private void scale(int from, int to, float by) {
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector.fromArray(Lanes.FLOATS, scores, i).mul(by).intoArray(scores, i);
    }
  }

  /**
   * The gradient of {@link #forward}.
   *
   * @param attended what it gave, {@code logSums} too
   * @param gradient of {@code attended}
   * @param joinedGradient is written
   */
  void backward(
      Sheet joined,
      int rows,
      int tokens,
      int layer,
      Sheet attended,
      float[] logSums,
      Sheet gradient,
      Sheet joinedGradient) {
    fit(tokens);
    for (int row = 0; row < rows; row++) {
      int base = row * tokens;
      for (int group = 0; group < kvHeads; group++) {
        readKeysAndValues(joined, base, group);
        across(value, valueAcross);
        Arrays.fill(keyGradient, 0);
        Arrays.fill(valueGradient, 0);
        for (int head = group * heads / kvHeads; head < (group + 1) * heads / kvHeads; head++) {
          read(joined, base, head * headDim, query, scale, true);
          read(attended, base, head * headDim, out, 1, false);
          read(gradient, base, head * headDim, outGradient, 1, false);
          for (int from = 0; from < length; from += BLOCK) {
            learn(base, from, layer, head, logSums);
          }
          writeBack(joinedGradient, base, head * headDim, queryGradient, scale);
        }
        writeBack(joinedGradient, base, (heads + group) * headDim, keyGradient, 1);
        write(joinedGradient, base, (heads + kvHeads + group) * headDim, valueGradient);
      }
    }
  }

  private void writeBack(Sheet to, int base, int column, float[] from, float factor) {
    for (int i = 0; i < length; i++) {
      sights.turnBack(base + i, from, i * wide, factor);
    }
    write(to, base, column, from);
  }

  private void learn(int base, int from, int layer, int head, float[] logSums) {
    int begin = begin(base, from, layer);
    int end = end(from);
    score(from, begin, end);
    for (int r = 0; r < BLOCK; r += Bands.ROWS) {
      Bands.multiply(
          outGradient,
          (from + r) * wide,
          wide,
          1,
          valueAcross,
          begin,
          padded,
          scoreGradient,
          r * padded + begin,
          padded,
          headDim,
          end - begin,
          false);
    }
    for (int r = 0; r < BLOCK; r++) {
      int at = r * padded;
      if (from + r >= length) {
        Arrays.fill(scores, at + begin, at + end, 0);
        Arrays.fill(scoreGradient, at + begin, at + end, 0);
        continue;
      }
      hide(base + from + r, from + r, layer, at, begin, end);
      slopes(
          at + begin,
          at + end,
          logSums[(base + from + r) * heads + head],
          dot(outGradient, out, (from + r) * wide));
    }
    for (int k = begin; k < end; k += Bands.ROWS) {
      Bands.multiply(
          scores,
          k,
          1,
          padded,
          outGradient,
          from * wide,
          wide,
          valueGradient,
          k * wide,
          wide,
          BLOCK,
          wide,
          true);
      Bands.multiply(
          scoreGradient,
          k,
          1,
          padded,
          query,
          from * wide,
          wide,
          keyGradient,
          k * wide,
          wide,
          BLOCK,
          wide,
          true);
    }
    for (int r = 0; r < BLOCK; r += Bands.ROWS) {
      Bands.multiply(
          scoreGradient,
          r * padded + begin,
          padded,
          1,
          key,
          begin * wide,
          wide,
          queryGradient,
          (from + r) * wide,
          wide,
          end - begin,
          wide,
          false);
    }
  }

  private float dot(float[] a, float[] b, int at) {
    float sum = 0;
    for (int j = 0; j < headDim; j++) {
      sum += a[at + j] * b[at + j];
    }
    return sum;
  }

  /** Scores become shares, and gradients of shares those of scores. */
  private void slopes(int from, int to, float logSum, float mean) {
    for (int i = from; i < to; i += Lanes.COUNT) {
      FloatVector share =
          Exponential.of(FloatVector.fromArray(Lanes.FLOATS, scores, i).sub(logSum));
      share.intoArray(scores, i);
      FloatVector.fromArray(Lanes.FLOATS, scoreGradient, i)
          .sub(mean)
          .mul(share)
          .intoArray(scoreGradient, i);
    }
  }
}
