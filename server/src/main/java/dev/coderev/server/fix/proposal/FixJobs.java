package dev.coderev.server.fix.proposal;

import dev.coderev.server.fix.FixStatus;
import dev.coderev.server.fix.proposal.Fix.Proof;
import dev.coderev.server.fix.proposal.FixDesk.Payload;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.project.ProjectAccess;
import dev.coderev.server.project.ProjectSettings;
import dev.coderev.server.project.SourceSnapshots;
import dev.coderev.server.vulnerability.Issue;
import dev.coderev.server.vulnerability.IssueBook;
import dev.coderev.server.vulnerability.IssueStatus;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who makes and verifies repairs. */
@Configuration(proxyBeanMethods = false)
class FixJobs {
  @Bean
  JobHandler fixGeneration(
      FixMaking making,
      Fixes fixes,
      IssueBook issues,
      ProjectAccess projects,
      FixRecording recording) {
    return new Generation(making, fixes, issues, projects, recording);
  }

  @Bean
  JobHandler fixVerification(
      FixMaking making,
      Fixes fixes,
      FixDesk desk,
      IssueBook issues,
      ProjectAccess projects,
      SourceSnapshots sources,
      FixRecording recording) {
    return new Verification(making, fixes, desk, issues, projects, sources, recording);
  }

  private static ProjectSettings settings(ProjectAccess projects, String projectId) {
    return projects
        .find(projectId)
        .orElseThrow(() -> new JobFailed("the project is gone"))
        .settings();
  }

  private record Generation(
      FixMaking making,
      Fixes fixes,
      IssueBook issues,
      ProjectAccess projects,
      FixRecording recording)
      implements JobHandler {
    @Override
    public JobKind kind() {
      return JobKind.FIX_GENERATE;
    }

    @Override
    public void run(JobRun run) {
      Payload payload = run.payload(Payload.class);
      Issue issue =
          issues
              .vulnerability(payload.vulnerabilityId())
              .orElseThrow(() -> new JobFailed("the vulnerability is gone"));
      Fix fix =
          making.make(
              payload.fixId(),
              issue,
              settings(projects, issue.projectId()),
              fixes.recordOf(issue.rule()));
      run.complete(
          JobStatus.COMPLETED,
          Optional.of("/api/vulnerabilities/fixes/" + fix.id()),
          () -> fixes.add(fix));
      recording.generated(issue.type(), fix);
    }

    @Override
    public void ended(Job job, JobStatus status, String reason) {
      // nothing was stored, so nothing is to be undone
    }
  }

  private record Verification(
      FixMaking making,
      Fixes fixes,
      FixDesk desk,
      IssueBook issues,
      ProjectAccess projects,
      SourceSnapshots sources,
      FixRecording recording)
      implements JobHandler {
    @Override
    public JobKind kind() {
      return JobKind.FIX_VERIFY;
    }

    @Override
    public void run(JobRun run) {
      Fix fix =
          fixes
              .find(run.payload(Payload.class).fixId())
              .orElseThrow(() -> new JobFailed("the repair is gone"));
      byte[] original =
          sources
              .latest(fix.projectId(), SourceSnapshots.MAIN)
              .flatMap(main -> sources.content(main.id(), fix.file()))
              .orElseThrow(() -> new JobFailed("the file is no longer there"));
      Proof proof = making.verify(fix, original, settings(projects, fix.projectId()));
      run.complete(
          JobStatus.COMPLETED,
          Optional.of("/api/vulnerabilities/fixes/" + fix.id()),
          () -> store(fix.id(), proof));
      recording.verified(proof);
    }

    private void store(String id, Proof proof) {
      Fix fix = fixes.lock(id);
      FixDesk.requireNext(fix, FixStatus.VERIFIED);
      if (proof.holds()) {
        fixes.move(id, FixStatus.VERIFIED, Optional.empty(), Optional.empty());
        desk.statusOf(fix)
            .filter(status -> status.next().contains(IssueStatus.RESOLVED))
            .ifPresent(_ ->
                issues.change(
                    fix.issueKey(),
                    IssueStatus.RESOLVED,
                    Optional.empty(),
                    Optional.of("the repair is verified")));
      } else {
        fixes.move(
            id, FixStatus.FAILED, Optional.empty(), Optional.of("the re-scan did not confirm it"));
        sources.dropBranch(fix.projectId(), fix.branch());
        desk.reopen(fix, Optional.empty(), "the repair could not be verified");
      }
    }

    @Override
    public void ended(Job job, JobStatus status, String reason) {
      // the repair stays applied and can be verified again
    }
  }
}
