package dev.coderev.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.database.DataFolder;
import dev.coderev.server.platform.database.DatabaseAddress;
import dev.coderev.server.platform.database.EmbeddedDatabase;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.Relay;
import dev.coderev.server.testing.Relay.Line;
import dev.coderev.server.testing.ServerProcess;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Servers of one database, each in a process of its own: what becomes of the work when one is
 * killed, or when the database goes away.
 */
class BadDaysIntegrationTests {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir private static Path folder;
  private static DataFolder place;
  private static EmbeddedDatabase database;
  private static Relay relay;
  private static ServerProcess web;
  private static ApiClient admin;

  @BeforeAll
  static void startDatabaseAndWebServer() throws SQLException {
    place = DataFolder.take(folder.resolve("shared"));
    database = EmbeddedDatabase.start(place, false);
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database shared");
      statement.execute("create database migrated");
    }
    relay = Relay.to(URI.create(database.address().url().substring("jdbc:".length())).getPort());
    web = begin("web", "shared", Map.of("ROLES", "web"));
    web.awaitReady();
    admin = web.firstAdmin();
  }

  @AfterAll
  static void endAll() {
    try (DataFolder _ = place;
        EmbeddedDatabase _ = database;
        Relay _ = relay) {
      web.close();
    }
  }

  @AfterEach
  void openTheLine() {
    relay.set(Line.OPEN);
  }

  private static String url(String name, int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }

  private static Connection connect(String name) throws SQLException {
    DatabaseAddress address = database.address();
    return DriverManager.getConnection(
        address.url().replaceFirst("/postgres$", "/" + name),
        address.user(),
        address.password().orElseThrow());
  }

  private static ServerProcess begin(String name, String databaseName, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("SECRET_KEY", KEY);
    environment.put("DATABASE_USER", database.address().user());
    environment.put("DATABASE_PASSWORD", database.address().password().orElseThrow());
    return ServerProcess.begin(
        folder.resolve(name + ".log"),
        environment,
        "--data-dir",
        folder.resolve(name).toString(),
        "--database-url",
        url(databaseName, relay.port()));
  }

  private static ServerProcess worker(String name) {
    ServerProcess worker = begin(name, "shared", Map.of("ROLES", "worker"));
    worker.awaitReady();
    return worker;
  }

  private static String project(Map<String, String> files) {
    String project =
        admin
            .post("/api/projects", Map.of("name", "P", "language", "python"))
            .expect(201)
            .field("id");
    List<Map<String, String>> list =
        files.entrySet().stream()
            .map(file -> Map.of("path", file.getKey(), "content", file.getValue()))
            .toList();
    admin.put("/api/projects/" + project + "/source", Map.of("files", list)).expect(200);
    return project;
  }

  private static String analysisOf(String project) {
    return admin
        .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
        .expect(202)
        .header("Location");
  }

  private static long count(String sql) throws SQLException {
    return count("shared", sql);
  }

  private static long count(String databaseName, String sql) throws SQLException {
    try (Connection connection = connect(databaseName);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private static void awaitCount(long wanted, String sql) throws Exception {
    Waiting.untilTrue(() -> count(sql) == wanted);
  }

  @Test
  void losesAndDoublesNothingOfAKilledWorker() throws Exception {
    String project = project(Map.of("net.py", TestProjects.UNVERIFIED));
    try (ServerProcess _ = worker("first")) {
      Waiting.untilOver(admin, analysisOf(project));
    }
    String vulnerability =
        admin.get("/api/vulnerabilities?project_id=" + project).expect(200).field("0.id");
    analysisOf(project);
    admin.post("/api/vulnerabilities/" + vulnerability + "/fixes/generate").expect(202);
    admin
        .post("/api/reports/generate", Map.of("type", "security", "project_id", project))
        .expect(202);
    String ofProject = " where project_id = '" + project + "'";
    ServerProcess killed;
    try (Connection connection = connect("shared");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      // Jobs begin, but none of them can store what it found.
      statement.execute("lock table analyses, reports, fixes in share row exclusive mode");
      killed = begin("second", "shared", Map.of("ROLES", "worker"));
      awaitCount(3, "select count(*) from jobs where status = 'running'");
      killed.kill();
    }
    try (ServerProcess _ = worker("third")) {
      awaitCount(0, "select count(*) from jobs where status in ('queued', 'running')");
    }
    assertThat(count("select count(*) from jobs" + ofProject)).isEqualTo(4);
    assertThat(count("select count(*) from jobs where status <> 'completed'")).isZero();
    assertThat(count("select count(*) from fixes" + ofProject)).isEqualTo(1);
    assertThat(count("select count(*) from reports" + ofProject + " and status = 'completed'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from analyses" + ofProject + " and status = 'completed'"))
        .isEqualTo(2);
    assertThat(count("select count(*) from issues" + ofProject)).isEqualTo(1);
  }

  @Test
  void answersUnavailableWhileTheDatabaseIsGoneAndThenGoesOn() {
    Map<String, String> files = new HashMap<>();
    IntStream.range(0, 100)
        .forEach(i -> files.put("m" + i + ".py", TestProjects.UNVERIFIED + "# " + i + "\n"));
    String project = project(files);
    try (ServerProcess worker = worker("fourth")) {
      String state = analysisOf(project);
      Waiting.until(() -> admin.get(state), answer -> !answer.field("status").equals("queued"));
      for (Line line : List.of(Line.CUT, Line.SILENT)) {
        relay.set(line);
        for (ServerProcess server : List.of(web, worker)) {
          Answer unready =
              Waiting.until(() -> server.ask("/health/ready"), answer -> answer.status() == 503);
          assertThat(unready.text()).contains("database");
          assertThat(server.ask("/health/live").status()).isEqualTo(200);
        }
        Answer refused = admin.get("/api/projects").problem(503, "unavailable");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        relay.set(Line.OPEN);
        web.awaitReady();
        worker.awaitReady();
        admin.get("/api/projects").expect(200);
      }
      assertThat(Waiting.untilOver(admin, state).field("status")).isEqualTo("completed");
    }
    Answer issues = admin.get("/api/projects/" + project + "/issues").expect(200);
    assertThat(issues.json().at("/total").asInt()).isEqualTo(100);
  }

  @Test
  void migratesOnceWhenKilledInTheMiddle() throws Exception {
    String begun =
        "select count(*) from information_schema.tables where table_name = 'flyway_schema_history'";
    ServerProcess killed = begin("migrating", "migrated", Map.of());
    Waiting.untilTrue(() -> count("migrated", begun) == 1);
    try (Connection connection = connect("migrated");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table flyway_schema_history in access exclusive mode");
      killed.kill();
    }
    try (ServerProcess server = begin("migrated", "migrated", Map.of())) {
      server.awaitReady();
      assertThat(
              count(
                  "migrated",
                  "select count(*) - count(distinct version) from flyway_schema_history"))
          .isZero();
      assertThat(count("migrated", "select count(*) from flyway_schema_history where not success"))
          .isZero();
      server.firstAdmin().get("/api/projects").expect(200);
    }
  }
}
