package dev.coderev.server.platform.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads a {@link Change} so that an absent field and a null one stay apart. */
final class ChangeReading extends ValueDeserializer<Change<?>> {
  private final @Nullable JavaType type;

  ChangeReading() {
    this(null);
  }

  private ChangeReading(@Nullable JavaType type) {
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    JavaType whole = property == null ? context.getContextualType() : property.getType();
    return new ChangeReading(whole.containedTypeOrUnknown(0));
  }

  @Override
  public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
    Object value =
        context.readValue(parser, type == null ? context.constructType(Object.class) : type);
    return new Change.To<>(value);
  }

  @Override
  public Change<?> getNullValue(DeserializationContext context) {
    return new Change.Cleared<>();
  }

  @Override
  public Change<?> getAbsentValue(DeserializationContext context) {
    return new Change.Untouched<>();
  }
}
