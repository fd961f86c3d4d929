package dev.coderev.server.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.StringJoiner;
import org.springframework.web.util.UriComponentsBuilder;

/** Links between the slices of a list that is paged by offset. */
public final class OffsetLinks {
  private OffsetLinks() {}

  public static String of(HttpServletRequest request, long total, int limit, int offset) {
    long last = total == 0 ? 0 : (total - 1) / limit * limit;
    StringJoiner links = new StringJoiner(", ");
    links.add(link(request, 0, limit, "first"));
    if (offset > 0) {
      links.add(link(request, Math.max(0, offset - limit), limit, "prev"));
    }
    if ((long) offset + limit < total) {
      links.add(link(request, (long) offset + limit, limit, "next"));
    }
    links.add(link(request, last, limit, "last"));
    return links.toString();
  }

  private static String link(HttpServletRequest request, long offset, int limit, String rel) {
    String query = request.getQueryString();
    String uri =
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(query)
            .replaceQueryParam("offset", offset)
            .replaceQueryParam("limit", limit)
            .build(true)
            .toUriString();
    return "<" + uri + ">; rel=\"" + rel + '"';
  }
}
