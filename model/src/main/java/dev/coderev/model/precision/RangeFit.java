package dev.coderev.model.precision;

/**
 * The scale and depth of some floats, x ≈ scale·q − depth with 0 ≤ q ≤ most and depth ≥ 0, that a
 * search over 21 (with 32 codes 16) spreads of the codes found best by least squares; large floats
 * weigh more:
 *
 * <pre>
 * least Σ w·(scale·q − depth − x)²      w = √(mean x²) + |x|
 * </pre>
 */
final class RangeFit {

  private final float scale;
  private final float depth;
  private final int[] codes;

  private RangeFit(float scale, float depth, int[] codes) {
    this.scale = scale;
    this.depth = depth;
    this.codes = codes;
  }

  float scale() {
    return scale;
  }

  float depth() {
    return depth;
  }

  int code(int index) {
    return codes[index];
  }

  void copyCodes(int[] into, int at) {
    System.arraycopy(codes, 0, into, at, codes.length);
  }

  static RangeFit of(float[] x, int from, int count, int most) {
    float min = 0;
    float max = x[from];
    float squares = 0;
    for (int i = from; i < from + count; i++) {
      min = Math.min(min, x[i]);
      max = Math.max(max, x[i]);
      squares += x[i] * x[i];
    }
    if (max <= min) {
      return new RangeFit(0, -min, new int[count]);
    }
    var search = new Search(x, from, count, most, (float) Math.sqrt(squares / count));
    search.round(most / (max - min), min);
    var best = new RangeFit((max - min) / most, -min, search.codes.clone());
    float least = search.loss(best.scale(), min);
    boolean four = most == 15;
    for (int trial = 0; trial <= (four ? 20 : 15); trial++) {
      search.round(((four ? -1f : -0.5f) + 0.1f * trial + most) / (max - min), min);
      RangeFit fit = search.fit();
      float loss = fit.scale() > 0 ? search.loss(fit.scale(), -fit.depth()) : Float.MAX_VALUE;
      if (loss < least) {
        least = loss;
        best = fit;
      }
    }
    return best;
  }

  private static final class Search {
    private final float[] x;
    private final int from;
    private final int most;
    private final float root;
    private final int[] codes;

    Search(float[] x, int from, int count, int most, float root) {
      this.x = x;
      this.from = from;
      this.most = most;
      this.root = root;
      this.codes = new int[count];
    }

    void round(float inverse, float min) {
      for (int i = 0; i < codes.length; i++) {
        codes[i] = Math.clamp((int) Math.rint(inverse * (x[from + i] - min)), 0, most);
      }
    }

    private float weight(int i) {
      return root + Math.abs(x[from + i]);
    }

    float loss(float scale, float min) {
      float loss = 0;
      for (int i = 0; i < codes.length; i++) {
        float error = scale * codes[i] + min - x[from + i];
        loss += weight(i) * error * error;
      }
      return loss;
    }

    /** Least squares for the codes as they are. */
    RangeFit fit() {
      float w = 0;
      float l = 0;
      float l2 = 0;
      float xs = 0;
      float xl = 0;
      for (int i = 0; i < codes.length; i++) {
        float weight = weight(i);
        w += weight;
        l += weight * codes[i];
        l2 += weight * codes[i] * codes[i];
        xs += weight * x[from + i];
        xl += weight * codes[i] * x[from + i];
      }
      float determinant = w * l2 - l * l;
      if (!(determinant > 0)) {
        return new RangeFit(0, 0, codes.clone());
      }
      float min = (l2 * xs - l * xl) / determinant;
      return min > 0
          ? new RangeFit(xl / l2, 0, codes.clone())
          : new RangeFit((w * xl - xs * l) / determinant, -min, codes.clone());
    }
  }
}
