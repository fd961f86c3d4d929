package dev.coderev.server.platform.web;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.databind.json.JsonMapper;

/** What a request without a body says: an object none of whose fields is given. */
@RestControllerAdvice(basePackages = "dev.coderev.server")
final class EmptyBodies extends RequestBodyAdviceAdapter {
  private final JsonMapper json;

  EmptyBodies(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return ResolvableType.forType(type).toClass().isRecord();
  }

  @Override
  public @Nullable Object handleEmptyBody(
      @Nullable Object body,
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    return body == null ? json.readValue("{}", json.constructType(type)) : body;
  }
}
