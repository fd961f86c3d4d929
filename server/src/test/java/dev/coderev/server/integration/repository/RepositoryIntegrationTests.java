package dev.coderev.server.integration.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.AuthorizationServer;
import dev.coderev.server.testing.AuthorizationServer.Account;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RepositoryIntegrationTests {
  private static final String LIST = "/api/repositories";

  private final Person person = TestUsers.person();
  private final ApiClient client = person.client();
  private final Account account = AuthorizationServer.account();
  private final String number = account.id();

  private void connect(String provider, AuthorizationServer host) {
    Answer departure = client.get("/api/oauth/" + provider + "/authorize").expect(200);
    String code = host.consent(departure.field("authorization_url"), account);
    client
        .post(
            "/api/oauth/" + provider + "/callback",
            Map.of("code", code, "state", departure.field("state")))
        .expect(200);
  }

  /** Only the account of this test sees what this test put there. */
  private Given mine(AuthorizationServer host, Received asked, Object body) {
    boolean isMine = host.holder(asked).filter(account::equals).isPresent();
    return Given.json(isMine ? 200 : 404, isMine ? body : Map.of());
  }

  private String gitHub() {
    AuthorizationServer host = AuthorizationServer.GITHUB;
    connect("github", host);
    Map<String, Object> repository =
        Map.of(
            "id",
            Long.parseLong(number),
            "name",
            "app",
            "full_name",
            "team" + number + "/app",
            "html_url",
            host.url() + "/team" + number + "/app",
            "default_branch",
            "trunk",
            "language",
            "C++",
            "private",
            true);
    String repo = host.api() + "/repos/team" + number + "/app";
    host.service()
        .on("GET", host.api() + "/user/repos", asked -> mine(host, asked, List.of(repository)))
        .on(
            "GET",
            repo + "/branches",
            asked ->
                mine(
                    host,
                    asked,
                    List.of(
                        Map.of("name", "trunk", "protected", true),
                        Map.of("name", "topic", "protected", false))))
        .on("GET", repo + "/commits", asked -> commits(host, asked))
        .on("POST", repo + "/hooks", asked -> hook(asked))
        .on("DELETE", repo + "/hooks/5", _ -> new Given(204, Map.of(), ""));
    return "repo_github_" + number;
  }

  private Given commits(AuthorizationServer host, Received asked) {
    Map<String, String> query = AuthorizationServer.fields(asked.query());
    if (!query.get("sha").equals("trunk")) {
      return Given.json(404, Map.of());
    }
    assertThat(query).containsEntry("per_page", "2").containsEntry("page", "3");
    return mine(
        host,
        asked,
        List.of(
            Map.of(
                "sha",
                "abc",
                "commit",
                Map.of(
                    "message",
                    "Say more",
                    "author",
                    Map.of("name", "Ada", "date", "2026-01-02T03:04:05+01:00")))));
  }

  private static Given hook(Received asked) {
    assertThat(asked.json().at("/events/1").asString()).isEqualTo("pull_request");
    assertThat(asked.json().at("/config/content_type").asString()).isEqualTo("json");
    assertThat(asked.json().at("/config/secret").asString()).hasSizeGreaterThan(30);
    return Given.json(201, Map.of("id", 5));
  }

  @Test
  void showsWhatTheConnectionsSee() {
    assertThat(client.get(LIST).expect(200).json().at("/total").asInt()).isZero();
    String id = gitHub();
    Answer list = client.get(LIST + "?search=APP&provider=github").expect(200);
    assertThat(list.json().at("/total").asInt()).isEqualTo(1);
    assertThat(list.field("items.0.id")).isEqualTo(id);
    assertThat(client.get(LIST + "?search=nothing").json().at("/total").asInt()).isZero();
    assertThat(client.get(LIST + "?provider=gitlab").json().at("/total").asInt()).isZero();
    client.get(LIST + "?provider=cvs").problem(422, "validation_failed");
    Answer one = client.get(LIST + "/" + id).expect(200);
    assertThat(one.field("full_name")).isEqualTo("team" + number + "/app");
    assertThat(one.field("default_branch")).isEqualTo("trunk");
    assertThat(one.json().at("/private").asBoolean()).isTrue();
    assertThat(one.json().at("/connected").asBoolean()).isFalse();
    ApiClient other = TestUsers.person().client();
    other.get(LIST + "/" + id).problem(404, "not_found");
    other.get(LIST + "/" + id + "/branches").problem(404, "not_found");
    other.post(LIST + "/" + id + "/connect").problem(404, "not_found");
    int asked = AuthorizationServer.GITHUB.service().received("GET", "/api/v3/user/repos").size();
    client.get(LIST).expect(200);
    assertThat(AuthorizationServer.GITHUB.service().received("GET", "/api/v3/user/repos"))
        .as("the list is remembered")
        .hasSize(asked);
  }

  @Test
  void showsBranchesAndCommits() {
    String id = gitHub();
    Answer branches = client.get(LIST + "/" + id + "/branches?limit=1").expect(200);
    assertThat(branches.json().at("/total").asInt()).isEqualTo(2);
    assertThat(branches.json().at("/items/0/protected").asBoolean()).isTrue();
    assertThat(branches.json().at("/items/0/default").asBoolean()).isTrue();
    assertThat(branches.header("Link")).contains("rel=\"next\"");
    Answer commits = client.get(LIST + "/" + id + "/commits?page=3&limit=2").expect(200);
    assertThat(commits.field("items.0.sha")).isEqualTo("abc");
    assertThat(commits.field("items.0.author")).isEqualTo("Ada");
    assertThat(commits.field("items.0.date")).isEqualTo("2026-01-02T02:04:05.000000Z");
    assertThat(commits.json().at("/total").isNull()).isTrue();
    client.get(LIST + "/" + id + "/commits?branch=none").problem(404, "not_found");
    client.get(LIST + "/" + id + "/commits?branch=").problem(422, "validation_failed");
  }

  @Test
  void connectsARepositoryToANewProjectAndBack() {
    String id = gitHub();
    Answer connected = client.post(LIST + "/" + id + "/connect").expect(201);
    String project = connected.field("project_id");
    assertThat(connected.header("Location")).isEqualTo("/api/projects/" + project);
    assertThat(connected.json().at("/webhook/registered").asBoolean()).isTrue();
    assertThat(connected.field("webhook.secret")).hasSizeGreaterThan(30);
    Answer made = client.get("/api/projects/" + project).expect(200);
    assertThat(made.field("language")).isEqualTo("cpp");
    assertThat(made.field("repository_url")).endsWith("/team" + number + "/app.git");
    Answer hooks = client.get("/api/projects/" + project + "/webhooks").expect(200);
    assertThat(hooks.json().at("/items/0/has_token").asBoolean()).isTrue();
    assertThat(hooks.text()).doesNotContain(connected.field("webhook.secret"));
    assertThat(client.get(LIST + "/" + id).json().at("/connected").asBoolean()).isTrue();
    client.post(LIST + "/" + id + "/connect").problem(409, "conflict");
    disconnectIsForMaintainers(project, id);
    client.delete(LIST + "/" + id + "/disconnect").expect(204);
    client.delete(LIST + "/" + id + "/disconnect").problem(404, "not_found");
    assertThat(
            AuthorizationServer.GITHUB
                .service()
                .received("DELETE", "/api/v3/repos/team" + number + "/app/hooks/5"))
        .hasSize(1);
    assertThat(client.get("/api/projects/" + project).json().at("/repository_url").isNull())
        .isTrue();
    assertThat(client.get("/api/projects/" + project + "/webhooks").json().at("/total").asInt())
        .isZero();
  }

  private void disconnectIsForMaintainers(String project, String id) {
    Person member = TestUsers.person();
    member.client().delete(LIST + "/" + id + "/disconnect").problem(404, "not_found");
    client
        .post(
            "/api/projects/" + project + "/team", Map.of("email", member.email(), "role", "member"))
        .expect(201);
    member.client().delete(LIST + "/" + id + "/disconnect").problem(403, "forbidden");
  }

  @Test
  void disconnectsTheProjectsThatTheCallerMaintainsAndNoOthers() {
    String id = gitHub();
    String own = client.post(LIST + "/" + id + "/connect").expect(201).field("project_id");
    Person other = TestUsers.person();
    String theirs =
        other
            .client()
            .post("/api/projects", Map.of("name", "Theirs", "language", "go"))
            .field("id");
    String repository = client.get("/api/projects/" + own).expect(200).field("repository_url");
    TestServer.part(JdbcClient.class)
        .sql(
            "insert into repository_links (project_id, repo_id, full_name, clone_url, user_id,"
                + " connected_at) values (?, ?, 'x/y', ?, ?, now())")
        .param(theirs)
        .param(id)
        .param(repository)
        .param(other.id())
        .update();
    other
        .client()
        .post(
            "/api/projects/" + theirs + "/team", Map.of("email", person.email(), "role", "viewer"))
        .expect(201);
    client.delete(LIST + "/" + id + "/disconnect").expect(204);
    client.delete(LIST + "/" + id + "/disconnect").problem(403, "forbidden");
    other.client().delete(LIST + "/" + id + "/disconnect").expect(204);
  }

  @Test
  void aTokenIsLentToProjectsOfItsUserOnly() {
    String id = gitHub();
    String project = client.post(LIST + "/" + id + "/connect").expect(201).field("project_id");
    String url = client.get("/api/projects/" + project).expect(200).field("repository_url");
    LinkLogins logins = TestServer.part(LinkLogins.class);
    assertThat(logins.of(project, url)).isPresent();
    Person second = TestUsers.person();
    client
        .post(
            "/api/projects/" + project + "/team", Map.of("email", second.email(), "role", "owner"))
        .expect(201);
    String membership =
        client
            .get("/api/projects/" + project + "/team")
            .expect(200)
            .json()
            .at("/items/1/id")
            .asString();
    second.client().delete("/api/projects/" + project + "/team/" + membership).expect(204);
    assertThat(logins.of(project, url)).as("who linked it has left").isEmpty();
  }

  @Test
  void connectsToAProjectThatIsThere() {
    String id = gitHub();
    String project =
        client
            .post("/api/projects", Map.of("name", "Mine", "language", "go"))
            .expect(201)
            .field("id");
    Map<String, String> body = Map.of("project_id", project);
    String foreign =
        TestUsers.person()
            .client()
            .post("/api/projects", Map.of("name", "Theirs", "language", "go"))
            .field("id");
    client
        .post(LIST + "/" + id + "/connect", Map.of("project_id", foreign))
        .problem(404, "not_found");
    String other =
        client
            .post(
                "/api/projects",
                Map.of(
                    "name", "Other", "language", "go", "repository_url", "https://example.org/x"))
            .field("id");
    client.post(LIST + "/" + id + "/connect", Map.of("project_id", other)).problem(409, "conflict");
    Answer connected = client.post(LIST + "/" + id + "/connect", body).expect(201);
    assertThat(connected.field("project_id")).isEqualTo(project);
  }

  @Test
  void saysWhenTheHostDoesNotTakeTheWebhook() {
    String id = gitHub();
    AuthorizationServer.GITHUB
        .service()
        .on(
            "POST",
            "/api/v3/repos/team" + number + "/app/hooks",
            _ -> Given.json(422, Map.of("message", "is not reachable")));
    Answer connected = client.post(LIST + "/" + id + "/connect").expect(201);
    assertThat(connected.json().at("/webhook/registered").asBoolean()).isFalse();
    assertThat(connected.field("webhook.url")).contains("/api/webhooks/github/hook_");
  }

  @Test
  void renewsTokensThatAreOver() {
    AuthorizationServer host = AuthorizationServer.GITLAB;
    host.tokensLast(1);
    try {
      connect("gitlab", host);
      String first = host.tokensOf(account).getFirst();
      Map<String, Object> found =
          Map.of(
              "id",
              Long.parseLong(number),
              "path",
              "app",
              "path_with_namespace",
              "group/sub/app",
              "web_url",
              host.url() + "/group/sub/app",
              "default_branch",
              "main",
              "visibility",
              "public");
      host.service()
          .on(
              "GET",
              host.api() + "/projects",
              asked ->
                  host.holder(asked).filter(account::equals).isPresent()
                          && !asked.headers().get("authorization").endsWith(first)
                      ? Given.json(200, List.of(found))
                      : Given.json(401, Map.of()));
      Answer list = client.get(LIST).expect(200);
      assertThat(list.field("items.0.full_name")).isEqualTo("group/sub/app");
      assertThat(list.json().at("/items/0/private").asBoolean()).isFalse();
      assertThat(list.json().at("/items/0/language").isNull()).isTrue();
    } finally {
      host.tokensLast(7200);
    }
  }

  @Test
  void readsWorkspacesOfBitbucketAndHasNoWebhookThere() {
    AuthorizationServer host = AuthorizationServer.BITBUCKET;
    connect("bitbucket", host);
    String uuid = "{" + number + "-aa}";
    host.service()
        .on(
            "GET",
            "/2.0/user/workspaces",
            asked ->
                mine(
                    host,
                    asked,
                    Map.of("values", List.of(Map.of("workspace", Map.of("slug", "ws" + number))))))
        .on(
            "GET",
            "/2.0/repositories/ws" + number,
            asked -> mine(host, asked, Map.of("values", List.of(bitbucket(uuid, host)))))
        .on(
            "GET",
            "/2.0/repositories/ws" + number + "/app/commits/main",
            asked ->
                mine(
                    host,
                    asked,
                    Map.of(
                        "values",
                        List.of(
                            Map.of(
                                "hash",
                                "h1",
                                "message",
                                "m",
                                "author",
                                Map.of("raw", "Ada <ada@example.org>"),
                                "date",
                                "2026-01-02T03:04:05+00:00")))));
    String id = client.get(LIST).expect(200).field("items.0.id");
    assertThat(id).isEqualTo("repo_bitbucket_" + number + "aa");
    assertThat(client.get(LIST + "/" + id + "/commits").expect(200).field("items.0.sha"))
        .isEqualTo("h1");
    Answer connected = client.post(LIST + "/" + id + "/connect").expect(201);
    assertThat(connected.json().at("/webhook/id").isNull()).isTrue();
    assertThat(connected.json().at("/webhook/registered").asBoolean()).isFalse();
    client.delete(LIST + "/" + id + "/disconnect").expect(204);
  }

  private Map<String, Object> bitbucket(String uuid, AuthorizationServer host) {
    return Map.of(
        "uuid",
        uuid,
        "name",
        "app",
        "full_name",
        "ws" + number + "/app",
        "links",
        Map.of("html", Map.of("href", host.url() + "/ws" + number + "/app")),
        "mainbranch",
        Map.of("name", "main"),
        "language",
        "python",
        "is_private",
        true);
  }

  @Test
  void tellsOfAHostThatDoesNotAnswer() {
    connect("github", AuthorizationServer.GITHUB);
    AuthorizationServer.GITHUB
        .service()
        .on(
            "GET",
            "/api/v3/user/repos",
            asked ->
                Optional.of(asked)
                    .filter(
                        one -> AuthorizationServer.GITHUB.holder(one).equals(Optional.of(account)))
                    .map(_ -> Given.json(503, Map.of()))
                    .orElseGet(() -> Given.json(200, List.of())));
    client.get(LIST).problem(502, "provider_error");
    client.get(LIST + "/repo_github_1").problem(502, "provider_error");
    client.get(LIST + "/repo_none_1").problem(404, "not_found");
  }
}
