package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.platform.metric.GaugeSampling;
import dev.coderev.server.testing.Answer;
import dev.coderev.server.testing.ApiClient;
import dev.coderev.server.testing.Scrape;
import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import dev.coderev.server.testing.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class MetricsIntegrationTests {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static Scrape sampled() {
    TestServer.part(GaugeSampling.class).sample();
    return Scrape.now();
  }

  /** A request is recorded when its answer is out, which may be a moment after {@code after}. */
  private static void assertRisen(Scrape before, Scrape after, List<String> series) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Scrape last = after;
    while (!series.stream().allMatch(hasRisen(before, last)) && System.nanoTime() < end) {
      last = sampled();
    }
    Scrape now = last;
    assertThat(series)
        .allSatisfy(one -> assertThat(now.value(one)).as(one).isGreaterThan(before.value(one)));
  }

  private static Predicate<String> hasRisen(Scrape before, Scrape after) {
    return one -> after.value(one) > before.value(one);
  }

  @Test
  void namesEveryFamilyFromTheFirstScrape() {
    Scrape scrape = Scrape.now();
    assertThat(scrape.types().keySet().stream().filter(name -> name.startsWith("coderev_")))
        .hasSize(96);
    assertThat(scrape.types().keySet())
        .contains("jvm_memory_used_bytes", "process_cpu_seconds_total", "process_open_fds");
    assertThat(scrape.samples().keySet().stream().filter(name -> name.contains("_created")))
        .isEmpty();
  }

  @Test
  void startsClosedCountersAtZero() {
    assertThat(Scrape.now().samples())
        .containsKey("coderev_rollbacks_total{trigger=\"slo\"}")
        .containsKey("coderev_jobs_total{kind=\"erasure\",status=\"timeout\"}")
        .doesNotContainKey("coderev_learning_loss");
  }

  @Test
  void speaksOpenMetricsToThoseWhoAskForIt() {
    Answer answer =
        TestServer.client()
            .with("Accept", "application/openmetrics-text; version=1.0.0")
            .get("/metrics")
            .expect(200);
    assertThat(answer.header("Content-Type")).startsWith("application/openmetrics-text");
    assertThat(answer.text())
        .endsWith("# EOF\n")
        .contains("# TYPE coderev_jobs counter\n")
        .contains("# TYPE coderev_app info\n")
        .contains("\ncoderev_jobs_total{");
  }

  @Test
  void recordsWhatBecomesOfVersions() {
    JdbcClient database = TestServer.part(JdbcClient.class);
    Person owner = TestUsers.person();
    owner.client().post("/api/analysis/code", Map.of("code", "x = 1\n")).expect(201);
    String candidate = "ver_" + owner.id().substring("user-".length());
    database
        .sql(
            "insert into versions (id, name, manifest, state, state_since, created_at)"
                + " values (?, 'A candidate', '{}', 'gray_25_percent', now() - interval '1 hour', now())")
        .param(candidate)
        .update();
    try {
      Scrape before = sampled();
      assertThat(before.value("coderev_version_status{version=\"v1\"}")).isEqualTo(1);
      assertThat(before.value("coderev_gray_traffic_ratio")).isEqualTo(0.25);
      assertThat(
              before.value(
                  "coderev_version_state_seconds{version=\"v1\",state=\"gray_25_percent\"}"))
          .isBetween(3600.0, 7200.0);
      owner.client().post("/api/analysis/code", Map.of("code", "x = 2\n")).expect(201);
      tryAndWithdraw(candidate);
      Scrape after = sampled();
      assertRisen(
          before,
          after,
          List.of(
              "coderev_version_requests_total{version=\"v2\",status=\"success\"}",
              "coderev_version_request_duration_seconds_count{version=\"v2\"}",
              "coderev_gate_decisions_total{gate=\"promotion\",outcome=\"inconclusive\"}",
              "coderev_version_transitions_total{from_version=\"v1\",to_version=\"v3\",reason=\"manual\"}",
              "coderev_experiments_total{status=\"created\"}",
              "coderev_experiments_total{status=\"running\"}",
              "coderev_experiments_total{status=\"completed\"}",
              "coderev_experiments_total{status=\"quarantined\"}",
              "coderev_quarantined_versions"));
      assertThat(after.value("coderev_version_status{version=\"v1\"}")).isZero();
      assertThat(after.value("coderev_gray_traffic_ratio")).isZero();
    } finally {
      database.sql("delete from experiments where variant_a = ?").param(candidate).update();
      database
          .sql("delete from version_transitions where version_id = ?")
          .param(candidate)
          .update();
      database.sql("delete from versions where id = ?").param(candidate).update();
    }
  }

  private static void tryAndWithdraw(String candidate) {
    ApiClient admin = TestUsers.admin();
    String stable = admin.get("/api/three-version/status").field("v2_production.version_id");
    String trial =
        "/api/admin/experiments/"
            + admin
                .post(
                    "/api/admin/experiments",
                    Map.of("name", "A trial", "variant_a", candidate, "variant_b", stable))
                .expect(201)
                .field("id");
    admin.put(trial, Map.of("status", "running")).expect(200);
    admin.put(trial, Map.of("status", "completed")).expect(200);
    Map<String, String> wish = Map.of("version", candidate, "reason", "a flaw");
    admin.post("/api/three-version/promote", wish).problem(409, "gate_failed");
    admin.post("/api/three-version/demote", wish).expect(200);
  }

  @Test
  void recordsAnalysesAndWhatTheyFind() {
    Person owner = TestUsers.person();
    Scrape before = sampled();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    String tooDeep = "class A { int x = " + "(".repeat(20_000) + ";}";
    TestProjects.analyse(owner, project, Map.of("A.java", tooDeep, "b.py", "y = 1\n"));
    String silenced = TestProjects.INJECTION.stripTrailing() + "  # nosem\n";
    owner
        .client()
        .post("/api/analysis/code", Map.of("code", silenced, "language", "python"))
        .expect(201);
    Waiting.untilOver(
        owner.client(),
        owner
            .client()
            .post("/api/vulnerabilities/scan", Map.of("project_id", project, "scan_type", "quick"))
            .expect(202)
            .header("Location"));
    Scrape after = sampled();
    assertRisen(
        before,
        after,
        List.of(
            "coderev_analyses_completed_total{analysis_type=\"code_review\",status=\"success\"}",
            "coderev_analyses_completed_total{analysis_type=\"vulnerability_scan\",status=\"success\"}",
            "coderev_lines_analyzed_total{language=\"python\"}",
            "coderev_parse_failures_total{language=\"java\"}",
            "coderev_analysis_stage_duration_seconds_count{stage=\"fetch\"}",
            "coderev_analysis_stage_duration_seconds_count{stage=\"rules\"}",
            "coderev_analysis_stage_duration_seconds_count{stage=\"store\"}",
            "coderev_analysis_coverage_ratio_count{analysis_type=\"code_review\"}",
            "coderev_analysis_conclusions_total{conclusion=\"findings\"}",
            "coderev_findings_suppressed_total{reason=\"policy\"}",
            "coderev_user_actions_total{action_type=\"review_request\"}",
            "coderev_vulnerability_transitions_total{from_status=\"open\",to_status=\"resolved\"}",
            "coderev_vulnerabilities_by_status{status=\"resolved\"}",
            "coderev_jobs_total{kind=\"analysis\",status=\"completed\"}",
            "coderev_job_duration_seconds_count{kind=\"analysis\"}"));
    assertThat(after.labels("coderev_scan_duration_seconds")).contains("scan_type", "project_id");
    assertThat(after.labels("coderev_files_analyzed_total")).contains("language", "project_id");
    assertThat(after.labels("coderev_code_quality_score")).contains("project_id");
    assertThat(after.labels("coderev_reviews_completed_total")).contains("review_type");
    assertThat(after.labels("coderev_vulnerabilities_detected_total"))
        .containsExactly("category", "project_id", "severity");
  }

  @Test
  void recordsRepairsAndWhatPeopleSay() {
    Person owner = TestUsers.person();
    String project = TestProjects.analysed(owner, Map.of("net.py", TestProjects.UNVERIFIED));
    String vulnerability =
        owner.client().get("/api/vulnerabilities?project_id=" + project).field("0.id");
    Scrape before = sampled();
    String applied = repair(owner, vulnerability);
    double waiting = sampled().value("coderev_active_fixes_count");
    assertThat(waiting).isGreaterThan(before.value("coderev_active_fixes_count"));
    owner.client().post("/api/auto-fix/fixes/" + applied + "/approve").expect(200);
    String path = "/api/vulnerabilities/fixes/" + applied;
    owner.client().post(path + "/apply?dry_run=false").expect(200);
    owner.client().post(path + "/rollback").expect(200);
    String refused = repair(owner, vulnerability);
    owner
        .client()
        .post("/api/auto-fix/fixes/" + refused + "/reject", Map.of("reason", "not like this"))
        .expect(200);
    owner
        .client()
        .patch(
            "/api/vulnerabilities/" + vulnerability + "/status",
            Map.of("status", "false_positive", "comment", "a test"))
        .expect(200);
    Scrape after = sampled();
    String type = "security_misconfiguration";
    assertRisen(
        before,
        after,
        List.of(
            "coderev_auto_fixes_applied_total{vulnerability_type=\""
                + type
                + "\",result=\"success\"}",
            "coderev_auto_fixes_applied_total{vulnerability_type=\""
                + type
                + "\",result=\"rejected\"}",
            "coderev_auto_fix_verifications_total{stage=\"syntax\",result=\"passed\"}",
            "coderev_auto_fix_verifications_total{stage=\"static_analysis\",result=\"passed\"}",
            "coderev_feedback_total{verdict=\"fix_rejected\"}",
            "coderev_feedback_total{verdict=\"false_positive\"}",
            "coderev_user_actions_total{action_type=\"fix_apply\"}",
            "coderev_user_actions_total{action_type=\"fix_approve\"}",
            "coderev_user_actions_total{action_type=\"status_change\"}",
            "coderev_jobs_total{kind=\"fix_generate\",status=\"completed\"}"));
    assertThat(sum(after, "coderev_auto_fixes_generated_total"))
        .isGreaterThan(sum(before, "coderev_auto_fixes_generated_total"));
  }

  private static double sum(Scrape scrape, String counter) {
    return scrape.of(counter, "counter").values().stream().mapToDouble(value -> value).sum();
  }

  private static String repair(Person owner, String vulnerability) {
    Answer started =
        owner
            .client()
            .post("/api/vulnerabilities/" + vulnerability + "/fixes/generate")
            .expect(202);
    Waiting.untilOver(owner.client(), started.header("Location"));
    return started.field("fix_id");
  }

  @Test
  void recordsWhoComesInAndWhoDoesNot() {
    Scrape before = sampled();
    Person owner = TestUsers.person();
    Person other = TestUsers.person();
    Person viewer = TestUsers.viewer();
    String project = TestProjects.create(owner);
    TestUsers.stranger().post("/api/auth/login", Map.of("email", owner.email(), "password", "no"));
    TestUsers.stranger()
        .post("/api/auth/refresh", Map.of("refresh_token", owner.refreshToken()))
        .expect(200);
    TestUsers.stranger()
        .post("/api/auth/refresh", Map.of("refresh_token", owner.refreshToken()))
        .expect(401);
    Person again =
        TestUsers.login(TestUsers.stranger(), owner.id(), owner.email(), TestUsers.PASSWORD);
    TestProjects.key(again, List.of("project:read")).get("/api/projects").expect(200);
    TestProjects.key(again, List.of("project:read")).get("/api/reports").expect(403);
    TestServer.client().get("/api/projects").expect(401);
    other.client().get("/api/projects/" + project).expect(404);
    viewer.client().post("/api/projects", Map.of("name", "x", "language", "python")).expect(403);
    for (int i = 0; i < 6; i++) {
      TestUsers.stranger()
          .post("/api/auth/login", Map.of("email", other.email(), "password", "no"));
    }
    assertRisen(
        before,
        sampled(),
        List.of(
            "coderev_auth_attempts_total{method=\"password\",result=\"success\"}",
            "coderev_auth_attempts_total{method=\"password\",result=\"failure\"}",
            "coderev_auth_attempts_total{method=\"password\",result=\"throttled\"}",
            "coderev_auth_attempts_total{method=\"refresh\",result=\"success\"}",
            "coderev_auth_attempts_total{method=\"refresh\",result=\"reused\"}",
            "coderev_auth_attempts_total{method=\"api_key\",result=\"success\"}",
            "coderev_auth_denials_total{reason=\"unauthenticated\"}",
            "coderev_auth_denials_total{reason=\"role\"}",
            "coderev_auth_denials_total{reason=\"scope\"}",
            "coderev_auth_denials_total{reason=\"visibility\"}",
            "coderev_rate_limited_total{limit=\"login\"}",
            "coderev_cache_hits_total{cache_type=\"session\"}",
            "coderev_cache_misses_total{cache_type=\"session\"}",
            "coderev_sessions_active",
            "coderev_audit_records_total{outcome=\"success\"}",
            "coderev_audit_records_total{outcome=\"failed\"}",
            "coderev_audit_records_total{outcome=\"denied\"}",
            "coderev_user_actions_total{action_type=\"login\"}",
            "coderev_user_actions_total{action_type=\"key_create\"}"));
  }

  @Test
  void recordsRequestsAndTheProcessItself() {
    Scrape before = sampled();
    TestServer.client().get("/no/such/path");
    TestServer.client().get("/api/info").expect(200);
    LoggerFactory.getLogger("metrics.test").warn("something_odd");
    Scrape after = sampled();
    assertRisen(
        before,
        after,
        List.of(
            "coderev_http_requests_total{method=\"GET\",endpoint=\"unmatched\",status_code=\"404\"}",
            "coderev_http_request_duration_seconds_bucket{method=\"GET\",endpoint=\"/api/info\",status_code=\"200\",le=\"10\"}",
            "coderev_http_response_size_bytes_sum{method=\"GET\",endpoint=\"/api/info\"}",
            "coderev_log_records_total{level=\"warning\"}"));
    assertThat(after.value("coderev_http_requests_in_flight")).isGreaterThanOrEqualTo(1);
    assertThat(after.value("coderev_active_connections{type=\"http\"}")).isPositive();
    assertThat(after.samples())
        .containsKey("coderev_active_connections{type=\"database\"}")
        .containsEntry("coderev_dependency_up{dependency=\"database\"}", 1.0)
        .containsEntry("coderev_dependency_up{dependency=\"storage\"}", 1.0)
        .containsEntry("coderev_dependency_up{dependency=\"scheduler\"}", 1.0);
    assertThat(after.value("coderev_memory_usage_bytes{type=\"rss\"}")).isGreaterThan(1e7);
    assertThat(after.value("coderev_memory_usage_ratio")).isBetween(0.0, 1.0);
    assertThat(after.value("coderev_disk_usage_ratio{volume=\"data\"}")).isBetween(0.0, 1.0);
    assertThat(after.value("coderev_slo_error_budget_remaining_ratio{slo=\"availability\"}"))
        .isLessThanOrEqualTo(1);
    assertThat(after.of("coderev_cpu_usage_ratio", "gauge")).hasSize(1);
    assertThat(after.of("coderev_app_info", "gauge").keySet())
        .allMatch(series -> series.contains("environment=\"test\""));
  }

  @Test
  void seesTheQueueOfJobs() {
    Person owner = TestUsers.person();
    String project = TestProjects.withFiles(owner, Map.of("a.py", "x = 1\n"));
    JdbcClient database = TestServer.part(JdbcClient.class);
    database
        .sql(
            """
            insert into jobs (id, kind, status, project_id, request_id, payload, created_at)
            values ('job_waiting', 'analysis', 'queued', ?, 'r', '{}', now() - interval '1 hour'),
              ('job_running', 'analysis', 'running', ?, 'r', '{}', now())
            """)
        .param(project)
        .param(project)
        .update();
    database
        .sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version,
              priority)
            values ('job', 'job_waiting', now() + interval '1 day', false, 1, 90)
            """)
        .update();
    try {
      Scrape scrape = sampled();
      assertThat(scrape.value("coderev_jobs_queued{kind=\"analysis\"}")).isPositive();
      assertThat(scrape.value("coderev_background_tasks_active{task_type=\"analysis\"}"))
          .isPositive();
      assertThat(scrape.value("coderev_analysis_queue_depth{priority=\"high\"}")).isPositive();
      assertThat(scrape.value("coderev_job_oldest_queued_seconds")).isGreaterThan(3000);
    } finally {
      database.sql("delete from jobs where id in ('job_waiting', 'job_running')").update();
      database.sql("delete from scheduled_tasks where task_instance = 'job_waiting'").update();
    }
  }

  @Test
  void forgetsTheSeriesOfADeletedProject() {
    Person owner = TestUsers.person();
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    owner.client().delete("/api/projects/" + project).expect(204);
    assertThat(Scrape.now().samples().keySet()).noneMatch(series -> series.contains(project));
  }
}
