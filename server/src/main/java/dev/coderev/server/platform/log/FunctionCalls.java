package dev.coderev.server.platform.log;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** Writes the records that {@link LogFunctionCall} asks for. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class FunctionCalls implements MethodInterceptor {
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor functionCallsAdvisor() {
    return new DefaultPointcutAdvisor(
        AnnotationMatchingPointcut.forMethodAnnotation(LogFunctionCall.class), new FunctionCalls());
  }

  @Override
  public @Nullable Object invoke(MethodInvocation call) throws Throwable {
    Optional<Object> target = Optional.ofNullable(call.getThis());
    Class<?> type =
        target.<Class<?>>map(AopUtils::getTargetClass).orElse(call.getMethod().getDeclaringClass());
    Method method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
    Level level = level(method, call.getMethod());
    Logger log = LoggerFactory.getLogger(type);
    String function = type.getSimpleName() + "." + method.getName();
    log.atLevel(level)
        .addKeyValue("function", function)
        .addKeyValue("args_count", call.getArguments().length)
        .addKeyValue(
            "param_names", Arrays.stream(method.getParameters()).map(Parameter::getName).toList())
        .log("function_call_start");
    long start = System.nanoTime();
    try {
      Object result = call.proceed();
      if (result instanceof CompletionStage<?> stage) {
        return stage.whenComplete(
            (_, failure) -> ended(log, level, function, start, Optional.ofNullable(failure)));
      }
      ended(log, level, function, start, Optional.empty());
      return result;
    } catch (Throwable failure) {
      ended(log, level, function, start, Optional.of(failure));
      throw failure;
    }
  }

  private static Level level(Method specific, Method called) {
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(specific, LogFunctionCall.class))
        .or(() ->
            Optional.ofNullable(
                AnnotatedElementUtils.findMergedAnnotation(called, LogFunctionCall.class)))
        .map(LogFunctionCall::level)
        .orElse(Level.DEBUG);
  }

  private static void ended(
      Logger log, Level level, String function, long start, Optional<Throwable> failure) {
    double millis = Math.round((System.nanoTime() - start) / 10_000.0) / 100.0;
    if (failure.isEmpty()) {
      log.atLevel(level)
          .addKeyValue("function", function)
          .addKeyValue("status", "success")
          .addKeyValue("duration_ms", millis)
          .log("function_call_end");
    } else {
      log.atError()
          .addKeyValue("function", function)
          .addKeyValue("error", failure.get().getClass().getSimpleName())
          .addKeyValue("duration_ms", millis)
          .setCause(failure.get())
          .log("function_call_error");
    }
  }
}
