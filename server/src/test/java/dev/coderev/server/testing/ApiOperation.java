package dev.coderev.server.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the API as its document describes it.
 *
 * @param parameters of the query
 * @param body the schema of the JSON that it takes, with references followed
 */
public record ApiOperation(
    String method, String path, List<JsonNode> parameters, Optional<JsonNode> body) {
  public ApiOperation {
    parameters = List.copyOf(parameters);
  }

  /** Every operation of this document. */
  public static List<ApiOperation> of(JsonNode document) {
    List<ApiOperation> operations = new ArrayList<>();
    document
        .at("/paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation ->
                    operations.add(
                        of(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            operation.getValue(),
                            document))));
    return operations;
  }

  private static ApiOperation of(String method, String path, JsonNode node, JsonNode document) {
    JsonNode schema = node.at("/requestBody/content/application~1json/schema");
    return new ApiOperation(
        method,
        path,
        node.at("/parameters")
            .valueStream()
            .filter(parameter -> parameter.at("/in").asString().equals("query"))
            .toList(),
        schema.isMissingNode() ? Optional.empty() : Optional.of(resolved(schema, document)));
  }

  /** The schema itself where this is a reference to one, or to one that may be null. */
  public static JsonNode resolved(JsonNode schema, JsonNode document) {
    JsonNode first = schema.at("/anyOf/0");
    String reference = (first.isMissingNode() ? schema : first).at("/$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
  }

  /** What a schema says that a value is, besides null. */
  public static String type(JsonNode schema) {
    JsonNode type = schema.at("/type");
    return type.isArray() ? type.get(0).asString("") : type.asString("");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
