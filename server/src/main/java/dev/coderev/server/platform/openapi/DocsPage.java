package dev.coderev.server.platform.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** An OpenAPI document as a page: every operation with who may call it, what it takes and gives. */
final class DocsPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
      body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
      nav a { margin-right: .8rem }
      h2 { margin-top: 2.5rem; border-bottom: 1px solid #8886 }
      details { border: 1px solid #8884; border-radius: .4rem; margin: .4rem 0; padding: .3rem .7rem }
      summary { cursor: pointer }
      code { font-family: ui-monospace, monospace }
      .method { display: inline-block; min-width: 4.2rem; font-weight: 600 }
      .who { float: right; opacity: .75 }
      table { border-collapse: collapse; margin: .5rem 0 1rem }
      th, td { text-align: left; padding: .15rem 1rem .15rem 0; vertical-align: top }
      """;
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode document;
  private final String nonce;
  private final StringBuilder html = new StringBuilder();
  private final Set<String> schemas = new TreeSet<>();

  DocsPage(JsonNode document, String nonce) {
    this.document = document;
    this.nonce = nonce;
  }

  private record Operation(String method, String path, JsonNode node) {}

  String html() {
    String title = text(document.at("/info/title"));
    add("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    add("<meta name=\"viewport\" content=\"width=device-width\">");
    add(
        "<title>"
            + title
            + " API</title><style nonce=\""
            + nonce
            + "\">"
            + STYLE
            + "</style></head>");
    add("<body><h1>" + title + " API " + text(document.at("/info/version")) + "</h1>");
    add("<p>" + text(document.at("/info/description")) + " The same as a document for programs:");
    add(
        " <a href=\"/openapi.json\">openapi.json</a>. Refusals are problem details (RFC 9457).</p>");
    Map<String, List<Operation>> modules = operations();
    add("<nav>");
    modules.keySet().forEach(name -> add("<a href=\"#" + name + "\">" + name + "</a>"));
    add("</nav>");
    modules.forEach((name, operations) -> {
      add("<h2 id=\"" + name + "\">" + name + "</h2>");
      operations.forEach(this::operation);
    });
    add("<h2 id=\"schemas\">Objects</h2>");
    Set<String> shown = new TreeSet<>();
    while (!shown.containsAll(schemas)) {
      Set<String> next = new TreeSet<>(schemas);
      next.removeAll(shown);
      next.forEach(this::object);
      shown.addAll(next);
    }
    add("</body></html>");
    return html.toString();
  }

  private Map<String, List<Operation>> operations() {
    return document
        .at("/paths")
        .propertyStream()
        .flatMap(path ->
            path.getValue()
                .propertyStream()
                .map(entry ->
                    new Operation(
                        entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())))
        .collect(
            Collectors.groupingBy(
                operation -> text(operation.node().at("/tags/0")),
                TreeMap::new,
                Collectors.toList()));
  }

  private void operation(Operation operation) {
    JsonNode node = operation.node();
    add("<details id=\"" + text(node.at("/operationId")) + "\"><summary>");
    add("<span class=\"method\">" + operation.method() + "</span> ");
    add("<code>" + escaped(operation.path()) + "</code>");
    add("<span class=\"who\">" + text(node.at("/x-access")) + "</span></summary>");
    if (!node.at("/parameters").isEmpty()) {
      add("<table><tr><th>parameter</th><th>in</th><th>type</th></tr>");
      node.at("/parameters")
          .forEach(parameter ->
              row(
                  text(parameter.at("/name")),
                  text(parameter.at("/in")),
                  type(parameter.at("/schema"))));
      add("</table>");
    }
    node.at("/requestBody/content")
        .propertyStream()
        .forEach(body ->
            add(
                "<p>takes <code>"
                    + escaped(body.getKey())
                    + "</code>: "
                    + type(body.getValue().at("/schema"))
                    + "</p>"));
    add("<table><tr><th>answer</th><th></th><th>form</th></tr>");
    node.at("/responses")
        .propertyStream()
        .forEach(response ->
            row(
                escaped(response.getKey()),
                text(response.getValue().at("/description")),
                response
                    .getValue()
                    .at("/content")
                    .propertyStream()
                    .map(content ->
                        escaped(content.getKey()) + " " + type(content.getValue().at("/schema")))
                    .collect(Collectors.joining(", "))));
    add("</table></details>");
  }

  private void object(String name) {
    add("<details id=\"schema-" + escaped(name) + "\"><summary><code>" + shortened(name));
    add("</code></summary><table>");
    document
        .at("/components/schemas")
        .path(name)
        .path("properties")
        .propertyStream()
        .forEach(field -> row(escaped(field.getKey()), "", type(field.getValue())));
    add("</table></details>");
  }

  private void row(String first, String second, String third) {
    add(
        "<tr><td><code>"
            + first
            + "</code></td><td>"
            + second
            + "</td><td>"
            + third
            + "</td></tr>");
  }

  /** A schema in words; an object of its own as a link to where it is described. */
  private String type(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    if (reference.startsWith(REFERENCE)) {
      String name = reference.substring(REFERENCE.length());
      schemas.add(name);
      return "<a href=\"#schema-" + escaped(name) + "\">" + shortened(name) + "</a>";
    }
    for (String choices : List.of("anyOf", "oneOf")) {
      if (schema.has(choices)) {
        return schema
            .path(choices)
            .valueStream()
            .map(this::type)
            .collect(Collectors.joining(" or "));
      }
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.has("enum")) {
      return schema
          .path("enum")
          .valueStream()
          .map(DocsPage::text)
          .collect(Collectors.joining(" | "));
    }
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().map(DocsPage::text).collect(Collectors.joining(" or "))
        : text(type);
  }

  /** The name without the packages that stand before it. */
  private static String shortened(String name) {
    return escaped(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String text(JsonNode value) {
    return escaped(value.asString(""));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private void add(String text) {
    html.append(text);
  }
}
