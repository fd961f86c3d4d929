package dev.coderev.server.testing;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that nobody would send by mistake only: missing, wrong, oversized and malicious values
 * in every place of an operation. The same seed gives the same requests.
 */
public final class HostileRequests {
  /** One of them; the body is empty where there is none. */
  public static final class Request {
    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte[] body;

    Request(String method, String path, Map<String, String> headers, byte[] body) {
      this.method = method;
      this.path = path;
      this.headers = headers;
      this.body = body;
    }

    public Answer send(ApiClient client) {
      ApiClient one = client;
      for (Map.Entry<String, String> header : headers.entrySet()) {
        one = one.with(header.getKey(), header.getValue());
      }
      BodyPublisher publisher =
          body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
      return one.send(method, path, publisher);
    }

    @Override
    public String toString() {
      String text = new String(body, StandardCharsets.UTF_8);
      String start = text.substring(0, Math.min(text.length(), 600));
      return method + " " + path + " " + headers + " " + start;
    }
  }

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "a\0b",
          "' or '1'='1",
          "'; drop table users; --",
          "\\",
          "%",
          "_%_",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "/etc/passwd",
          "file:///etc/passwd",
          "http://169.254.169.254/latest/meta-data",
          "x\r\nX-Evil: yes",
          "\ud83d\ude00",
          "\u202eexe.txt",
          "\u0130\u0131\ufb03",
          "\ufffe\uffff",
          "e\u0301".repeat(50),
          "${jndi:ldap://localhost/a}",
          "{{7*7}}",
          "${7*7}",
          "*/*",
          "[",
          "(",
          "(a+)+$",
          "null",
          "true",
          "-1",
          "0",
          "1e400",
          "NaN",
          "99999999999999999999",
          "2147483648",
          "2026-13-45T99:99:99Z",
          "+292278994-08-17T07:12:55.807Z",
          "9999-12-31T23:59:59Z",
          "name",
          "-name,-name",
          "a".repeat(300),
          "a".repeat(20_000));
  private static final List<Object> VALUES =
      List.of(
          -1,
          0,
          1.5,
          Long.MAX_VALUE,
          Double.MAX_VALUE,
          new java.math.BigInteger("9".repeat(40)),
          true,
          List.of(),
          List.of(List.of(1)),
          Map.of(),
          Map.of("a", Map.of("b", 1)));
  private static final List<String> BODIES =
      List.of(
          "{",
          "[]",
          "null",
          "1",
          "\"text\"",
          "{\"a\":1,\"a\":2}",
          "{\"\\ud800\":\"\\udfff\"}",
          "{\"name\":\"\\ud800\"}",
          "[".repeat(3000),
          "{\"a\":".repeat(3000),
          "{\"n\":" + "9".repeat(5000) + "}",
          "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
  private static final List<String> HEADERS =
      List.of(
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Accept",
          "Accept-Language",
          "X-Request-ID",
          "X-Forwarded-For",
          "X-HTTP-Method-Override",
          "traceparent",
          "Range",
          "Last-Event-ID",
          "Origin",
          "Cookie",
          "User-Agent");
  private static final List<String> MEDIA =
      List.of(
          "text/plain",
          "application/xml",
          "application/json; charset=utf-16",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "application/zip",
          "application/gzip",
          "nonsense");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");

  private final JsonMapper json = new JsonMapper();
  private final JsonNode document;
  private final List<String> identifiers;
  private final Random random;

  /**
   * Requests with a seed.
   *
   * @param identifiers of things that are there, for the places where one belongs
   */
  public HostileRequests(JsonNode document, List<String> identifiers, long seed) {
    this.document = document;
    this.identifiers = List.copyOf(identifiers);
    this.random = new Random(seed);
  }

  public Request next(ApiOperation operation) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (random.nextInt(3) == 0) {
      headers.put(any(HEADERS), printable(any(TEXTS)));
    }
    byte[] body = new byte[0];
    if (operation.body().isPresent() || random.nextInt(10) == 0) {
      headers.put("Content-Type", random.nextInt(12) == 0 ? any(MEDIA) : "application/json");
      body = body(operation);
    }
    return new Request(operation.method(), path(operation) + query(operation), headers, body);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A client of HTTP sends no others in a header. */
  private static String printable(String text) {
    String kept = text.replaceAll("[^ -~]", "?");
    return kept.length() > 4000 ? kept.substring(0, 4000) : kept;
  }

  private String text() {
    return random.nextInt(4) == 0 ? any(identifiers) : any(TEXTS);
  }

  private String path(ApiOperation operation) {
    Matcher place = PLACE.matcher(operation.path());
    StringBuilder path = new StringBuilder();
    while (place.find()) {
      String value = random.nextInt(3) > 0 ? any(identifiers) : shorter(any(TEXTS));
      place.appendReplacement(path, Matcher.quoteReplacement(encoded(value)));
    }
    return place.appendTail(path).toString();
  }

  private static String shorter(String text) {
    return text.length() > 2000 ? text.substring(0, 2000) : text;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String query(ApiOperation operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : operation.parameters()) {
      if (random.nextInt(3) == 0) {
        pairs.add(encoded(parameter.at("/name").asString()) + "=" + encoded(shorter(text())));
      }
    }
    if (random.nextInt(10) == 0) {
      pairs.add(any(List.of("sort", "page", "limit", "q", "")) + "=" + encoded(shorter(text())));
    }
    if (random.nextInt(20) == 0) {
      pairs.add("%ff%fe=%zz".replace("%zz", "%C0%AF"));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private byte[] body(ApiOperation operation) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return any(BODIES).getBytes(StandardCharsets.UTF_8);
    }
    if (kind == 1) {
      return new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'};
    }
    Object value =
        operation.body().isPresent() ? value(operation.body().get(), 0) : Map.of("a", text());
    return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
  }

  /** Mostly what the schema asks for, with something else in some places. */
  private @Nullable Object value(JsonNode written, int depth) {
    JsonNode schema = ApiOperation.resolved(written, document);
    if (random.nextInt(6) == 0 && depth > 0) {
      return random.nextInt(4) == 0 ? null : random.nextBoolean() ? text() : any(VALUES);
    }
    if (depth > 6) {
      return text();
    }
    JsonNode choices = schema.at("/enum");
    if (!choices.isMissingNode() && choices.size() > 0) {
      return choices.get(random.nextInt(choices.size())).asString();
    }
    return switch (ApiOperation.type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> {
        int size = random.nextInt(20) == 0 ? 2000 : random.nextInt(3);
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
          list.add(value(schema.at("/items"), depth + 1));
        }
        yield list;
      }
      case "integer" -> random.nextInt(100);
      case "number" -> random.nextDouble();
      case "boolean" -> random.nextBoolean();
      default ->
          switch (random.nextInt(3)) {
            case 0 -> "hostile" + random.nextInt(1000) + "@example.org";
            case 1 -> any(identifiers);
            default -> text();
          };
    };
  }

  private Object object(JsonNode schema, int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    schema
        .at("/properties")
        .properties()
        .forEach(property -> {
          if (random.nextInt(5) > 0) {
            object.put(property.getKey(), value(property.getValue(), depth + 1));
          }
        });
    if (random.nextInt(15) == 0) {
      object.put(shorter(any(TEXTS)), 1);
    }
    return object;
  }
}
