package dev.coderev.benchmarks;

import dev.coderev.benchmarks.LoadClient.Ask;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The requests of a team, drawn by chance from a seed. */
final class LoadRequests {
  private static final List<String> SEVERITIES =
      List.of("critical", "high", "medium", "low", "info");
  private static final List<String> STATUSES =
      List.of("open", "in_progress", "resolved", "false_positive", "accepted");
  private static final List<String> TYPES =
      List.of("sql_injection", "xss", "ssrf", "path_traversal", "other");

  /** Percent of the mixed requests; the rest are lists of vulnerabilities. */
  private static final int HEALTH = 20;

  private static final int PROJECTS = 35;
  private static final int ONE_PROJECT = 45;
  private static final int STATISTICS = 50;
  private static final int HISTORY = 55;
  private static final int DASHBOARD = 57;
  private static final int SNIPPETS = 60;
  private static final int LOGINS = 61;

  private final Random random;
  private final List<String> projects;

  LoadRequests(List<String> projects, long seed) {
    this.projects = List.copyOf(projects);
    this.random = new Random(seed);
  }

  /** The requests of a kind, by its name: health, list, snippet or login. */
  Supplier<Ask> of(String kind) {
    return switch (kind) {
      case "health" -> this::health;
      case "list" -> this::list;
      case "snippet" -> this::snippet;
      default -> LoadedServer::login;
    };
  }

  Ask health() {
    return Ask.get("health", "/health");
  }

  /** A list with at least one filter, one of its first ten slices. */
  synchronized Ask list() {
    StringBuilder path = new StringBuilder("/api/vulnerabilities?offset=");
    path.append(random.nextInt(10) * 50);
    if (random.nextInt(3) > 0) {
      path.append("&project_id=").append(any(projects));
    }
    path.append("&severity=").append(any(SEVERITIES));
    if (random.nextBoolean()) {
      path.append("&status=").append(any(STATUSES));
    }
    if (random.nextInt(4) == 0) {
      path.append("&type=").append(any(TYPES));
    }
    return Ask.get("list", path.toString());
  }

  /** Two hundred lines that were never sent before. */
  synchronized Ask snippet() {
    String code = new LoadSource(random).lines(200);
    return new Ask(
        "snippet",
        "POST",
        "/api/analysis/code",
        new JsonValue(Map.of("code", code, "language", "python", "file_path", "load.py"))
            .toString(),
        201);
  }

  /** What many people ask at once. */
  synchronized Ask mixed() {
    int part = random.nextInt(100);
    if (part < HEALTH) {
      return health();
    } else if (part < PROJECTS) {
      return Ask.get("projects", "/api/projects");
    } else if (part < ONE_PROJECT) {
      return Ask.get("project", "/api/projects/" + any(projects));
    } else if (part < STATISTICS) {
      return Ask.get("stats", "/api/vulnerabilities/stats?project_id=" + any(projects));
    } else if (part < HISTORY) {
      return Ask.get("history", "/api/analysis/history");
    } else if (part < DASHBOARD) {
      return Ask.get("dashboard", "/api/metrics/dashboard");
    } else if (part < SNIPPETS) {
      return snippet();
    } else if (part < LOGINS) {
      return LoadedServer.login();
    }
    return list();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
