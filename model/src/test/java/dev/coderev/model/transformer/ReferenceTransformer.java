package dev.coderev.model.transformer;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.model.config.ModelConfig;
import dev.coderev.model.config.RopeScaling;
import dev.coderev.model.config.WeightShapes;
import java.util.stream.IntStream;

/**
 * The whole network in double precision, without cache, batch or kernels: every position of a text
 * at once, with the frequencies written down a second time from their papers.
 */
final class ReferenceTransformer {

  private final Checkpoint checkpoint;
  private final ModelConfig c;

  ReferenceTransformer(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    this.c = checkpoint.config();
  }

  /** The logits after each token. */
  double[][] logits(int... tokens) {
    int n = tokens.length;
    double[][] x = new double[n][];
    double[] embeddings = values(WeightShapes.EMBEDDINGS);
    for (int i = 0; i < n; i++) {
      int token = tokens[i];
      x[i] =
          IntStream.range(0, c.hiddenSize())
              .mapToDouble(j -> embeddings[token * c.hiddenSize() + j])
              .toArray();
    }
    for (int layer = 0; layer < c.layers(); layer++) {
      x = layer(layer, x);
    }
    double[] head = values(c.tiedEmbeddings() ? WeightShapes.EMBEDDINGS : WeightShapes.HEAD);
    double[][] logits = new double[n][];
    for (int i = 0; i < n; i++) {
      logits[i] = times(head, norm(x[i], values(WeightShapes.FINAL_NORM)));
    }
    return logits;
  }

  private double[][] layer(int layer, double[][] x) {
    int n = x.length;
    String prefix = WeightShapes.layer(layer);
    double[][][] q = new double[n][][];
    double[][][] k = new double[n][][];
    double[][][] v = new double[n][][];
    for (int i = 0; i < n; i++) {
      double[] normed = norm(x[i], values(prefix + "input_layernorm.weight"));
      q[i] = heads(linear(prefix + "self_attn.q_proj", normed));
      k[i] = heads(linear(prefix + "self_attn.k_proj", normed));
      v[i] = heads(linear(prefix + "self_attn.v_proj", normed));
      if (c.queryKeyNorm()) {
        normAll(q[i], values(prefix + "self_attn.q_norm.weight"));
        normAll(k[i], values(prefix + "self_attn.k_norm.weight"));
      }
      for (double[] head : q[i]) {
        rotate(head, i, n);
      }
      for (double[] head : k[i]) {
        rotate(head, i, n);
      }
    }
    double[][] out = new double[n][];
    for (int i = 0; i < n; i++) {
      double[] attended = new double[c.queryWidth()];
      for (int h = 0; h < c.heads(); h++) {
        int shared = h / (c.heads() / c.kvHeads());
        double[] scores = new double[i + 1];
        double sum = 0;
        for (int j = 0; j <= i; j++) {
          boolean seen =
              c.slidingWindow().isEmpty()
                  || !c.slidingWindow().get().covers(layer)
                  || i - j < c.slidingWindow().get().size();
          double score = 0;
          for (int d = 0; d < c.headDim(); d++) {
            score += q[i][h][d] * k[j][shared][d];
          }
          scores[j] = seen ? Math.exp(score / Math.sqrt(c.headDim())) : 0;
          sum += scores[j];
        }
        for (int j = 0; j <= i; j++) {
          for (int d = 0; d < c.headDim(); d++) {
            attended[h * c.headDim() + d] += scores[j] / sum * v[j][shared][d];
          }
        }
      }
      double[] y = plus(x[i], linear(prefix + "self_attn.o_proj", attended));
      double[] normed = norm(y, values(prefix + "post_attention_layernorm.weight"));
      double[] gate = linear(prefix + "mlp.gate_proj", normed);
      double[] up = linear(prefix + "mlp.up_proj", normed);
      for (int j = 0; j < gate.length; j++) {
        gate[j] = gate[j] / (1 + Math.exp(-gate[j])) * up[j];
      }
      out[i] = plus(y, linear(prefix + "mlp.down_proj", gate));
    }
    return out;
  }

  private void rotate(double[] head, int position, int length) {
    int d = c.headDim();
    double scale = 1;
    for (int j = 0; j < d / 2; j++) {
      double f = Math.pow(c.ropeTheta(), -2.0 * j / d);
      switch (c.ropeScaling()) {
        case RopeScaling.None none -> {}
        case RopeScaling.Linear s -> f = f / s.factor();
        case RopeScaling.Divisors s -> f = f / s.divisors().get(j);
        case RopeScaling.DynamicNtk s -> {
          if (length > s.originalPositions()) {
            double base =
                c.ropeTheta()
                    * Math.pow(
                        s.factor() * length / s.originalPositions() - (s.factor() - 1),
                        d / (d - 2.0));
            f = Math.pow(base, -2.0 * j / d);
          }
        }
        case RopeScaling.Llama3 s -> {
          double wave = 2 * Math.PI / f;
          double low = s.originalPositions() / s.lowFrequencyFactor();
          double high = s.originalPositions() / s.highFrequencyFactor();
          if (wave > low) {
            f = f / s.factor();
          } else if (wave >= high) {
            double smooth =
                (s.originalPositions() / wave - s.lowFrequencyFactor())
                    / (s.highFrequencyFactor() - s.lowFrequencyFactor());
            f = (1 - smooth) * f / s.factor() + smooth * f;
          }
        }
        case RopeScaling.Yarn s -> {
          double low = Math.max(0, Math.floor(pair(s.betaFast(), s.originalPositions())));
          double high = Math.min(d - 1, Math.ceil(pair(s.betaSlow(), s.originalPositions())));
          double ramp = Math.min(1, Math.max(0, (j - low) / Math.max(0.001, high - low)));
          f = f / s.factor() * ramp + f * (1 - ramp);
          scale = s.attention();
        }
      }
      double cos = Math.cos(position * f) * scale;
      double sin = Math.sin(position * f) * scale;
      double a = head[j];
      double b = head[j + d / 2];
      head[j] = a * cos - b * sin;
      head[j + d / 2] = b * cos + a * sin;
    }
  }

  private double pair(double rotations, int positions) {
    return c.headDim()
        * Math.log(positions / (rotations * 2 * Math.PI))
        / (2 * Math.log(c.ropeTheta()));
  }

  private double[][] heads(double[] flat) {
    double[][] heads = new double[flat.length / c.headDim()][c.headDim()];
    for (int i = 0; i < flat.length; i++) {
      heads[i / c.headDim()][i % c.headDim()] = flat[i];
    }
    return heads;
  }

  private void normAll(double[][] heads, double[] weight) {
    for (int h = 0; h < heads.length; h++) {
      heads[h] = norm(heads[h], weight);
    }
  }

  private double[] norm(double[] x, double[] weight) {
    double squares = 0;
    for (double value : x) {
      squares += value * value;
    }
    double inverse = 1 / Math.sqrt(squares / x.length + c.normEpsilon());
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * inverse * weight[i]).toArray();
  }

  private double[] linear(String name, double[] x) {
    double[] y = times(values(name + ".weight"), x);
    return checkpoint.find(name + ".bias").isPresent() ? plus(y, values(name + ".bias")) : y;
  }

  private static double[] times(double[] weight, double[] x) {
    double[] y = new double[weight.length / x.length];
    for (int i = 0; i < weight.length; i++) {
      y[i / x.length] += weight[i] * x[i % x.length];
    }
    return y;
  }

  private static double[] plus(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
  }

  private double[] values(String name) {
    float[] floats = checkpoint.tensor(name).toFloats();
    return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
  }
}
