package dev.coderev.server.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects of answers: every field is there, with null where it has no value. */
@SuppressWarnings("rawtypes") // as the library has it
final class Answers {
  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Schema> schemas;

  private Answers(Map<String, Schema> schemas) {
    this.schemas = schemas;
  }

  /** Marks all fields of objects that stand in answers only. */
  static void complete(OpenAPI api) {
    Answers answers = new Answers(api.getComponents().getSchemas());
    Set<String> asked = new HashSet<>();
    Set<String> answered = new HashSet<>();
    operations(api)
        .forEach(operation -> {
          if (operation.getRequestBody() != null) {
            answers.collect(operation.getRequestBody().getContent(), asked);
          }
          operation
              .getResponses()
              .forEach((status, response) -> {
                if (status.startsWith("2")) {
                  answers.collect(response.getContent(), answered);
                }
              });
        });
    answered.removeAll(asked);
    for (String name : answered) {
      Schema<?> schema = api.getComponents().getSchemas().get(name);
      if (schema != null && schema.getProperties() != null) {
        schema.setRequired(List.copyOf(schema.getProperties().keySet()));
      }
    }
  }

  private static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().values().stream().flatMap(item -> item.readOperations().stream());
  }

  private void collect(@Nullable Content content, Set<String> found) {
    if (content != null) {
      content.values().forEach(type -> collect(type.getSchema(), found));
    }
  }

  private void collect(@Nullable Schema<?> schema, Set<String> found) {
    if (schema == null) {
      return;
    }
    String reference = schema.get$ref();
    if (reference != null && reference.startsWith(REFERENCE)) {
      String name = reference.substring(REFERENCE.length());
      if (found.add(name)) {
        collect(schemas.get(name), found);
      }
    }
    collect(schema.getItems(), found);
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      collect(values, found);
    }
    for (List<Schema> choices : choices(schema)) {
      choices.forEach(choice -> collect(choice, found));
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(property -> collect(property, found));
    }
  }

  private static List<List<Schema>> choices(Schema<?> schema) {
    return Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
        .filter(list -> list != null)
        .toList();
  }
}
