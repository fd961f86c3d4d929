package dev.coderev.review.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of a unified diff: lines, with their line breaks, that replace others.
 *
 * @param beforeStart 1-based line of the first line of {@code before}
 * @param afterStart 1-based line of the first line of {@code after}
 */
record Hunk(int beforeStart, int afterStart, List<String> before, List<String> after) {

  /**
   * {@code lines} with all hunks applied, forwards or backwards, or empty if one does not fit. A
   * hunk may sit at another line than it says, but hunks keep their order.
   */
  static Optional<List<String>> replace(List<String> lines, List<Hunk> hunks, boolean forwards) {
    List<String> result = new ArrayList<>();
    int done = 0;
    int drift = 0;
    for (Hunk hunk : hunks) {
      List<String> from = forwards ? hunk.before : hunk.after;
      List<String> to = forwards ? hunk.after : hunk.before;
      int said = (forwards ? hunk.beforeStart : hunk.afterStart) - (from.isEmpty() ? 0 : 1);
      int at = find(lines, from, Math.max(done, said + drift), done);
      if (at < 0) {
        return Optional.empty();
      }
      drift = at - said;
      result.addAll(lines.subList(done, at));
      result.addAll(to);
      done = at + from.size();
    }
    result.addAll(lines.subList(done, lines.size()));
    return Optional.of(result);
  }

  /** The place nearest to {@code wanted}, not before {@code least}, or -1. */
  private static int find(List<String> lines, List<String> part, int wanted, int least) {
    if (part.isEmpty()) {
      return wanted <= lines.size() ? wanted : -1;
    }
    int last = lines.size() - part.size();
    for (int distance = 0; distance <= Math.max(lines.size(), wanted); distance++) {
      for (int at : new int[] {wanted - distance, wanted + distance}) {
        if (at >= least && at <= last && matches(lines, part, at)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static boolean matches(List<String> lines, List<String> part, int at) {
    for (int i = 0; i < part.size(); i++) {
      if (!lines.get(at + i).stripTrailing().equals(part.get(i).stripTrailing())) {
        return false;
      }
    }
    return true;
  }
}
