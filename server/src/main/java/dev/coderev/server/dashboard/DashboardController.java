package dev.coderev.server.dashboard;

import com.sun.management.OperatingSystemMXBean;
import dev.coderev.server.analysis.AnalysisBook;
import dev.coderev.server.identity.UserDirectory;
import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.settings.ServerSettings;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectAccess.Visible;
import dev.coderev.server.vulnerability.IssueBook;
import dev.coderev.server.vulnerability.IssueStatus;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the first page. */
@RestController
class DashboardController {
  private static final Duration ACTIVE = Duration.ofMinutes(15);
  private static final int MOST = 50;

  /** Counts over everything that the caller may see. */
  record Dashboard(
      long totalProjects,
      long totalAnalyses,
      long issuesFound,
      long issuesResolved,
      Optional<Double> resolutionRate) {}

  /** How the machine is doing, in percent. */
  record SystemView(double cpuUsage, double memoryUsage, double diskUsage, long activeUsers) {}

  /** What happened last. */
  record Feed(List<Activities.Activity> items, long total) {
    Feed {
      items = List.copyOf(items);
    }
  }

  private final ProjectAccess projects;
  private final AnalysisBook analyses;
  private final IssueBook issues;
  private final UserDirectory users;
  private final Activities activities;
  private final ServerSettings settings;
  private final Clock clock;

  DashboardController(
      ProjectAccess projects,
      AnalysisBook analyses,
      IssueBook issues,
      UserDirectory users,
      Activities activities,
      ServerSettings settings,
      Clock clock) {
    this.projects = projects;
    this.analyses = analyses;
    this.issues = issues;
    this.users = users;
    this.activities = activities;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/api/metrics/dashboard")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Dashboard dashboard(Caller caller) {
    Visible visible = projects.visible(caller);
    Map<IssueStatus, Long> counts = issues.countByStatus(visible);
    long found = counts.values().stream().mapToLong(Long::longValue).sum();
    long resolved = counts.getOrDefault(IssueStatus.RESOLVED, 0L);
    return new Dashboard(
        projects.count(caller),
        analyses.count(caller, visible),
        found,
        resolved,
        found == 0 ? Optional.empty() : Optional.of((double) resolved / found));
  }

  @GetMapping("/api/metrics/system")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  SystemView system() throws IOException {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double total = machine.getTotalMemorySize();
    FileStore disk = Files.getFileStore(settings.dataFolder());
    return new SystemView(
        percent(Math.max(0, machine.getCpuLoad())),
        percent((total - machine.getFreeMemorySize()) / total),
        percent(1.0 - (double) disk.getUsableSpace() / disk.getTotalSpace()),
        users.activeSince(clock.instant().minus(ACTIVE)));
  }

  private static double percent(double share) {
    return Math.round(share * 1000) / 10.0;
  }

  @GetMapping("/api/activity")
  @Access(value = Who.SELF, scope = Scope.PROJECT_READ)
  Feed activity(@RequestParam(defaultValue = "10") int limit, Caller caller) {
    if (limit < 1 || limit > MOST) {
      throw Problem.invalid(Fault.query("limit", "must lie between 1 and " + MOST, "out_of_range"));
    }
    Visible visible = projects.visible(caller);
    return new Feed(activities.newest(caller, visible, limit), activities.count(caller, visible));
  }
}
