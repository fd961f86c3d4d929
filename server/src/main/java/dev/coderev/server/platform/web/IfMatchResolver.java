package dev.coderev.server.platform.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code If-Match}. */
final class IfMatchResolver implements HandlerMethodArgumentResolver {
  private final Etags etags;
  private final boolean required;

  IfMatchResolver(Etags etags, boolean required) {
    this.etags = etags;
    this.required = required;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == IfMatch.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new IfMatch(Optional.ofNullable(request.getHeader("If-Match")), required, etags);
  }
}
