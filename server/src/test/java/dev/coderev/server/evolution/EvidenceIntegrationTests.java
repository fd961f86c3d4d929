package dev.coderev.server.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.evolution.pair.PairMaking;
import dev.coderev.server.platform.metric.GaugeSampling;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.Scrape;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class EvidenceIntegrationTests {
  private static final String PATH = "/api/three-version";
  private static final Map<String, String> WHY = Map.of("reason", "a test");

  private final JdbcClient database = TestServer.part(JdbcClient.class);
  private final ApiClient user = TestUsers.person().client();
  private final ApiClient admin = TestUsers.admin();

  private static String rule(String call) {
    return """
    rules:
      - id: team.python.%1$s
        languages: [python]
        severity: HIGH
        message: Calls of %1$s are not wanted here. Leave them out.
        metadata:
          category: security
          cwe: "CWE-78: OS Command Injection"
        pattern: %1$s(...)
    """
        .formatted(call);
  }

  private static Map<String, Object> gold(String id, String set, String code, boolean clean) {
    return Map.of(
        "id", id,
        "set", set,
        "language", "python",
        "code", code,
        "clean", clean,
        "expected",
            clean
                ? List.of()
                : List.of(Map.of("type", "command_injection", "severity", "high", "line", 1)));
  }

  private String registered(String call) {
    String digest =
        admin
            .post(PATH + "/parts", Map.of("kind", "added_rules", "content", rule(call)))
            .expect(201)
            .field("digest");
    return admin
        .post(
            PATH + "/versions",
            Map.of("name", "With " + call, "parts", Map.of("added_rules", digest)))
        .expect(201)
        .field("version_id");
  }

  private void addGold(String call) {
    List<Map<String, Object>> cases = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      cases.add(gold("hole" + i, "security", call + "(" + i + ")\n", false));
      cases.add(gold("clean" + i, "quality", "x = " + i + "\n", true));
    }
    admin.post(PATH + "/gold-sets", Map.of("name", "Calls of " + call, "cases", cases)).expect(201);
  }

  private Answer evaluated(String version) {
    Answer started = admin.post(PATH + "/reevaluate", Map.of("version", version)).expect(202);
    assertThat(started.header("Location"))
        .isEqualTo(PATH + "/evaluations/" + started.field("evaluation_id"));
    return Waiting.untilOver(admin, started.header("Location"));
  }

  @AfterEach
  void close() {
    database
        .sql(
            """
            delete from version_transitions where version_id in
              (select id from versions where name like 'With %')
            """)
        .update();
    database.sql("delete from versions where name like 'With %'").update();
    database.sql("delete from evaluations").update();
    database.sql("delete from gold_sets").update();
    database.sql("delete from exclusions").update();
    database.sql("update evolution_cycle set frozen = false, started_at = null").update();
  }

  @Test
  void aVersionIsNamedByItsPartsAndRegisteredOnce() {
    String digest =
        admin
            .post(PATH + "/parts", Map.of("kind", "added_rules", "content", rule("unwanted_a")))
            .expect(201)
            .field("digest");
    assertThat(digest).matches("[0-9a-f]{64}");
    admin
        .post(PATH + "/parts", Map.of("kind", "added_rules", "content", rule("unwanted_a")))
        .expect(200);
    Map<String, Object> wanted =
        Map.of("name", "With a rule", "parts", Map.of("added_rules", digest));
    Answer made = admin.post(PATH + "/versions", wanted).expect(201);
    String id = made.field("version_id");
    assertThat(id).matches("ver_[0-9a-f]{32}");
    assertThat(made.header("Location")).isEqualTo(PATH + "/versions/" + id);
    assertThat(made.field("current_state")).isEqualTo("experiment");
    assertThat(made.field("manifest.added_rules")).isEqualTo(digest);
    assertThat(admin.post(PATH + "/versions", wanted).expect(200).field("version_id"))
        .isEqualTo(id);
    assertThat(admin.get(PATH + "/versions/" + id).expect(200).field("name"))
        .isEqualTo("With a rule");
    assertThat(admin.get(PATH + "/versions?zone=v1&state=experiment").expect(200).text())
        .contains(id);
    assertThat(admin.get(PATH + "/versions?zone=v2").expect(200).text())
        .doesNotContain(id)
        .contains("\"aliases\":[\"stable\"]");
    assertThat(admin.get(PATH + "/versions?zone=v2&state=experiment").expect(200).text())
        .contains("\"total\":0");
    assertThat(admin.get(PATH + "/events?type=experiment_registered").expect(200).text())
        .contains(id);
    user.get(PATH + "/versions").problem(403, "forbidden");
    admin.get(PATH + "/versions/ver_none").problem(404, "not_found");
    admin.get(PATH + "/versions?state=dead").problem(422, "validation_failed");
    admin.get(PATH + "/versions?zone=v9").problem(422, "validation_failed");
    admin.get(PATH + "/events?type=party").problem(422, "validation_failed");
  }

  @Test
  void refusesPartsThatAreNotHereOrNotWanted() {
    for (Map<String, ?> wrong :
        List.of(
            Map.of("name", "With x", "parts", Map.of("model", "0123")),
            Map.of("name", "With x", "parts", Map.of("added_rules", "0123")),
            Map.of("name", "With x", "parts", Map.of("wheels", "none")),
            Map.of("name", "With x", "parts", Map.of(), "goal", "fame"),
            Map.of("name", "With x", "parts", Map.of(), "parent", "ver_none"),
            Map.of("name", "With x"))) {
      admin.post(PATH + "/versions", wrong).problem(422, "validation_failed");
    }
    admin
        .post(PATH + "/parts", Map.of("kind", "added_rules", "content", "rules: [{id: 1}]"))
        .problem(422, "validation_failed");
    admin
        .post(PATH + "/parts", Map.of("kind", "model", "content", "x"))
        .problem(422, "validation_failed");
    String digest =
        admin
            .post(PATH + "/parts", Map.of("kind", "added_rules", "content", rule("unwanted_b")))
            .expect(201)
            .field("digest");
    Answer excluded =
        admin
            .post(
                PATH + "/exclusions",
                Map.of("component", "added_rules:" + digest, "reason", "poor_accuracy"))
            .expect(201);
    assertThat(excluded.json().at("/permanent").asBoolean()).isFalse();
    Map<String, Object> wanted = Map.of("name", "With b", "parts", Map.of("added_rules", digest));
    assertThat(admin.post(PATH + "/versions", wanted).problem(409, "conflict").text())
        .contains(digest);
    admin.delete(PATH + "/exclusions/" + excluded.field("id")).expect(204);
    admin.delete(PATH + "/exclusions/" + excluded.field("id")).problem(404, "not_found");
    admin.post(PATH + "/versions", wanted).expect(201);
    String forEver =
        admin
            .post(
                PATH + "/exclusions",
                Map.of("component", "rules:abc", "reason", "security_vulnerability"))
            .expect(201)
            .field("id");
    admin.delete(PATH + "/exclusions/" + forEver).problem(409, "conflict");
    assertThat(admin.get(PATH + "/exclusions").expect(200).text()).contains(forEver);
    admin
        .post(PATH + "/exclusions", Map.of("component", "x", "reason", "mood"))
        .problem(422, "validation_failed");
  }

  @Test
  void isMeasuredOnTheGoldSetAndThenAdmittedToTheShadow() {
    String version = registered("unwanted_c");
    Scrape before = Scrape.now();
    admin.post(PATH + "/versions/" + version + "/shadow", WHY).problem(409, "gate_failed");
    admin.post(PATH + "/reevaluate", Map.of("version", version)).problem(409, "conflict");
    addGold("unwanted_c");
    Answer good = evaluated(version);
    assertThat(good.field("status")).isEqualTo("completed");
    assertThat(good.field("outcome")).as("too few cases").isEqualTo("inconclusive");
    assertThat(good.json().at("/result/accuracy").asDouble()).isEqualTo(1);
    assertThat(good.json().at("/result/security_pass").asDouble()).isEqualTo(1);
    assertThat(good.json().at("/result/false_positive_rate").asDouble()).isZero();
    assertThat(good.json().at("/result/overall").isNull()).isTrue();
    assertThat(good.json().at("/result/cases")).hasSize(8);
    String stable = admin.get(PATH + "/status").field("v2_production.version_id");
    Answer served = evaluated(stable);
    assertThat(served.json().at("/result/accuracy").asDouble()).isEqualTo(0.5);
    assertThat(
            admin
                .post(PATH + "/versions/" + version + "/shadow", WHY)
                .expect(200)
                .field("current_state"))
        .isEqualTo("shadow");
    admin.post(PATH + "/versions/" + version + "/shadow", WHY).problem(409, "invalid_transition");
    Answer gate = admin.get(PATH + "/versions/" + version + "/gate").expect(200);
    assertThat(gate.field("outcome")).isEqualTo("inconclusive");
    assertThat(gate.text()).contains("complete_pairs: no pair of answers");
    assertThat(gate.json().at("/next_look").asLong()).isEqualTo(1000);
    TestServer.part(GaugeSampling.class).sample();
    Scrape after = Scrape.now();
    assertThat(after.value("coderev_version_accuracy_ratio{version=\"v1\"}")).isEqualTo(1);
    assertThat(after.value("coderev_version_accuracy_ratio{version=\"v2\"}")).isEqualTo(0.5);
    assertThat(after.value("coderev_version_security_pass_ratio{version=\"v2\"}")).isZero();
    assertThat(after.samples()).containsKey("coderev_version_security_pass_ratio{version=\"v2\"}");
    assertThat(after.value("coderev_shadow_accuracy_delta")).isEqualTo(0.5);
    String jobs = "coderev_jobs_total{kind=\"evaluation\",status=\"completed\"}";
    assertThat(after.value(jobs)).isGreaterThan(before.value(jobs));
    admin.post(PATH + "/promote", Map.of("version", version)).problem(409, "gate_failed");
    assertThat(
            admin
                .post(PATH + "/versions/" + version + "/withdraw", WHY)
                .expect(200)
                .field("current_state"))
        .isEqualTo("experiment");
    admin
        .post(PATH + "/versions/" + version + "/withdraw", Map.of())
        .problem(422, "validation_failed");
    admin.get(PATH + "/evaluations/eval_none").problem(404, "not_found");
  }

  @Test
  void answersInTheShadowWhatWasAnsweredAndIsComparedWithIt() {
    String version = registered("unwanted_d");
    addGold("unwanted_d");
    evaluated(version);
    admin.post(PATH + "/versions/" + version + "/shadow", WHY).expect(200);
    Scrape before = Scrape.now();
    for (String code : List.of("unwanted_d(1)\n", "y = 2\n")) {
      user.post("/api/analysis/code", Map.of("code", code)).expect(201);
    }
    TestServer.part(PairMaking.class).make();
    Answer list = admin.get(PATH + "/comparisons?version=" + version).expect(200);
    assertThat(list.json().at("/total").asInt()).isEqualTo(2);
    Answer differ =
        admin.get(PATH + "/comparisons?version=" + version + "&agreed=false").expect(200);
    assertThat(differ.json().at("/total").asInt()).isEqualTo(1);
    assertThat(differ.field("items.0.only_candidate.0.rule")).isEqualTo("team.python.unwanted_d");
    assertThat(differ.json().at("/items/0/only_stable")).isEmpty();
    assertThat(differ.json().at("/items/0/candidate_ms").asDouble()).isPositive();
    String one = PATH + "/comparisons/" + differ.field("items.0.id");
    assertThat(admin.get(one).expect(200).field("candidate_id")).isEqualTo(version);
    admin.get(PATH + "/comparisons/pair_none").problem(404, "not_found");
    user.get(one).problem(403, "forbidden");
    assertThat(admin.get(PATH + "/comparisons?language=go").json().at("/total").asInt()).isZero();
    TestServer.part(PairMaking.class).make();
    assertThat(admin.get(PATH + "/comparisons?version=" + version).json().at("/total").asInt())
        .as("each answer is compared once")
        .isEqualTo(2);
    String pairs = "coderev_shadow_pairs_total{state=\"complete\"}";
    assertThat(Scrape.now().value(pairs)).isEqualTo(before.value(pairs) + 2);
    Answer gate = admin.get(PATH + "/versions/" + version + "/gate").expect(200);
    assertThat(gate.json().at("/checks/0/value").asInt()).isEqualTo(2);
    assertThat(user.get("/api/analysis/history").text())
        .as("nobody sees what the shadow says")
        .doesNotContain("team.python");
  }

  @Test
  void comesBackFromQuarantineOnlyOverItsGate() {
    String version = registered("unwanted_e");
    admin.post(PATH + "/versions/" + version + "/quarantine", WHY).expect(200);
    Answer list = admin.get(PATH + "/recovery").expect(200);
    assertThat(list.field("items.0.version_id")).isEqualTo(version);
    assertThat(list.field("items.0.status")).isEqualTo("pending");
    String force = PATH + "/recovery/" + version + "/force";
    admin.post(force, WHY).problem(409, "conflict");
    assertThat(admin.get(PATH + "/versions/" + version).field("current_state"))
        .as("an attempt that cannot be measured leaves it where it is")
        .isEqualTo("quarantine");
    addGold("unwanted_e");
    Scrape before = Scrape.now();
    Waiting.untilOver(admin, admin.post(force, WHY).expect(202).header("Location"));
    Answer after = admin.get(PATH + "/versions/" + version).expect(200);
    assertThat(after.field("current_state")).as("too few cases").isEqualTo("quarantine");
    assertThat(admin.get(PATH + "/recovery").json().at("/items/0/attempts").asInt())
        .as("what tells nothing does not count")
        .isZero();
    String gates = "coderev_gate_decisions_total{gate=\"recovery\",outcome=\"inconclusive\"}";
    assertThat(Scrape.now().value(gates)).isGreaterThan(before.value(gates));
    assertThat(admin.get(PATH + "/transitions").expect(200).text())
        .contains("recovery_inconclusive");
    admin.post(PATH + "/recovery/ver_none/force", WHY).problem(404, "not_found");
    admin.post(force, Map.of()).problem(422, "validation_failed");
    user.post(force, WHY).problem(403, "forbidden");
  }

  @Test
  void goldSetsAreCheckedAndNamedByTheirContent() {
    Map<String, Object> fine = gold("a", "security", "x()\n", false);
    Answer first =
        admin.post(PATH + "/gold-sets", Map.of("name", "One", "cases", List.of(fine))).expect(201);
    assertThat(first.field("id")).matches("gold_[0-9a-f]{32}");
    assertThat(first.json().at("/counts/security").asInt()).isEqualTo(1);
    assertThat(
            admin
                .post(PATH + "/gold-sets", Map.of("name", "Again", "cases", List.of(fine)))
                .expect(200)
                .field("name"))
        .isEqualTo("One");
    assertThat(admin.get(PATH + "/gold-sets").expect(200).text()).contains(first.field("id"));
    for (List<?> wrong :
        List.of(
            List.of(),
            List.of(fine, fine),
            List.of(gold("a", "luck", "x", false)),
            List.of(Map.of("id", "a", "set", "quality", "language", "latin", "code", "x")),
            List.of(
                Map.of(
                    "id", "a", "set", "quality", "language", "go", "code", "x", "clean", false)))) {
      admin
          .post(PATH + "/gold-sets", Map.of("name", "Wrong", "cases", wrong))
          .problem(422, "validation_failed");
    }
    user.get(PATH + "/gold-sets").problem(403, "forbidden");
  }

  @Test
  void nothingIsRolledBackToPartsThatAreNotHere() {
    admin.post(PATH + "/rollback", WHY).problem(409, "conflict");
    admin.post(PATH + "/rollback", Map.of()).problem(422, "validation_failed");
    admin
        .post(PATH + "/rollback", Map.of("reason", "x", "target_version_id", "ver_none"))
        .problem(404, "not_found");
    String version = registered("unwanted_f");
    admin
        .post(PATH + "/rollback", Map.of("reason", "x", "target_version_id", version))
        .problem(409, "conflict");
    assertThat(admin.get(PATH + "/rollbacks").expect(200).json().at("/total").asInt()).isZero();
  }

  @Test
  void theCycleIsShownAndHeld() {
    Answer idle = admin.get(PATH + "/cycle").expect(200);
    assertThat(idle.json().at("/frozen").asBoolean()).isFalse();
    assertThat(admin.post(PATH + "/freeze", WHY).expect(200).field("freeze_reason"))
        .isEqualTo("a test");
    admin.post(PATH + "/freeze", WHY).problem(409, "conflict");
    admin.post(PATH + "/freeze", Map.of()).problem(422, "validation_failed");
    assertThat(admin.post(PATH + "/unfreeze", WHY).expect(200).json().at("/freeze_reason").isNull())
        .isTrue();
    user.post(PATH + "/freeze", WHY).problem(403, "forbidden");
    user.get(PATH + "/cycle").problem(403, "forbidden");
  }
}
