package dev.coderev.server.platform.web;

import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code page} and {@code limit}; what lies outside of the range is refused, never clamped.
 */
final class PagingResolver implements HandlerMethodArgumentResolver {
  private static final int USUAL = 20;

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paging.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    DefaultLimit given = parameter.getParameterAnnotation(DefaultLimit.class);
    List<Fault> faults = new ArrayList<>();
    int page = number(request, "page", 1, Integer.MAX_VALUE, faults);
    int limit =
        number(request, "limit", given == null ? USUAL : given.value(), Paging.MOST, faults);
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return new Paging(page, limit);
  }

  private static int number(
      NativeWebRequest request, String name, int otherwise, int most, List<Fault> faults) {
    String written = request.getParameter(name);
    if (written == null) {
      return otherwise;
    }
    if (written.matches("\\d{1,10}")) {
      long value = Long.parseLong(written);
      if (value >= 1 && value <= most) {
        return (int) value;
      }
    }
    faults.add(Fault.query(name, "must be a number between 1 and " + most, "out_of_range"));
    return otherwise;
  }
}
