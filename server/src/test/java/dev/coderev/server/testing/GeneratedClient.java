package dev.coderev.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;

/**
 * A client that is written from the OpenAPI document, compiled and loaded: a record for each
 * schema, a method for each operation. It fails where the document does not hold together.
 */
public final class GeneratedClient {
  private static final String TRANSPORT =
      """
      final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
      final tools.jackson.databind.json.JsonMapper json = tools.jackson.databind.json.JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(
              com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
      final String base;
      final java.util.Map<String, String> headers = new java.util.LinkedHashMap<>();

      public Client(String base) { this.base = base; }

      public void header(String name, String value) { headers.put(name, value); }

      <T> T call(String method, String path, java.util.Map<String, String> query, Object body,
          Class<T> type) throws Exception {
        java.util.StringJoiner q = new java.util.StringJoiner("&", "?", "").setEmptyValue("");
        query.forEach((k, v) -> q.add(k + "=" + java.net.URLEncoder.encode(v,
            java.nio.charset.StandardCharsets.UTF_8)));
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(base + path + q))
            .method(method, body == null ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        headers.forEach(request::header);
        if (body != null) { request.header("Content-Type", "application/json"); }
        var answer = http.send(request.build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return type == Void.class || answer.body().isEmpty() ? null
            : type == String.class ? type.cast(answer.body())
            : json.readValue(answer.body(), type);
      }
      """;

  private final JsonNode document;
  private final Class<?> type;
  private final Object client;

  /** The client of this document, for a server at this address. */
  public GeneratedClient(JsonNode document, Path folder, String base) {
    this.document = document;
    try {
      Path source = Files.writeString(folder.resolve("Client.java"), source());
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      int failed =
          compiler.run(
              null,
              null,
              null,
              "-nowarn",
              "-proc:none",
              "-d",
              folder.toString(),
              "-cp",
              System.getProperty("java.class.path"),
              source.toString());
      if (failed != 0) {
        throw new AssertionError("the client that the document describes does not compile");
      }
      URLClassLoader loader =
          new URLClassLoader(
              new URL[] {folder.toUri().toURL()}, GeneratedClient.class.getClassLoader());
      this.type = loader.loadClass("Client");
      this.client = type.getConstructor(String.class).newInstance(base);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String source() {
    StringBuilder text = new StringBuilder("public final class Client {\n").append(TRANSPORT);
    for (var schema : document.at("/components/schemas").properties()) {
      text.append(schemaRecord(name(schema.getKey()), schema.getValue()));
    }
    for (var path : document.at("/paths").properties()) {
      for (var operation : path.getValue().properties()) {
        text.append(method(operation.getKey(), path.getKey(), operation.getValue()));
      }
    }
    return text.append("}\n").toString();
  }

  private static String name(String written) {
    return written.replaceAll("[^A-Za-z0-9]", "_");
  }

  private String schemaRecord(String name, JsonNode schema) {
    String fields =
        schema.at("/properties").properties().stream()
            .map(field ->
                "@com.fasterxml.jackson.annotation.JsonProperty(\""
                    + field.getKey()
                    + "\") "
                    + javaType(field.getValue())
                    + " "
                    + name(field.getKey())
                    + "_")
            .collect(Collectors.joining(", "));
    return "public record " + name + "(" + fields + ") {}\n";
  }

  private String javaType(JsonNode schema) {
    String ref = schema.at("/$ref").asString("");
    if (!ref.isEmpty()) {
      if (document.at(ref.substring(1)).isMissingNode()) {
        throw new AssertionError("the document has no " + ref);
      }
      return name(ref.substring(ref.lastIndexOf('/') + 1));
    }
    if (schema.at("/anyOf").isArray()) {
      return javaType(schema.at("/anyOf/0"));
    }
    return switch (ApiOperation.type(schema)) {
      case "string" -> "String";
      case "integer" -> "Long";
      case "number" -> "Double";
      case "boolean" -> "Boolean";
      case "array" -> "java.util.List<" + javaType(schema.at("/items")) + ">";
      case "object" ->
          "java.util.Map<String, "
              + (schema.at("/additionalProperties").isObject()
                  ? javaType(schema.at("/additionalProperties"))
                  : "Object")
              + ">";
      default -> "Object";
    };
  }

  private String method(String verb, String path, JsonNode operation) {
    StringBuilder parameters = new StringBuilder("java.util.Map<String, String> query");
    String code = "\"" + path + "\"";
    for (JsonNode parameter : operation.at("/parameters")) {
      if (parameter.at("/in").asString().equals("path")) {
        String name = parameter.at("/name").asString();
        parameters.append(", String ").append(name).append('_');
        code += ".replace(\"{" + name + "}\", " + name + "_)";
      }
    }
    JsonNode body = operation.at("/requestBody/content/application~1json/schema");
    if (!body.isMissingNode()) {
      parameters.append(", ").append(javaType(body)).append(" body_");
    }
    String answer = raw(answerType(operation));
    return "public "
        + answer
        + " "
        + name(operation.at("/operationId").asString())
        + "("
        + parameters
        + ") throws Exception { return call(\""
        + verb.toUpperCase(java.util.Locale.ROOT)
        + "\", "
        + code
        + ", query, "
        + (body.isMissingNode() ? "null" : "body_")
        + ", "
        + answer
        + ".class); }\n";
  }

  private static String raw(String written) {
    int generic = written.indexOf('<');
    return generic < 0 ? written : written.substring(0, generic);
  }

  private String answerType(JsonNode operation) {
    for (var answer : operation.at("/responses").properties()) {
      JsonNode schema = answer.getValue().at("/content/application~1json/schema");
      if (answer.getKey().startsWith("2")) {
        return schema.isMissingNode() ? "String" : javaType(schema);
      }
    }
    return "String";
  }

  /** Sets a header of every request. */
  public void header(String name, String value) {
    invoke("header", name, value);
  }

  /** Calls an operation by its identifier. */
  public Object call(String operation, Map<String, String> query, Object... more) {
    Object[] all = new Object[more.length + 1];
    all[0] = query;
    System.arraycopy(more, 0, all, 1, more.length);
    return invoke(operation, all);
  }

  private Object invoke(String name, Object... arguments) {
    Method method =
        Arrays.stream(type.getMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the document has no operation " + name));
    try {
      return method.invoke(client, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e);
    }
  }

  /** The body of an operation with these fields; the others stay out. */
  public Object body(String operation, Map<String, ?> fields) {
    Class<?> wanted =
        Arrays.stream(type.getMethods())
            .filter(one -> one.getName().equals(operation))
            .map(one -> List.of(one.getParameterTypes()).getLast())
            .findFirst()
            .orElseThrow();
    Object[] values =
        Arrays.stream(wanted.getRecordComponents())
            .map(component -> fields.get(component.getName().replaceAll("_$", "")))
            .toArray();
    try {
      return wanted.getDeclaredConstructors()[0].newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A field of an answer. */
  public static Optional<Object> field(Object answer, String name) {
    try {
      return Optional.ofNullable(answer.getClass().getMethod(name + "_").invoke(answer));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the document has no field " + name + " of " + answer, e);
    }
  }
}
