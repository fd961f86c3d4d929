package dev.coderev.server.platform.trace;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/** A span for each call of a repository, named after it: there is no SQL elsewhere. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class RepositorySpans {
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor repositorySpansAdvisor(ObjectProvider<Traces> traces) {
    return new DefaultPointcutAdvisor(
        new AnnotationMatchingPointcut(Repository.class, true),
        (MethodInterceptor) call -> spanned(traces.getObject(), call));
  }

  private static @Nullable Object spanned(Traces traces, MethodInvocation call) throws Throwable {
    if (!traces.isTold()) {
      return call.proceed();
    }
    String repository = call.getMethod().getDeclaringClass().getSimpleName();
    String operation = repository + "." + call.getMethod().getName();
    try (OpenSpan span = traces.part(SpanKind.CLIENT, operation)) {
      span.with("db.system.name", "postgresql").with("db.operation.name", operation);
      try {
        return call.proceed();
      } catch (RuntimeException failure) {
        if (failure instanceof DataAccessException && !(failure instanceof DuplicateKeyException)) {
          span.with("error.type", failure.getClass().getSimpleName()).fail();
        }
        throw failure;
      }
    }
  }
}
