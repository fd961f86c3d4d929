package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.PlatformRole;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may call what: every operation is tried with everyone who may not. */
class AuthorizationIntegrationTests {
  private static final Path MATRIX = Path.of("src", "test", "resources", "authorization.tsv");

  private static Map<String, Access> operations() {
    TestServer.client();
    Map<String, Access> operations = new TreeMap<>();
    TestServer.part(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          Access access = method.getMethodAnnotation(Access.class);
          if (method.getBeanType().getName().startsWith("dev.coderev.") && access != null) {
            for (var verb : mapping.getMethodsCondition().getMethods()) {
              for (String path : mapping.getPatternValues()) {
                operations.put(verb.name() + " " + path, access);
              }
            }
          }
        });
    return operations;
  }

  private static Answer call(ApiClient client, String operation) {
    String[] parts = operation.split(" ");
    String path = parts[1].replaceAll("\\{\\*?[^}]*}", "none");
    return client
        .with("Content-Type", "application/json")
        .send(parts[0], path, BodyPublishers.noBody());
  }

  /**
   * Run with {@code -Dcoderev.rewrite=true} to write it anew, then read it against the contract.
   */
  @Test
  void theMatrixIsTheCommittedOne() throws IOException {
    StringBuilder lines = new StringBuilder();
    operations()
        .forEach((operation, access) ->
            lines
                .append(operation.replace(' ', '\t'))
                .append('\t')
                .append(access.value().name().toLowerCase(Locale.ROOT))
                .append('\t')
                .append(access.scope().id())
                .append('\n'));
    if (Boolean.getBoolean("coderev.rewrite")) {
      Files.createDirectories(MATRIX.getParent());
      Files.writeString(MATRIX, lines);
    }
    assertThat(MATRIX).content().isEqualTo(lines.toString());
  }

  @Test
  void nobodyWithoutCredentialsGetsPastTheOpenOperations() {
    operations()
        .forEach((operation, access) -> {
          if (access.value() != Who.ANYONE) {
            Answer answer = call(TestUsers.stranger(), operation);
            assertThat(answer.status()).as(operation).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
          }
        });
  }

  @Test
  void viewersOfThePlatformOnlyRead() {
    ApiClient viewer = TestUsers.viewer().client();
    operations()
        .forEach((operation, access) -> {
          if (access.value() != Who.ANYONE && access.value().least() != PlatformRole.VIEWER) {
            Answer answer = call(viewer, operation);
            assertThat(answer.status()).as(operation).isEqualTo(403);
            assertThat(answer.field("required_role")).isEqualTo(access.value().least().id());
          }
        });
  }

  @Test
  void onlyAdministratorsAdminister() {
    ApiClient user = TestUsers.person().client();
    operations()
        .forEach((operation, access) -> {
          if (access.value() == Who.ADMIN) {
            assertThat(call(user, operation).status()).as(operation).isEqualTo(403);
          }
        });
  }

  @Test
  void aKeyOpensOnlyWhatItsScopesName() {
    Person person = TestUsers.person();
    ApiClient key = TestProjects.key(person, List.of("metrics:read"));
    operations()
        .forEach((operation, access) -> {
          if (access.value() != Who.ANYONE && access.scope() != Scope.METRICS_READ) {
            Answer answer = call(key, operation);
            assertThat(answer.status()).as(operation).isEqualTo(403);
            boolean ofModel = operation.contains(" /v1/");
            assertThat(answer.field(ofModel ? "error.code" : "code"))
                .as(operation)
                .isIn("scope_missing", "forbidden");
          }
        });
  }

  /** What each role of a project opens, beginning with this one; bodies are wrong on purpose. */
  private static Map<String, String> byRole(String project, String issue) {
    Map<String, String> least = new LinkedHashMap<>();
    String path = "/api/projects/" + project;
    String vulnerability = "/api/vulnerabilities/vuln-" + issue;
    least.put("GET " + path, "viewer");
    least.put("GET " + path + "/team", "viewer");
    least.put("GET " + path + "/files", "viewer");
    least.put("GET " + path + "/analyses", "viewer");
    least.put("GET " + path + "/issues", "viewer");
    least.put("GET " + vulnerability, "viewer");
    least.put("GET " + vulnerability + "/history", "viewer");
    least.put("GET " + vulnerability + "/fixes", "viewer");
    least.put("GET /api/vulnerabilities/stats?project_id=" + project, "viewer");
    least.put("POST " + path + "/analyze", "member");
    least.put("PATCH " + path + "/issues/issue_" + issue, "member");
    least.put("PATCH /api/security/vulnerabilities/vuln-" + issue, "member");
    least.put("POST " + vulnerability + "/fixes/generate", "member");
    least.put("GET " + path + "/webhooks", "maintainer");
    least.put("PUT " + path, "maintainer");
    least.put("PUT " + path + "/source", "member");
    least.put("POST " + path + "/team", "maintainer");
    least.put("PATCH " + path + "/team/none", "maintainer");
    least.put("DELETE " + path + "/team/none", "maintainer");
    least.put("DELETE " + path, "owner");
    return least;
  }

  @Test
  void everyRoleOfAProjectOpensItsOwnAndTheLesserOperations() {
    Person owner = TestUsers.person();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    String issue =
        owner
            .client()
            .get("/api/vulnerabilities?project_id=" + project)
            .field("0.id")
            .substring("vuln-".length());
    List<String> roles = List.of("viewer", "member", "maintainer", "owner");
    ApiClient outsider = TestUsers.person().client();
    byRole(project, issue)
        .forEach((operation, least) ->
            assertThat(send(outsider, operation)).as(operation).isEqualTo(404));
    for (String role : roles) {
      Person person = TestUsers.person();
      owner
          .client()
          .post("/api/projects/" + project + "/team", Map.of("email", person.email(), "role", role))
          .expect(201);
      byRole(project, issue)
          .forEach((operation, least) -> {
            boolean enough = roles.indexOf(role) >= roles.indexOf(least);
            if (enough && operation.equals("DELETE /api/projects/" + project)) {
              return; // tried where projects are
            }
            int status = send(person.client(), operation);
            if (enough) {
              assertThat(status).as(role + " " + operation).isNotIn(401, 403, 500);
            } else {
              assertThat(status).as(role + " " + operation).isEqualTo(403);
            }
          });
    }
  }

  private static int send(ApiClient client, String operation) {
    String[] parts = operation.split(" ");
    return (parts[0].equals("GET") || parts[0].equals("DELETE")
            ? client.send(parts[0], parts[1], BodyPublishers.noBody())
            : client
                .with("Content-Type", "application/json")
                .send(parts[0], parts[1], BodyPublishers.ofString("{}")))
        .status();
  }
}
