package dev.coderev.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The security issues that a database is filled with, in even parts of several projects. */
record IssueRows(List<String> projects, long rows) {
  private static final Pattern PROJECT_ID = Pattern.compile("proj_[0-9a-f]{32}");
  private static final String FILL =
      """
      insert into issues (key, project_id, fingerprint, category, type, severity, severity_rank,
        status, title, message, rule, file, line, col, end_line, end_col, snippet, auto_fixable,
        confidence, cwe, owasp, version_id, snapshot_id, detected_at, seen_at, updated_at)
      select replace(gen_random_uuid()::text, '-', ''), ?, 'load' || n, 'security',
        (array['sql_injection','xss','csrf','ssrf','path_traversal','command_injection',
          'insecure_deserialization','sensitive_data_exposure','broken_authentication',
          'security_misconfiguration','other'])[1 + n * 7919 % 11],
        (array['info','low','medium','high','critical'])[1 + n % 5], n % 5,
        (array['open','open','in_progress','resolved','false_positive','accepted'])[1 + n / 5 % 6],
        'Text of a request reaches a statement', 'What a request says becomes part of a statement.',
        'python.security.sql-injection', 'src/part' || n % 97 || '/file' || n % 4001 || '.py',
        1 + n % 900, 5, 1 + n % 900, 60, 'cursor.execute("select * from t where a = " + a)', false,
        0.9, array['CWE-89'], array['A03:2021'], 'ver_load', 'load',
        now() - n * interval '20 seconds', now(), now()
      from generate_series(1, ?) n
      """;

  IssueRows {
    projects = List.copyOf(projects);
  }

  /** Adds rows to projects of the caller, unless an earlier run did. */
  static IssueRows fill(LoadedServer server, int projects, long rows)
      throws IOException, InterruptedException {
    List<String> ids = projects(server, projects);
    if (rows == 0) {
      return new IssueRows(ids, 0);
    }
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      long there = 0;
      try (ResultSet row =
          statement.executeQuery("select count(*) from issues where version_id = 'ver_load'")) {
        if (row.next()) {
          there = row.getLong(1);
        }
      }
      return new IssueRows(ids, there > 0 ? there : fill(database, ids, rows));
    } catch (SQLException failure) {
      throw new IOException("the rows could not be added: " + failure.getMessage(), failure);
    }
  }

  private static long fill(Connection database, List<String> ids, long rows) throws SQLException {
    long added = 0;
    try (PreparedStatement fill = database.prepareStatement(FILL);
        Statement statement = database.createStatement()) {
      for (String id : ids) {
        fill.setString(1, id);
        fill.setLong(2, rows / ids.size());
        added += fill.executeLargeUpdate();
      }
      statement.execute("vacuum analyze issues");
    }
    return added;
  }

  private static List<String> projects(LoadedServer server, int wanted)
      throws IOException, InterruptedException {
    String known =
        server.client().answer(LoadClient.Ask.get("projects", "/api/projects?search=load"));
    List<String> ids =
        new ArrayList<>(
            PROJECT_ID.matcher(known).results().map(MatchResult::group).distinct().toList());
    while (ids.size() < wanted) {
      ids.add(LoadClient.field(server.client().answer(project()), "id"));
    }
    return ids.subList(0, wanted);
  }

  private static LoadClient.Ask project() {
    return new LoadClient.Ask(
        "project", "POST", "/api/projects", "{\"name\":\"load\",\"language\":\"python\"}", 201);
  }
}
