package dev.coderev.server.platform.web;

import java.util.List;
import java.util.function.Function;

/**
 * A slice of a list.
 *
 * @param total how many there are in all that the caller may see
 * @param page from 1
 */
public record Page<T>(List<T> items, long total, int page, int limit) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> of(List<T> items, long total, Paging paging) {
    return new Page<>(items, total, paging.page(), paging.limit());
  }

  /** The slice of a list that is wholly there. */
  public static <T> Page<T> slice(List<T> all, Paging paging) {
    int from = (int) Math.min(paging.offset(), all.size());
    int to = Math.min(from + paging.limit(), all.size());
    return of(all.subList(from, to), all.size(), paging);
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), total, page, limit);
  }
}
