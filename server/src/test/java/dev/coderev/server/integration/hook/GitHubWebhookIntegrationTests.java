package dev.coderev.server.integration.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.HookSender;
import dev.coderev.server.testing.ServedRepository;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GitHubWebhookIntegrationTests {
  private static final String API = "/api/v3/repos/team/app";
  private static final String CLEAN = "def find(db):\n    return db\n";
  private static final String UNSAFE =
      """
      import requests

      def read(url):
          return requests.get(url, verify=False)
      """;

  private final StandIn service = StandIn.start();
  private final ServedRepository git =
      ServedRepository.at(service, "/team/app.git").onlyFor("x-access-token", "secret-token");
  private final Person owner = TestUsers.person();
  private final List<Map<String, Object>> reviewComments = new ArrayList<>();
  private String project = "";
  private String hook = "";
  private String secret = "";
  private String base = "";

  @BeforeEach
  void connect() {
    project =
        owner
            .client()
            .post(
                "/api/projects",
                Map.of(
                    "name",
                    "App",
                    "language",
                    "python",
                    "repository_url",
                    service.url() + "/team/app.git"))
            .expect(201)
            .field("id");
    Answer added = add("team/app").expect(201);
    hook = added.field("url").replaceAll("^https?://[^/]+", "");
    secret = added.field("secret");
    base = git.commit("main", Optional.empty(), Map.of("app.py", CLEAN));
    service
        .on("GET", API + "/compare/.*", this::mergeBase)
        .on("POST", API + "/check-runs", _ -> asked(201, Map.of("id", 77)))
        .on("PATCH", API + "/check-runs/77", _ -> asked(200, Map.of("id", 77)))
        .on("GET", API + "/pulls/7/comments", _ -> asked(200, reviewComments))
        .on("POST", API + "/pulls/7/reviews", this::reviewed)
        .on("GET", API + "/issues/7/comments", _ -> asked(200, List.of()))
        .on("POST", API + "/issues/7/comments", _ -> asked(201, Map.of("id", 900)))
        .on("PATCH", API + "/issues/comments/900", _ -> asked(200, Map.of("id", 900)));
  }

  @AfterEach
  void close() {
    service.close();
    git.close();
  }

  private Answer add(String repository) {
    return owner
        .client()
        .post(
            "/api/projects/" + project + "/webhooks",
            Map.of(
                "provider",
                "github",
                "repository",
                repository,
                "address",
                service.url(),
                "token",
                "secret-token"));
  }

  private static Given asked(int status, Object body) {
    return Given.json(status, body);
  }

  private Given mergeBase(Received asked) {
    assertThat(asked.headers().get("authorization")).isEqualTo("Bearer secret-token");
    assertThat(asked.headers().get("accept")).isEqualTo("application/vnd.github+json");
    assertThat(asked.headers().get("x-github-api-version")).isEqualTo("2022-11-28");
    assertThat(asked.headers().get("user-agent")).isNotEmpty();
    return Given.json(200, Map.of("merge_base_commit", Map.of("sha", base)));
  }

  private Given reviewed(Received asked) {
    for (var comment : asked.json().at("/comments")) {
      reviewComments.add(Map.of("body", comment.at("/body").asString()));
    }
    return Given.json(200, Map.of("id", 5));
  }

  private Map<String, Object> repository() {
    return Map.of("full_name", "team/app", "default_branch", "main");
  }

  private Map<String, Object> pullRequest(String action, String head) {
    return Map.of(
        "action",
        action,
        "number",
        7,
        "pull_request",
        Map.of("head", Map.of("sha", head), "base", Map.of("sha", base, "ref", "main")),
        "repository",
        repository());
  }

  private Map<String, Object> push(String branch, String before, String after) {
    return Map.of(
        "ref",
        "refs/heads/" + branch,
        "before",
        before,
        "after",
        after,
        "repository",
        repository());
  }

  private Answer send(String event, Map<String, ?> body) {
    return HookSender.gitHub(hook, secret, event, body);
  }

  private Answer untilReviewed() {
    return Waiting.until(
        () -> owner.client().get("/api/projects/" + project + "/analyses").expect(200),
        answer ->
            !answer.json().at("/items").isEmpty()
                && !answer.text().matches("(?s).*\"(queued|running)\".*"));
  }

  @Test
  void reviewsAPullRequestAndTellsGitHubWhatItIntroduces() {
    String head =
        git.commit("feature", Optional.of(base), Map.of("app.py", CLEAN + "\n\n" + UNSAFE));
    assertThat(send("pull_request", pullRequest("opened", head)).expect(202).field("status"))
        .isEqualTo("accepted");
    Answer analyses = untilReviewed();
    assertThat(analyses.field("items.0.conclusion")).as(analyses.text()).isEqualTo("findings");
    Received begun = service.received("POST", API + "/check-runs").getFirst();
    assertThat(begun.json().at("/head_sha").asString()).isEqualTo(head);
    assertThat(begun.json().at("/status").asString()).isEqualTo("in_progress");
    Received ended = service.received("PATCH", API + "/check-runs/77").getLast();
    assertThat(ended.json().at("/status").asString()).isEqualTo("completed");
    assertThat(ended.json().at("/conclusion").asString()).isEqualTo("failure");
    assertThat(ended.json().at("/output/annotations/0/path").asString()).isEqualTo("app.py");
    assertThat(ended.json().at("/output/annotations/0/start_line").asInt()).isEqualTo(8);
    Received review = service.received("POST", API + "/pulls/7/reviews").getFirst();
    assertThat(review.json().at("/commit_id").asString()).isEqualTo(head);
    assertThat(review.json().at("/event").asString()).isEqualTo("COMMENT");
    assertThat(review.json().at("/comments/0/line").asInt()).isEqualTo(8);
    assertThat(review.json().at("/comments/0/side").asString()).isEqualTo("RIGHT");
    assertThat(review.json().at("/comments").valueStream())
        .extracting(comment -> comment.at("/body").asString())
        .anyMatch(
            body -> body.contains("```suggestion\n    return requests.get(url, verify=True)\n```"));
    assertThat(service.received("POST", API + "/issues/7/comments")).hasSize(1);
    assertThat(git.credentials()).isNotEmpty();
  }

  @Test
  void updatesTheSummaryAndRepeatsNoCommentOnTheNextCommit() {
    String first = git.commit("feature", Optional.of(base), Map.of("app.py", UNSAFE));
    send("pull_request", pullRequest("opened", first)).expect(202);
    untilReviewed();
    String second =
        git.commit("feature", Optional.of(first), Map.of("app.py", UNSAFE, "other.py", "x = 1\n"));
    send("pull_request", pullRequest("synchronize", second)).expect(202);
    Waiting.until(() -> untilReviewed(), answer -> answer.json().at("/total").asInt() == 2);
    assertThat(service.received("POST", API + "/issues/7/comments")).hasSize(1);
    assertThat(service.received("PATCH", API + "/issues/comments/900")).hasSize(1);
    assertThat(service.received("POST", API + "/pulls/7/reviews")).hasSize(1);
  }

  @Test
  void startsNothingTwice() {
    String head = git.commit("feature", Optional.of(base), Map.of("app.py", UNSAFE));
    Map<String, Object> opened = pullRequest("opened", head);
    Answer first = send("pull_request", opened).expect(202);
    Answer again = send("pull_request", opened).expect(202);
    assertThat(again.field("status")).isEqualTo("duplicate");
    assertThat(again.field("delivery_id")).isEqualTo(first.field("delivery_id"));
    assertThat(send("pull_request", pullRequest("reopened", head)).field("status"))
        .isEqualTo("ignored");
    assertThat(untilReviewed().json().at("/total").asInt()).isEqualTo(1);
    assertThat(service.received("POST", API + "/check-runs")).hasSize(1);
  }

  @Test
  void reviewsAPushAndFollowsTheMainLine() {
    String head = git.commit("main", Optional.of(base), Map.of("app.py", UNSAFE));
    assertThat(send("push", push("main", base, head)).expect(202).field("status"))
        .isEqualTo("accepted");
    Waiting.until(() -> untilReviewed(), answer -> answer.json().at("/total").asInt() == 2);
    Received ended = service.received("PATCH", API + "/check-runs/77").getLast();
    assertThat(ended.json().at("/conclusion").asString()).isEqualTo("failure");
    assertThat(service.received("POST", API + "/pulls/.*")).isEmpty();
    assertThat(
            owner
                .client()
                .get("/api/vulnerabilities?project_id=" + project)
                .expect(200)
                .json()
                .size())
        .isPositive();
  }

  @Test
  void concludesWithoutFailureWhatIntroducesNothing() {
    String head =
        git.commit("feature", Optional.of(base), Map.of("app.py", CLEAN + "\nLIMIT = 3\n"));
    send("pull_request", pullRequest("opened", head)).expect(202);
    untilReviewed();
    Received ended = service.received("PATCH", API + "/check-runs/77").getLast();
    assertThat(ended.json().at("/conclusion").asString()).isEqualTo("success");
    assertThat(service.received("POST", API + "/pulls/7/reviews")).isEmpty();
  }

  @Test
  void isNeverASuccessWhenNotEverythingWasExamined() {
    String large = "x = 1\n".repeat(2_000_000);
    String head =
        git.commit("feature", Optional.of(base), Map.of("app.py", CLEAN, "large.py", large));
    send("pull_request", pullRequest("opened", head)).expect(202);
    untilReviewed();
    Received ended = service.received("PATCH", API + "/check-runs/77").getLast();
    assertThat(ended.json().at("/conclusion").asString()).isEqualTo("neutral");
  }

  @Test
  void fallsBackToACommitStatusWhereTheTokenIsNoApps() {
    service
        .on("POST", API + "/check-runs", _ -> asked(403, Map.of("message", "no")))
        .on("POST", API + "/statuses/.*", _ -> asked(201, Map.of("id", 1)));
    String head = git.commit("feature", Optional.of(base), Map.of("app.py", UNSAFE));
    send("pull_request", pullRequest("opened", head)).expect(202);
    untilReviewed();
    List<Received> statuses = service.received("POST", API + "/statuses/" + head);
    assertThat(statuses).hasSize(2);
    assertThat(statuses.getFirst().json().at("/state").asString()).isEqualTo("pending");
    assertThat(statuses.getLast().json().at("/state").asString()).isEqualTo("failure");
    assertThat(statuses.getLast().json().at("/context").asString()).isEqualTo("CodeRev");
  }

  @Test
  void saysSoWhenTheCommitIsNotThere() {
    String head = "0123456789012345678901234567890123456789";
    send("pull_request", pullRequest("opened", head)).expect(202);
    assertThat(untilReviewed().field("items.0.status")).isEqualTo("failed");
    Received ended = service.received("PATCH", API + "/check-runs/77").getLast();
    assertThat(ended.json().at("/conclusion").asString()).isEqualTo("neutral");
  }

  @Test
  void refusesWhatIsNotSignedAndSaysNothingOfWhatIsThere() {
    Map<String, Object> body = push("main", base, base);
    HookSender.gitHub(hook, "wrong", "push", body).problem(401, "unauthenticated");
    HookSender.gitHub("/api/webhooks/github/hook_none", secret, "push", body)
        .problem(401, "unauthenticated");
    HookSender.gitHub("/api/webhooks/github", secret, "push", body).problem(401, "unauthenticated");
    HookSender.gitLab(hook.replace("github", "gitlab"), secret, "Push Hook", body)
        .problem(401, "unauthenticated");
    TestUsers.stranger().post(hook, body).problem(401, "unauthenticated");
    for (int i = 0; i < 3; i++) {
      HookSender.gitHub(hook, "wrong", "push", body).expect(401);
    }
    assertThat(TestUsers.admin().get("/api/admin/audit/security-alerts?limit=100").text())
        .contains("webhook_signature")
        .contains(hook.substring(hook.lastIndexOf('/') + 1));
    TestUsers.stranger()
        .with("Content-Type", "text/plain")
        .send("POST", hook, java.net.http.HttpRequest.BodyPublishers.ofString("x"))
        .problem(415, "unsupported_media_type");
    HookSender.gitHubText(hook, secret, "push", "no json").problem(400, "malformed_request");
  }

  @Test
  void ignoresWhatDoesNotConcernIt() {
    String head = git.commit("feature", Optional.of(base), Map.of("app.py", UNSAFE));
    assertThat(send("ping", Map.of("zen", "calm")).expect(202).field("status"))
        .isEqualTo("ignored");
    assertThat(send("pull_request", pullRequest("closed", head)).field("status"))
        .isEqualTo("ignored");
    assertThat(send("push", push("gone", base, "0".repeat(40))).field("status"))
        .isEqualTo("ignored");
    assertThat(send("push", Map.of("ref", "refs/tags/v1")).field("status")).isEqualTo("ignored");
    Map<String, Object> foreign = new java.util.HashMap<>(push("main", base, head));
    foreign.put("repository", Map.of("full_name", "team/other", "default_branch", "main"));
    assertThat(send("push", foreign).field("status")).isEqualTo("ignored");
    owner
        .client()
        .put("/api/projects/" + project, Map.of("settings", Map.of("review_on_pr", false)))
        .expect(200);
    assertThat(send("pull_request", pullRequest("opened", head)).field("status"))
        .isEqualTo("ignored");
  }

  @Test
  void bothSecretsAreGoodWhileTheyChange() {
    String own = "/api/projects/" + project + "/webhooks/" + hook.replaceAll(".*/", "");
    Answer renewed = owner.client().post(own + "/secret").expect(200);
    String newer = renewed.field("secret");
    assertThat(newer).isNotEqualTo(secret);
    assertThat(renewed.field("previous_secret_until")).isNotEmpty();
    HookSender.gitHub(hook, secret, "ping", Map.of("zen", "old")).expect(202);
    HookSender.gitHub(hook, newer, "ping", Map.of("zen", "new")).expect(202);
    owner.client().delete(own).expect(204);
    HookSender.gitHub(hook, newer, "ping", Map.of("zen", "none")).problem(401, "unauthenticated");
    owner.client().delete(own).problem(404, "not_found");
    owner.client().post(own + "/secret").problem(404, "not_found");
  }

  @Test
  void onlyMaintainersSeeAndMakeWebhooksAndNobodyTheirSecrets() {
    String path = "/api/projects/" + project + "/webhooks";
    Answer list = owner.client().get(path).expect(200);
    assertThat(list.field("items.0.repository")).isEqualTo("team/app");
    assertThat(list.json().at("/items/0/has_token").asBoolean()).isTrue();
    assertThat(list.text()).doesNotContain(secret).doesNotContain("secret-token");
    add("team/app").problem(409, "conflict");
    add("no-name").problem(422, "validation_failed");
    add("a/../b").problem(422, "validation_failed");
    ApiClient client = owner.client();
    client
        .post(path, Map.of("provider", "svn", "repository", "a/b"))
        .problem(422, "validation_failed");
    client
        .post(path, Map.of("provider", "github", "repository", "a/b", "address", "http://10.0.0.1"))
        .problem(422, "validation_failed");
    Person member = TestUsers.person();
    client.post("/api/projects/" + project + "/team", Map.of("user_id", member.id())).expect(201);
    member.client().get(path).problem(403, "forbidden");
    member.client().post(path, Map.of()).problem(403, "forbidden");
    TestUsers.person().client().get(path).problem(404, "not_found");
    assertThat(
            TestServer.part(JdbcClient.class)
                .sql("select encode(secret, 'escape') from webhooks where project_id = ?")
                .param(project)
                .query(String.class)
                .list())
        .noneMatch(sealed -> sealed.contains(secret));
  }

  @Test
  void sourceOfAPrivateRepositoryIsReadWithTheWebhooksToken() {
    String state =
        owner
            .client()
            .post("/api/projects/" + project + "/analyze", Map.of("full_scan", true))
            .expect(202)
            .header("Location");
    assertThat(Waiting.untilOver(owner.client(), state).field("status")).isEqualTo("completed");
  }
}
