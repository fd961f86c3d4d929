package dev.coderev.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the committed document says of answers, held against those that the tests get. */
final class DocumentedAnswers {
  private static final Path COMMITTED = Path.of("..", "docs", "openapi.json");
  private static final int DEEPEST = 12;

  private final JsonNode document;
  private final List<Route> routes = new ArrayList<>();

  private record Route(String path, Pattern form, JsonNode operations) {}

  private DocumentedAnswers(JsonNode document) {
    this.document = document;
    for (Map.Entry<String, JsonNode> path : document.at("/paths").properties()) {
      String form = path.getKey().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+");
      routes.add(new Route(path.getKey(), Pattern.compile(form), path.getValue()));
    }
    routes.sort(java.util.Comparator.comparing(route -> route.path().contains("{")));
  }

  static DocumentedAnswers committed() {
    try {
      return new DocumentedAnswers(new JsonMapper().readTree(Files.readAllBytes(COMMITTED)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an answer has that the document does not, or the other way round. */
  Optional<String> objection(String method, String target, Answer answer) {
    String path = target.replaceAll("[?#].*", "");
    if (answer.status() >= 300 || !answer.header("Content-Type").startsWith("application/json")) {
      return Optional.empty();
    }
    return routes.stream()
        .filter(route -> route.form().matcher(path).matches())
        .findFirst()
        .map(route -> route.operations().path(method.toLowerCase(Locale.ROOT)))
        .map(operation -> operation.path("responses").path(Integer.toString(answer.status())))
        .map(response -> response.path("content").path("application/json").path("schema"))
        .filter(schema -> !schema.isMissingNode())
        .flatMap(schema -> objection(schema, answer.json(), "", 0))
        .map(words -> method + " " + path + " " + answer.status() + ": " + words);
  }

  private Optional<String> objection(JsonNode written, JsonNode value, String at, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    for (String choices : List.of("anyOf", "oneOf")) {
      if (written.path(choices).isArray()) {
        boolean fits =
            written
                .path(choices)
                .valueStream()
                .anyMatch(choice -> objection(choice, value, at, depth + 1).isEmpty());
        return fits ? Optional.empty() : Optional.of(at + " is none of what may stand there");
      }
    }
    JsonNode schema = ApiOperation.resolved(written, document);
    if (!isOfType(schema.path("type"), value)) {
      return Optional.of(at + " is " + value.getNodeType() + ", not " + schema.path("type"));
    }
    if (schema.has("enum")
        && !value.isNull()
        && schema.path("enum").valueStream().noneMatch(value::equals)) {
      return Optional.of(at + " is " + value + ", which the document does not list");
    }
    return value.isArray()
        ? items(schema, value, at, depth)
        : value.isObject() ? fields(schema, value, at, depth) : Optional.empty();
  }

  private Optional<String> items(JsonNode schema, JsonNode value, String at, int depth) {
    return value
        .valueStream()
        .map(item -> objection(schema.path("items"), item, at + "[]", depth + 1))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> fields(JsonNode schema, JsonNode value, String at, int depth) {
    JsonNode known = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        return Optional.of(at + " lacks " + name.asString());
      }
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      String place = at + "." + field.getKey();
      JsonNode form = known.has(field.getKey()) ? known.path(field.getKey()) : others;
      if (form.isMissingNode() && known.isObject()) {
        return Optional.of(place + " is not in the document");
      }
      Optional<String> objection = objection(form, field.getValue(), place, depth + 1);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    return type.isMissingNode()
        || (type.isArray()
            ? type.valueStream().anyMatch(one -> isOfType(one, value))
            : switch (type.asString()) {
              case "null" -> value.isNull();
              case "string" -> value.isString();
              case "boolean" -> value.isBoolean();
              case "integer" -> value.isIntegralNumber();
              case "number" -> value.isNumber();
              case "array" -> value.isArray();
              case "object" -> value.isObject();
              default -> true;
            });
  }
}
