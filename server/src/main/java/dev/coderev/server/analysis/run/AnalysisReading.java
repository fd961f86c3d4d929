package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.run.Analyses.Filter;
import dev.coderev.server.identity.AccountErased;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectRole;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Gives out analyses to those who may see them. */
@Service
class AnalysisReading {
  private final Analyses analyses;
  private final ProjectAccess projects;

  AnalysisReading(Analyses analyses, ProjectAccess projects) {
    this.analyses = analyses;
    this.projects = projects;
  }

  @EventListener
  void on(AccountErased erased) {
    analyses.removeSnippetsOf(erased.userId());
  }

  Analysis get(String id, Caller caller) {
    Analysis analysis = analyses.find(id).orElseThrow(Problem::notFound);
    if (analysis.projectId().isPresent()) {
      projects.require(caller, analysis.projectId().get(), ProjectRole.VIEWER);
    } else if (!caller.isAdmin() && analysis.userId().filter(caller.userId()::equals).isEmpty()) {
      throw Problem.notFound();
    }
    return analysis;
  }

  byte[] sarif(String id, Caller caller) {
    get(id, caller);
    return analyses.sarif(id).orElseThrow(Problem::notFound).getBytes(StandardCharsets.UTF_8);
  }

  Page<Analysis> history(Caller caller, Filter filter, Paging paging) {
    return analyses.history(caller, projects.visible(caller), filter, paging);
  }

  Page<Analysis> ofProject(
      String projectId, Optional<String> status, Caller caller, Paging paging) {
    projects.require(caller, projectId, ProjectRole.VIEWER);
    return analyses.ofProject(projectId, status, paging);
  }
}
