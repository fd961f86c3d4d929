package dev.coderev.server.integration.hook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.HookSender;
import dev.coderev.server.testing.ServedRepository;
import dev.coderev.server.testing.StandIn;
import dev.coderev.server.testing.StandIn.Given;
import dev.coderev.server.testing.StandIn.Received;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitLabWebhookIntegrationTests {
  private static final String API = "/api/v4/projects/group%2Fapp";
  private static final String REQUEST = API + "/merge_requests/3";
  private static final String CLEAN = "LIMIT = 3\n";
  private static final String UNSAFE =
      "import requests\n\nrequests.get('https://a.b', timeout=3, verify=False)\n";

  private final StandIn service = StandIn.start();
  private final ServedRepository git =
      ServedRepository.at(service, "/group/app.git").onlyFor("oauth2", "secret-token");
  private final Person owner = TestUsers.person();
  private final String project = TestProjects.create(owner);
  private String hook = "";
  private String secret = "";
  private String base = "";
  private String head = "";

  @BeforeEach
  void connect() {
    Answer added =
        owner
            .client()
            .post(
                "/api/projects/" + project + "/webhooks",
                Map.of(
                    "provider",
                    "gitlab",
                    "repository",
                    "group/app",
                    "address",
                    service.url() + "/",
                    "token",
                    "secret-token"))
            .expect(201);
    hook = added.field("url").replaceAll("^https?://[^/]+", "");
    secret = added.field("secret");
    base = git.commit("main", Optional.empty(), Map.of("app.py", CLEAN));
    head = git.commit("feature", Optional.of(base), Map.of("app.py", CLEAN + UNSAFE));
    service
        .on("GET", REQUEST, this::request)
        .on("GET", API + "/repository/merge_base", this::mergeBase)
        .on("POST", API + "/statuses/.*", _ -> Given.json(201, Map.of("id", 1)))
        .on("GET", REQUEST + "/discussions", _ -> Given.json(200, List.of()))
        .on("POST", REQUEST + "/discussions", _ -> Given.json(201, Map.of("id", "d1")))
        .on("GET", REQUEST + "/notes", _ -> Given.json(200, List.of()))
        .on("POST", REQUEST + "/notes", _ -> Given.json(201, Map.of("id", 40)))
        .on("PUT", REQUEST + "/notes/40", _ -> Given.json(200, Map.of("id", 40)));
  }

  @AfterEach
  void close() {
    service.close();
    git.close();
  }

  private Given request(Received asked) {
    assertThat(asked.headers().get("authorization")).isEqualTo("Bearer secret-token");
    return Given.json(
        200, Map.of("diff_refs", Map.of("base_sha", base, "start_sha", base, "head_sha", head)));
  }

  private Given mergeBase(Received asked) {
    assertThat(asked.query()).contains("refs%5B%5D=" + base).contains("refs%5B%5D=" + head);
    return Given.json(200, Map.of("id", base));
  }

  private Answer send(String event, Map<String, ?> body) {
    return HookSender.gitLab(hook, secret, event, body);
  }

  private static Map<String, Object> repository() {
    return Map.of("path_with_namespace", "group/app", "default_branch", "main");
  }

  private Map<String, Object> mergeRequest(String action, Map<String, ?> more) {
    Map<String, Object> attributes =
        new HashMap<>(
            Map.of(
                "iid",
                3,
                "action",
                action,
                "target_branch",
                "main",
                "last_commit",
                Map.of("id", head)));
    attributes.putAll(more);
    return Map.of(
        "object_kind", "merge_request", "project", repository(), "object_attributes", attributes);
  }

  private Answer untilReviewed() {
    return Waiting.until(
        () -> owner.client().get("/api/projects/" + project + "/analyses").expect(200),
        answer ->
            !answer.json().at("/items").isEmpty()
                && !answer.text().matches("(?s).*\"(queued|running)\".*"));
  }

  @Test
  void reviewsAMergeRequestAndTellsGitLabWhatItIntroduces() {
    assertThat(
            send("Merge Request Hook", mergeRequest("open", Map.of())).expect(202).field("status"))
        .isEqualTo("accepted");
    Answer analyses = untilReviewed();
    assertThat(analyses.field("items.0.conclusion")).as(analyses.text()).isEqualTo("findings");
    List<Received> statuses = service.received("POST", API + "/statuses/" + head);
    assertThat(statuses.getFirst().json().at("/state").asString()).isEqualTo("running");
    assertThat(statuses.getLast().json().at("/state").asString()).isEqualTo("failed");
    Received discussion = service.received("POST", REQUEST + "/discussions").getFirst();
    assertThat(discussion.json().at("/position/position_type").asString()).isEqualTo("text");
    assertThat(discussion.json().at("/position/head_sha").asString()).isEqualTo(head);
    assertThat(discussion.json().at("/position/new_path").asString()).isEqualTo("app.py");
    assertThat(discussion.json().at("/position/new_line").asInt()).isEqualTo(4);
    assertThat(discussion.json().at("/body").asString())
        .contains("```suggestion:-0+0\nrequests.get('https://a.b', timeout=3, verify=True)\n```");
    Received note = service.received("POST", REQUEST + "/notes").getFirst();
    assertThat(note.json().at("/body").asString()).contains("app.py:4").contains("1 of 1");
  }

  @Test
  void updatesTheSummaryOnTheNextCommit() {
    send("Merge Request Hook", mergeRequest("open", Map.of())).expect(202);
    untilReviewed();
    String before = head;
    head = git.commit("feature", Optional.of(head), Map.of("app.py", CLEAN));
    assertThat(
            send("Merge Request Hook", mergeRequest("update", Map.of("oldrev", before)))
                .field("status"))
        .isEqualTo("accepted");
    Waiting.until(this::untilReviewed, answer -> answer.json().at("/total").asInt() == 2);
    assertThat(service.received("POST", REQUEST + "/notes")).hasSize(1);
    assertThat(service.received("PUT", REQUEST + "/notes/40")).hasSize(1);
  }

  @Test
  void writesAnotherSummaryWhereTheFirstIsGone() {
    send("Merge Request Hook", mergeRequest("open", Map.of())).expect(202);
    untilReviewed();
    service.on("PUT", REQUEST + "/notes/40", _ -> Given.json(404, Map.of()));
    head = git.commit("feature", Optional.of(head), Map.of("app.py", UNSAFE));
    send("Merge Request Hook", mergeRequest("reopen", Map.of())).expect(202);
    Waiting.until(this::untilReviewed, answer -> answer.json().at("/total").asInt() == 2);
    assertThat(service.received("POST", REQUEST + "/notes")).hasSize(2);
  }

  @Test
  void reviewsAPush() {
    Map<String, Object> push =
        Map.of(
            "object_kind",
            "push",
            "ref",
            "refs/heads/feature",
            "before",
            base,
            "after",
            head,
            "project",
            repository());
    assertThat(send("Push Hook", push).expect(202).field("status")).isEqualTo("accepted");
    untilReviewed();
    assertThat(service.received("POST", API + "/statuses/" + head)).hasSize(2);
    assertThat(service.received("POST", REQUEST + "/.*")).isEmpty();
  }

  @Test
  void ignoresWhatStartsNothing() {
    for (String action : List.of("close", "merge", "approved", "update")) {
      assertThat(send("Merge Request Hook", mergeRequest(action, Map.of())).field("status"))
          .as(action)
          .isEqualTo("ignored");
    }
    assertThat(send("Note Hook", Map.of("object_kind", "note")).field("status"))
        .isEqualTo("ignored");
  }

  @Test
  void refusesAWrongToken() {
    HookSender.gitLab(hook, "wrong", "Push Hook", Map.of()).problem(401, "unauthenticated");
    TestUsers.stranger().post(hook, Map.of()).problem(401, "unauthenticated");
    HookSender.gitLab("/api/webhooks/gitlab/none", secret, "Push Hook", Map.of())
        .problem(401, "unauthenticated");
  }

  @Test
  void failsWithItsReasonWhereTheHostRefuses() {
    service.on("GET", REQUEST, _ -> Given.json(403, Map.of("message", "secret-token")));
    send("Merge Request Hook", mergeRequest("open", Map.of())).expect(202);
    Answer analyses = untilReviewed();
    assertThat(analyses.field("items.0.status")).isEqualTo("failed");
    List<Received> statuses = service.received("POST", API + "/statuses/" + head);
    assertThat(statuses.getLast().json().at("/state").asString()).isEqualTo("canceled");
  }
}
