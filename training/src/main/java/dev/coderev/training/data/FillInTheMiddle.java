package dev.coderev.training.data;

import java.util.SplittableRandom;

/**
 * Documents turned around so that a model learns to fill a gap from both sides (arXiv 2207.14255):
 * prefix, suffix, then the middle, each behind its mark.
 *
 * @param rate the share of documents that are turned around
 */
public record FillInTheMiddle(double rate, int prefixId, int middleId, int suffixId) {

  /** Leaves all documents as they are. */
  public static final FillInTheMiddle NEVER = new FillInTheMiddle(0, 0, 0, 0);

  private static final int SHORTEST = 16;

  /**
   * A document as it is, or turned around; the random numbers decide.
   *
   * @param before how many tokens at the front stay where they are
   * @param after how many at the end
   */
  int[] apply(int[] document, int before, int after, SplittableRandom random) {
    int body = document.length - before - after;
    if (rate <= 0 || body < SHORTEST || random.nextDouble() >= rate) {
      return document;
    }
    int one = before + random.nextInt(body + 1);
    int two = before + random.nextInt(body + 1);
    int from = Math.min(one, two);
    int to = Math.max(one, two);
    int end = document.length - after;
    var turned = new int[document.length + 3];
    int at = copy(document, 0, before, turned, 0);
    turned[at++] = prefixId;
    at = copy(document, before, from, turned, at);
    turned[at++] = suffixId;
    at = copy(document, to, end, turned, at);
    turned[at++] = middleId;
    at = copy(document, from, to, turned, at);
    copy(document, end, document.length, turned, at);
    return turned;
  }

  private static int copy(int[] from, int begin, int end, int[] into, int at) {
    System.arraycopy(from, begin, into, at, end - begin);
    return at + end - begin;
  }
}
