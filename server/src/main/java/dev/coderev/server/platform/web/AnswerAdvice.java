package dev.coderev.server.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/** Adds what every JSON answer carries: character set, entity tag, links between slices. */
@RestControllerAdvice(basePackages = "dev.coderev.server")
final class AnswerAdvice implements ResponseBodyAdvice<Object> {
  private static final MediaType JSON = MediaType.parseMediaType("application/json;charset=utf-8");

  private final Etags etags;

  AnswerAdvice(Etags etags) {
    this.etags = etags;
  }

  @Override
  public boolean supports(
      MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter method,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (body == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
      return body;
    }
    HttpHeaders headers = response.getHeaders();
    headers.setContentType(JSON);
    if (body instanceof Page<?> page) {
      headers.set(HttpHeaders.LINK, links(request, page));
      return body;
    }
    boolean isRead =
        request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    if (!isRead || body instanceof List<?>) {
      return body;
    }
    String tag = etags.of(body);
    headers.setETag(tag);
    if (isKnown(request.getHeaders(), tag)) {
      response.setStatusCode(HttpStatus.NOT_MODIFIED);
      return null;
    }
    return body;
  }

  /** A header that cannot be read names no tag. */
  private static boolean isKnown(HttpHeaders headers, String tag) {
    try {
      return headers.getIfNoneMatch().contains(tag);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String links(ServerHttpRequest request, Page<?> page) {
    long last = Math.max(1, (page.total() + page.limit() - 1) / page.limit());
    List<String> links = new ArrayList<>();
    links.add(link(request, 1, "first"));
    if (page.page() > 1) {
      links.add(link(request, Math.min(page.page() - 1L, last), "prev"));
    }
    if (page.page() < last) {
      links.add(link(request, page.page() + 1L, "next"));
    }
    links.add(link(request, last, "last"));
    return String.join(", ", links);
  }

  private static String link(ServerHttpRequest request, long page, String rel) {
    var uri =
        UriComponentsBuilder.fromUri(request.getURI())
            .scheme(null)
            .host(null)
            .port(null)
            .replaceQueryParam("page", page)
            .build(true);
    return "<" + uri.toUriString() + ">; rel=\"" + rel + '"';
  }
}
