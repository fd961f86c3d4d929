package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What holds for every operation of the API. */
class ConventionsIntegrationTests {
  private final Person owner = TestUsers.person();
  private final ApiClient client = owner.client();

  private String project() {
    return client
        .post("/api/projects", Map.of("name", "Rules", "language", "python"))
        .expect(201)
        .field("id");
  }

  @Test
  void aFormIsNoChangeHoweverBrokenItIs() {
    for (String form : List.of("name=x", "name=%zz")) {
      client
          .with("Content-Type", "application/x-www-form-urlencoded")
          .send("PUT", "/api/user/profile", BodyPublishers.ofString(form))
          .problem(415, "unsupported_media_type");
    }
  }

  @Test
  void aMissingBodyIsAnEmptyOne() {
    String path = "/api/projects/" + project();
    Answer before = client.get(path).expect(200);
    Answer after = client.send("PUT", path, BodyPublishers.noBody()).expect(200);
    assertThat(after.field("name")).isEqualTo(before.field("name"));
    client.send("PUT", "/api/user/profile", BodyPublishers.noBody()).expect(200);
    client.send("PUT", "/api/user/settings/privacy", BodyPublishers.noBody()).expect(200);
  }

  @Test
  void aMissingBodyLacksWhatIsRequired() {
    Answer refused = TestUsers.stranger().post("/api/auth/login");
    refused.problem(422, "validation_failed");
    assertThat(refused.json().at("/errors").valueStream().map(e -> e.at("/loc/1").asString()))
        .containsExactly("email", "password");
  }

  @Test
  void anUnknownParameterIsNotIgnored() {
    Answer refused = client.get("/api/projects?page=1&colour=red");
    refused.problem(422, "validation_failed");
    assertThat(refused.field("errors.0.type")).isEqualTo("unknown_field");
    assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"query\",\"colour\"]");
    client.get("/api/projects?page=1&limit=5&search=x").expect(200);
    client.get("/api/vulnerabilities?limit=5&offset=0").expect(200);
  }

  @Test
  void anUnknownFieldIsNotIgnored() {
    Answer refused = client.put("/api/projects/" + project(), Map.of("colour", "red"));
    refused.problem(422, "validation_failed");
    assertThat(refused.field("errors.0.type")).isEqualTo("unknown_field");
    assertThat(refused.json().at("/errors/0/loc").toString()).isEqualTo("[\"body\",\"colour\"]");
  }

  @Test
  void pagesHaveNoLastNumber() {
    Answer empty = client.get("/api/projects?page=2147483647").expect(200);
    assertThat(empty.json().at("/items").size()).isZero();
    client.get("/api/projects?page=0").problem(422, "validation_failed");
    client.get("/api/projects?limit=101").problem(422, "validation_failed");
  }

  @Test
  void filesAndHistoriesComeInTheEnvelopeOfLists() {
    String project = TestProjects.withFiles(owner, Map.of("a.py", "x = 1\n", "b.py", "y = 1\n"));
    Answer files = client.get("/api/projects/" + project + "/files?limit=1").expect(200);
    assertThat(files.json().propertyNames())
        .containsExactlyInAnyOrder("items", "total", "page", "limit");
    assertThat(files.json().at("/total").asInt()).isEqualTo(2);
    assertThat(files.json().at("/items").size()).isEqualTo(1);
    assertThat(files.header("Link")).contains("rel=\"next\"");
  }

  @Test
  void whatIsDeletedIsWhatTheClientSaw() {
    String project = project();
    Answer started =
        client
            .post("/api/reports/generate", Map.of("type", "summary", "project_id", project))
            .expect(202);
    Waiting.untilOver(client, started.header("Location"));
    String report = "/api/reports/" + started.field("id");
    client.with("If-Match", "\"other\"").delete(report).problem(412, "precondition_failed");
    String tag = client.get(report).expect(200).header("ETag");
    client.with("If-Match", tag).delete(report).expect(204);
    client.get(report).problem(404, "not_found");
  }

  @Test
  void aReadyReportIsAnActivityOfItsUserAlone() throws Exception {
    String project = project();
    Person other = TestUsers.person();
    client.post("/api/projects/" + project + "/team", Map.of("user_id", other.id())).expect(201);
    Answer started =
        client
            .post("/api/reports/generate", Map.of("type", "summary", "project_id", project))
            .expect(202);
    Waiting.untilOver(client, started.header("Location"));
    Waiting.untilTrue(() -> types(client).contains("report_ready"));
    assertThat(types(other.client())).doesNotContain("report_ready");
  }

  private static List<String> types(ApiClient client) {
    return client
        .get("/api/activity?limit=50")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(item -> item.at("/type").asString())
        .toList();
  }

  @Test
  void administratorsSeeWhoseAProjectIs() {
    String project = project();
    JsonNode items =
        TestUsers.admin().get("/api/admin/projects?limit=100").expect(200).json().at("/items");
    JsonNode found =
        items.valueStream().filter(i -> i.at("/id").asString().equals(project)).findFirst().get();
    assertThat(found.at("/owner/id").asString()).isEqualTo(owner.id());
    assertThat(found.at("/owner/email").asString()).isEqualTo(owner.email());
  }

  @Test
  void theRootLeadsBrowsersToPages() {
    Answer page = TestServer.client().with("Accept", "text/html").get("/").expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("href=\"/docs\"");
    assertThat(TestServer.client().get("/").expect(200).field("status")).isEqualTo("running");
  }
}
