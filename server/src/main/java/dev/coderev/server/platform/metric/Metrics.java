package dev.coderev.server.platform.metric;

import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.platform.settings.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All metrics of this process; each is named once, in {@code families.tsv}. */
@Component
public class Metrics {
  private final Map<String, MetricFamily> families = new LinkedHashMap<>();

  Metrics(ServerSettings settings) {
    read()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .forEach(row -> families.put(row[0], family(row)));
    family("coderev_app_info").set(1, Version.CURRENT, settings.environment(), "unknown");
  }

  private static String read() {
    try (InputStream in = Metrics.class.getResourceAsStream("families.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the list of metrics is part of the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MetricFamily family(String[] row) {
    List<String> labels = row[2].isEmpty() ? List.of() : List.of(row[2].split(","));
    double[] buckets =
        row[3].isEmpty()
            ? new double[0]
            : Arrays.stream(row[3].split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new MetricFamily(row[0], row[1], labels, buckets);
  }

  private MetricFamily family(String name) {
    MetricFamily family = families.get(name);
    if (family == null) {
      throw new IllegalArgumentException("there is no metric " + name);
    }
    return family;
  }

  /** A request was answered. */
  public void httpRequest(String method, String route, int status, double seconds) {
    String known =
        switch (method) {
          case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
          default -> "OTHER";
        };
    String code = Integer.toString(status);
    family("coderev_http_requests_total").add(1, known, route, code);
    family("coderev_http_request_duration_seconds").observe(seconds, known, route, code);
  }

  /** Somebody signed in, or tried to. */
  public void signIn(String method, String result) {
    family("coderev_auth_attempts_total").add(1, method, result);
  }

  /** A request was refused for its caller. */
  public void denied(String reason) {
    family("coderev_auth_denials_total").add(1, reason);
  }

  /** A limit refused a request. */
  public void limited(String limit) {
    family("coderev_rate_limited_total").add(1, limit);
  }

  /** A job ended. */
  public void job(String kind, String status, double seconds) {
    family("coderev_jobs_total").add(1, kind, status);
    family("coderev_job_duration_seconds").observe(seconds, kind);
  }

  /** A job is tried once more. */
  public void jobRetried(String kind) {
    family("coderev_job_retries_total").add(1, kind);
  }

  /** A security issue was seen for the first time; projects are not told apart. */
  public void vulnerabilityFound(String severity, String type) {
    family("coderev_vulnerabilities_detected_total").add(1, severity, type, "all");
  }

  /** The state of an issue changed. */
  public void issueMoved(String from, String to) {
    family("coderev_vulnerability_transitions_total").add(1, from, to);
  }

  /** Something that the server depends on was looked at. */
  public void dependency(String name, boolean isUp) {
    family("coderev_dependency_up").set(isUp ? 1 : 0, name);
  }

  /** Everything in the text form of Prometheus. */
  public String text() {
    StringBuilder out = new StringBuilder();
    families.values().forEach(family -> family.write(out));
    return out.toString();
  }
}
