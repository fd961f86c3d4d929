package dev.coderev.server.compliance;

import dev.coderev.server.analysis.AnalysisBook;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.project.ProjectRole;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import dev.coderev.server.vulnerability.IssueStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the findings mean for public lists; without a recent full scan nothing is claimed. */
@RestController
class ComplianceController {
  private static final Duration RECENT = Duration.ofDays(30);
  private static final Set<OwaspCategory> NO_RULES = EnumSet.of(OwaspCategory.A06);

  /** How one category stands. */
  record Category(String category, String name, String status, Optional<Integer> issues) {}

  /** How the list as a whole stands. */
  record Owasp(Optional<String> status, Optional<Double> score, List<Category> findings) {
    Owasp {
      findings = List.copyOf(findings);
    }
  }

  /** How a regulation stands, and what was checked to say so. */
  record Regulation(Optional<Boolean> compliant, Optional<Double> score, String basis) {}

  /** All lists together. */
  record Compliance(
      @com.fasterxml.jackson.annotation.JsonProperty("owasp_top_10") Owasp owaspTop10,
      Regulation pciDss,
      Regulation gdpr) {}

  private final ProjectAccess projects;
  private final AnalysisBook analyses;
  private final IssueBook issues;
  private final Clock clock;

  ComplianceController(
      ProjectAccess projects, AnalysisBook analyses, IssueBook issues, Clock clock) {
    this.projects = projects;
    this.analyses = analyses;
    this.issues = issues;
    this.clock = clock;
  }

  @GetMapping("/api/security/compliance")
  @Access(value = Who.READ, scope = Scope.VULNERABILITY_READ)
  Compliance compliance(
      @RequestParam(name = "project_id", required = false) @Nullable String projectId,
      Caller caller) {
    Optional<String> project = Optional.ofNullable(projectId);
    project.ifPresent(id -> projects.require(caller, id, ProjectRole.VIEWER));
    Visible visible = projects.visible(caller);
    boolean scanned =
        analyses
            .lastFull(visible, project)
            .filter(at -> at.isAfter(clock.instant().minus(RECENT)))
            .isPresent();
    List<Issue> open =
        issues.all(visible, project).stream()
            .filter(Issue::isVulnerability)
            .filter(i -> i.status() == IssueStatus.OPEN || i.status() == IssueStatus.IN_PROGRESS)
            .toList();
    return new Compliance(
        owasp(open, scanned),
        regulation(
            open,
            scanned,
            EnumSet.of(OwaspCategory.A01, OwaspCategory.A02, OwaspCategory.A03, OwaspCategory.A07),
            "PCI DSS 6.2.4: no open high or critical finding of injection, access control,"
                + " cryptography or authentication. Code only; processes and networks are not"
                + " examined."),
        regulation(
            open,
            scanned,
            EnumSet.of(OwaspCategory.A01, OwaspCategory.A02, OwaspCategory.A09),
            "GDPR Art. 32: no open high or critical finding of disclosure, cryptography or logging"
                + " of personal data. Code only; contracts and processes are not examined."));
  }

  private static Owasp owasp(List<Issue> open, boolean scanned) {
    List<Category> categories = new ArrayList<>();
    int passed = 0;
    int assessed = 0;
    for (OwaspCategory category : OwaspCategory.values()) {
      boolean isAssessed = scanned && !NO_RULES.contains(category);
      int count = (int) open.stream().filter(category::holds).count();
      assessed += isAssessed ? 1 : 0;
      passed += isAssessed && count == 0 ? 1 : 0;
      categories.add(
          new Category(
              category.id(),
              category.title(),
              isAssessed ? (count == 0 ? "pass" : "fail") : "not_assessed",
              isAssessed ? Optional.of(count) : Optional.empty()));
    }
    return new Owasp(
        scanned ? Optional.of(passed == assessed ? "pass" : "fail") : Optional.empty(),
        scanned ? Optional.of(share(passed, assessed)) : Optional.empty(),
        categories);
  }

  private static Regulation regulation(
      List<Issue> open, boolean scanned, Set<OwaspCategory> relevant, String basis) {
    if (!scanned) {
      return new Regulation(Optional.empty(), Optional.empty(), basis);
    }
    long failing =
        relevant.stream()
            .filter(category ->
                open.stream().anyMatch(issue -> category.holds(issue) && isSevere(issue)))
            .count();
    return new Regulation(
        Optional.of(failing == 0),
        Optional.of(share((int) (relevant.size() - failing), relevant.size())),
        basis);
  }

  private static boolean isSevere(Issue issue) {
    return issue.severity().equals("high") || issue.severity().equals("critical");
  }

  private static double share(int part, int whole) {
    return Math.round(1000.0 * part / whole) / 10.0;
  }
}
