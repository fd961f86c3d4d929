package dev.coderev.model.kernel;

import java.util.Arrays;

/**
 * Queries on one head of keys and values, and what they have seen of them so far: the softmax page
 * by page with a running maximum (arXiv 1805.02867), so that scores of long texts are never all in
 * memory.
 *
 * <pre>
 * m' = max(m, max s)   l' = l·exp(m − m') + Σ exp(s − m')   o' = o·exp(m − m') + Σ exp(s − m')·v
 * </pre>
 */
public final class QueryPanel {

  /**
   * What a score that must not count is lowered to, and what the maximum begins with: finite, so
   * that their differences are numbers.
   */
  static final float HIDDEN = -3e38f;

  static final float LEAST = -1e30f;

  /**
   * Floats of the running state of a query: maximum, sum and the last exp(m − m'), each in 16
   * lanes.
   */
  static final int STATE = 48;

  static final int LANES = 16;

  private static final int PAGE = HeadPage.POSITIONS;

  private final int count;
  private final int dim;
  private final int[] from;
  private final int[] to;

  /** Five parts, each query after query. */
  private final float[] numbers;

  /**
   * @param count of queries
   * @param dim elements of each
   */
  public QueryPanel(int count, int dim) {
    this.count = count;
    this.dim = dim;
    this.from = new int[count];
    this.to = new int[count];
    Arrays.fill(to, PAGE);
    this.numbers = new float[count * (2 * dim + STATE + 2 * PAGE)];
    for (int i = 0; i < count; i++) {
      Arrays.fill(numbers, stateAt(i), stateAt(i) + LANES, LEAST);
    }
    Arrays.fill(numbers, maskAt(0), maskAt(count), Float.POSITIVE_INFINITY);
  }

  int count() {
    return count;
  }

  int dim() {
    return dim;
  }

  float[] numbers() {
    return numbers;
  }

  int queryAt(int query) {
    return query * dim;
  }

  int sumAt(int query) {
    return (count + query) * dim;
  }

  int stateAt(int query) {
    return 2 * count * dim + query * STATE;
  }

  int scoresAt(int query) {
    return count * (2 * dim + STATE) + query * PAGE;
  }

  /** Positive infinity where a query may look, else {@link #HIDDEN}. */
  int maskAt(int query) {
    return count * (2 * dim + STATE + PAGE) + query * PAGE;
  }

  /** Sets a query, times the scale of its scores. */
  public void put(int query, float[] source, int at, float scale) {
    for (int i = 0; i < dim; i++) {
      numbers[queryAt(query) + i] = source[at + i] * scale;
    }
  }

  /** Lets a query see positions {@code first} to {@code end} of the pages that come. */
  public void see(int query, int first, int end) {
    if (from[query] == first && to[query] == end) {
      return;
    }
    from[query] = first;
    to[query] = end;
    for (int p = 0; p < PAGE; p++) {
      numbers[maskAt(query) + p] = p >= first && p < end ? Float.POSITIVE_INFINITY : HIDDEN;
    }
  }

  /** Looks at a page with kernels that know floats only. */
  void attend(HeadPage page, Kernels kernels) {
    var keys = new float[PAGE * dim];
    var values = new float[PAGE * dim];
    var scores = new float[PAGE];
    var query = new float[dim];
    page.readKeys(kernels, keys);
    page.readValues(kernels, values);
    for (int i = 0; i < count; i++) {
      int first = from[i];
      int end = Math.min(to[i], page.held());
      if (first < end) {
        System.arraycopy(numbers, queryAt(i), query, 0, dim);
        kernels.columnDots(query, 0, dim, keys, PAGE, 1, scores);
        float shrink = raise(i, most(scores, first, end));
        if (shrink != 1) {
          kernels.scale(shrink, numbers, stateAt(i) + LANES, LANES);
          kernels.scale(shrink, numbers, sumAt(i), dim);
        }
        float most = numbers[stateAt(i)];
        numbers[stateAt(i) + LANES] += kernels.exponentials(scores, first, end - first, most);
        kernels.addScaledRows(scores, first, end, values, numbers, sumAt(i), dim);
      }
    }
  }

  /** Raises the maximum of a query and gives what its sums are to be multiplied by. */
  private float raise(int query, float most) {
    float before = numbers[stateAt(query)];
    float now = Math.max(before, most);
    Arrays.fill(numbers, stateAt(query), stateAt(query) + LANES, now);
    return (float) Math.exp(before - now);
  }

  private static float most(float[] scores, int from, int to) {
    float most = Float.NEGATIVE_INFINITY;
    for (int p = from; p < to; p++) {
      most = Math.max(most, scores[p]);
    }
    return most;
  }

  /** Adds what the same queries saw in other pages. */
  public void add(QueryPanel other) {
    for (int i = 0; i < count; i++) {
      float shrink = raise(i, other.numbers[other.stateAt(i)]);
      float theirs =
          (float) Math.exp(other.numbers[other.stateAt(i)] - (double) numbers[stateAt(i)]);
      for (int j = 0; j < LANES; j++) {
        int at = stateAt(i) + LANES + j;
        numbers[at] = numbers[at] * shrink + theirs * other.numbers[other.stateAt(i) + LANES + j];
      }
      for (int j = 0; j < dim; j++) {
        int at = sumAt(i) + j;
        numbers[at] = numbers[at] * shrink + theirs * other.numbers[other.sumAt(i) + j];
      }
    }
  }

  /** Writes what a query attended to: a mean of values. */
  public void result(int query, float[] into, int at) {
    double sum = 0;
    for (int j = 0; j < LANES; j++) {
      sum += numbers[stateAt(query) + LANES + j];
    }
    float inverse = (float) (1 / sum);
    for (int i = 0; i < dim; i++) {
      into[at + i] = numbers[sumAt(query) + i] * inverse;
    }
  }
}
