package dev.coderev.server.testing;

import dev.coderev.server.testing.TestUsers.Person;
import java.util.List;
import java.util.Map;

/** Projects of the test server. */
public final class TestProjects {
  /** A defect for which there is a repair. */
  public static final String UNVERIFIED =
      """
      import requests

      def load(url):
          return requests.get(url, verify=False, timeout=5)
      """;

  /** A Python file with one SQL injection, in line 6. */
  public static final String INJECTION =
      """
      import sqlite3
      from flask import request

      def find(db):
          name = request.args.get("name")
          return db.cursor().execute("select * from users where name = '" + name + "'")
      """;

  private TestProjects() {}

  public static String create(Person owner) {
    return owner
        .client()
        .post("/api/projects", Map.of("name", "A project", "language", "python"))
        .expect(201)
        .field("id");
  }

  /** A project whose main line has these files. */
  public static String withFiles(Person owner, Map<String, String> files) {
    String id = create(owner);
    upload(owner, id, files);
    return id;
  }

  public static void upload(Person owner, String projectId, Map<String, String> files) {
    List<Map<String, String>> list =
        files.entrySet().stream()
            .map(file -> Map.of("path", file.getKey(), "content", file.getValue()))
            .toList();
    owner.client().put("/api/projects/" + projectId + "/source", Map.of("files", list)).expect(200);
  }

  /** Uploads these files as the whole source and analyses all of it. */
  public static void analyse(Person owner, String projectId, Map<String, String> files) {
    upload(owner, projectId, files);
    String state =
        owner
            .client()
            .post("/api/projects/" + projectId + "/analyze", Map.of("full_scan", true))
            .expect(202)
            .header("Location");
    Waiting.untilOver(owner.client(), state);
  }

  /** A project with these files, analysed. */
  public static String analysed(Person owner, Map<String, String> files) {
    String id = create(owner);
    analyse(owner, id, files);
    return id;
  }

  /** A client that uses an API key of this user. */
  public static ApiClient key(Person person, List<String> scopes) {
    return TestUsers.stranger().with("X-API-Key", secret(person, scopes));
  }

  /** A new API key of this user. */
  public static String secret(Person person, List<String> scopes) {
    return person
        .client()
        .post("/api/user/api-keys", Map.of("name", "key", "scopes", scopes))
        .expect(201)
        .field("key");
  }
}
