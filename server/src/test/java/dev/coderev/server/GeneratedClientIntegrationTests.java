package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coderev.server.testing.GeneratedClient;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GeneratedClientIntegrationTests {
  private static final Map<String, String> NO_QUERY = Map.of();

  @TempDir private Path folder;

  /** The answers are read into the records of the document; a field that it does not have fails. */
  @Test
  void aClientWrittenFromTheDocumentWorks() throws Exception {
    Person person = TestUsers.person();
    var document =
        new JsonMapper().readTree(Files.readAllBytes(Path.of("..", "docs", "openapi.json")));
    GeneratedClient client =
        new GeneratedClient(document, folder, "http://127.0.0.1:" + TestServer.port());
    client.header("X-Forwarded-For", "10.250.1.1");
    Object login =
        client.call(
            "post_api_auth_login",
            NO_QUERY,
            client.body(
                "post_api_auth_login",
                Map.of("email", person.email(), "password", TestUsers.PASSWORD)));
    Object token = GeneratedClient.field(login, "access_token").orElseThrow();
    client.header("Authorization", "Bearer " + token);
    Object project =
        client.call(
            "post_api_projects",
            NO_QUERY,
            client.body("post_api_projects", Map.of("name", "Mine", "language", "python")));
    String id = String.valueOf(GeneratedClient.field(project, "id").orElseThrow());
    assertThat(GeneratedClient.field(client.call("get_api_projects_id", NO_QUERY, id), "name"))
        .contains("Mine");
    Object page = client.call("get_api_projects", Map.of("limit", "5"));
    assertThat(GeneratedClient.field(page, "total")).contains(1L);
    Object code =
        client.call(
            "post_api_analysis_code",
            NO_QUERY,
            client.body("post_api_analysis_code", Map.of("code", "x = 1\n")));
    assertThat(GeneratedClient.field(code, "status")).contains("completed");
    client.call("get_api_three_version_status", NO_QUERY);
    client.call("get_api_vulnerabilities_stats", NO_QUERY);
    client.call("get_api_security_compliance", NO_QUERY);
    client.call("get_api_user_profile", NO_QUERY);
    client.call("delete_api_projects_id", NO_QUERY, id);
    assertThatThrownBy(() -> client.call("get_api_projects_id", NO_QUERY, id))
        .hasMessageContaining("404");
  }
}
