package dev.coderev.server.platform.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import dev.coderev.server.platform.web.FromList;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.stereotype.Component;

/** Says of fields what their types mean: what is optional may be null, what is listed is closed. */
@Component
final class WrittenFields implements ModelConverter {
  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    if (schema == null) {
      return null;
    }
    if (type.getCtxAnnotations() != null) {
      for (Annotation annotation : type.getCtxAnnotations()) {
        if (annotation instanceof FromList list) {
          close(schema, words(list));
        }
      }
    }
    JavaType written = Json.mapper().constructType(type.getType());
    if (written != null && written.getRawClass().isRecord()) {
      openOptional(written.getRawClass(), model(schema, context));
    }
    return schema;
  }

  /** The library has unwrapped what is optional before it asks; only the class still tells. */
  @SuppressWarnings("rawtypes") // as the library has it
  private static void openOptional(Class<?> type, @Nullable Schema<?> model) {
    if (model == null || model.getProperties() == null) {
      return;
    }
    Map<String, Schema> properties = model.getProperties();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == Optional.class) {
        properties.computeIfPresent(name(component), (_, field) -> nullable(field));
      }
    }
  }

  private static String name(RecordComponent component) {
    JsonProperty written = component.getAccessor().getAnnotation(JsonProperty.class);
    return written == null ? component.getName() : written.value();
  }

  private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
    return schema.get$ref() == null
        ? schema
        : context.getDefinedModels().get(schema.get$ref().substring(REFERENCE.length()));
  }

  /** The words of the list that is named. */
  static List<String> words(FromList list) {
    return BeanUtils.instantiateClass(list.value()).get();
  }

  /** Makes this text one of these. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // as the library has it
  static void close(Schema<?> schema, List<String> words) {
    ((Schema) schema).setEnum(List.copyOf(words));
  }

  @SuppressWarnings("rawtypes") // as the library has it
  private static Schema<?> nullable(Schema<?> schema) {
    if (schema.get$ref() != null) {
      Schema<?> either = new Schema<>();
      either.setAnyOf(List.<Schema>of(new Schema<>().$ref(schema.get$ref()), typed("null")));
      return either;
    }
    if (schema.getTypes() == null && schema.getType() != null) {
      schema.addType(schema.getType());
    }
    if (schema.getTypes() != null) {
      schema.addType("null");
    }
    return schema;
  }

  static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.addType(type);
    return schema;
  }
}
