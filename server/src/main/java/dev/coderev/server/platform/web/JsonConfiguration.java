package dev.coderev.server.platform.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How JSON is read and written: snake case, strict, times in UTC with microseconds. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {
  private static final int MOST_DEPTH = 64;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  @Bean
  JsonMapperBuilderCustomizer jsonRules() {
    SimpleModule module = new SimpleModule("coderev");
    module.addSerializer(Instant.class, new TimeWriting());
    module.addDeserializer(changeType(), new ChangeReading());
    return builder -> {
      builder
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(module);
      for (LogicalType target : new LogicalType[] {LogicalType.Textual, LogicalType.Boolean}) {
        builder.withCoercionConfig(
            target,
            config ->
                config
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
      }
      builder.withCoercionConfig(
          LogicalType.Textual,
          config -> config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
      for (LogicalType target :
          new LogicalType[] {LogicalType.Boolean, LogicalType.Integer, LogicalType.Float}) {
        builder.withCoercionConfig(
            target, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail));
      }
    };
  }

  @Bean
  JsonFactory jsonFactory() {
    return JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
        .build();
  }

  @SuppressWarnings("unchecked")
  private static Class<Change<?>> changeType() {
    return (Class<Change<?>>) (Class<?>) Change.class;
  }

  private static final class TimeWriting extends ValueSerializer<Instant> {
    @Override
    public void serialize(Instant time, JsonGenerator out, SerializationContext context) {
      out.writeString(TIME.format(time));
    }
  }
}
