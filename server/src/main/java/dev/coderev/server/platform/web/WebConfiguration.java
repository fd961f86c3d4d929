package dev.coderev.server.platform.web;

import dev.coderev.server.platform.metric.IdentityMetrics;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.List;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts of this package into the path of every request. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final long PREFLIGHT_SECONDS = 600;

  private final ServerSettings settings;
  private final Etags etags;
  private final LiteralRoutes literals;
  private final IdentityMetrics metrics;

  WebConfiguration(
      ServerSettings settings, Etags etags, LiteralRoutes literals, IdentityMetrics metrics) {
    this.literals = literals;
    this.metrics = metrics;
    this.settings = settings;
    this.etags = etags;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessInterceptor(settings, literals, metrics));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PagingResolver());
    resolvers.add(new CallerResolver());
    resolvers.add(new IfMatchResolver(etags, settings.web().ifMatchRequired()));
  }

  @Bean
  FilterRegistrationBean<CorsFilter> corsFilter(ProblemWriter writer) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(settings.web().corsOrigins());
    cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"));
    cors.setAllowedHeaders(
        List.of(
            "Content-Type",
            "Authorization",
            "X-CSRF-Token",
            "X-Request-ID",
            "X-API-Key",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Prefer",
            "traceparent",
            "tracestate"));
    cors.setExposedHeaders(
        List.of(
            "Location",
            "ETag",
            "Link",
            "X-Total-Count",
            "X-Request-ID",
            "Retry-After",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "Idempotency-Replayed"));
    cors.setAllowCredentials(true);
    cors.setMaxAge(PREFLIGHT_SECONDS);
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", cors);
    CorsFilter filter = new CorsFilter(source);
    filter.setCorsProcessor(new OriginCheck(writer));
    FilterRegistrationBean<CorsFilter> bean = new FilterRegistrationBean<>(filter);
    bean.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
    return bean;
  }

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> refusals(ProblemWriter writer) {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new RefusalValve(writer)));
  }
}
