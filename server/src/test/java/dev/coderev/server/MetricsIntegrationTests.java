package dev.coderev.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.server.testing.TestProjects;
import dev.coderev.server.testing.TestServer;
import dev.coderev.server.testing.TestUsers;
import dev.coderev.server.testing.TestUsers.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MetricsIntegrationTests {
  private static final Pattern LINE =
      Pattern.compile(
          "[a-z_]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*\\})? -?[0-9.E+-]+|# (HELP|TYPE) .+");

  private static String scrape() {
    return TestServer.client().get("/metrics").expect(200).text();
  }

  private static double value(String text, String series) {
    return text.lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElse(0);
  }

  @Test
  void namesEveryFamilyFromTheFirstScrape() {
    String text = scrape();
    assertThat(text.lines().filter(line -> line.startsWith("# TYPE coderev_"))).hasSize(96);
    assertThat(text.lines()).allMatch(line -> LINE.matcher(line).matches());
    assertThat(text).contains("coderev_app_info{version=").contains("coderev_dependency_up");
  }

  @Test
  void countsWhatHappens() {
    List<String> series =
        Arrays.asList(
            "coderev_auth_attempts_total{method=\"password\",result=\"success\"}",
            "coderev_auth_attempts_total{method=\"password\",result=\"failure\"}",
            "coderev_jobs_total{kind=\"analysis\",status=\"completed\"}",
            "coderev_job_duration_seconds_count{kind=\"analysis\"}",
            "coderev_vulnerability_transitions_total{from_status=\"open\",to_status=\"resolved\"}",
            "coderev_http_requests_total{method=\"POST\",endpoint=\"/api/auth/login\",status_code=\"200\"}",
            "coderev_http_request_duration_seconds_bucket{method=\"POST\",endpoint=\"/api/auth/login\",status_code=\"200\",le=\"10\"}",
            "coderev_http_requests_total{method=\"GET\",endpoint=\"unmatched\",status_code=\"404\"}");
    String before = scrape();
    Person owner = TestUsers.person();
    TestUsers.stranger().post("/api/auth/login", Map.of("email", owner.email(), "password", "no"));
    TestServer.client().get("/no/such/path");
    String project = TestProjects.analysed(owner, Map.of("app.py", TestProjects.INJECTION));
    TestProjects.analyse(owner, project, Map.of("app.py", "x = 1\n"));
    String after = scrape();
    assertThat(series)
        .allSatisfy(one -> assertThat(value(after, one)).as(one).isGreaterThan(value(before, one)));
    assertThat(after).contains("coderev_vulnerabilities_detected_total{severity=");
  }
}
