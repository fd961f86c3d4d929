package dev.coderev.server.evolution.gold;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.analysis.engine.SnippetReviewer;
import dev.coderev.server.evolution.event.EventType;
import dev.coderev.server.evolution.event.EvolutionEvent;
import dev.coderev.server.evolution.event.EvolutionEvents;
import dev.coderev.server.evolution.gold.Evaluation.Purpose;
import dev.coderev.server.evolution.version.VersionRecord;
import dev.coderev.server.evolution.version.VersionRegister;
import dev.coderev.server.evolution.version.VersionReviewers;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.error.ProblemCode;
import dev.coderev.server.platform.job.Job;
import dev.coderev.server.platform.job.JobFailed;
import dev.coderev.server.platform.job.JobHandler;
import dev.coderev.server.platform.job.JobKind;
import dev.coderev.server.platform.job.JobRun;
import dev.coderev.server.platform.job.JobStatus;
import dev.coderev.server.platform.job.Jobs;
import dev.coderev.server.platform.job.NewJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Runs versions over the cases whose answers are known. */
@Component
public class EvaluationDesk implements JobHandler {
  private static final int DONE = 95;

  /** The payload of a run. */
  record Payload(String evaluationId) {}

  private final GoldSets sets;
  private final Evaluations evaluations;
  private final VersionRegister register;
  private final VersionReviewers reviewers;
  private final EvolutionEvents events;
  private final List<EvaluationFollower> followers;
  private final Jobs jobs;
  private final JsonMapper json;

  EvaluationDesk(
      GoldSets sets,
      Evaluations evaluations,
      VersionRegister register,
      VersionReviewers reviewers,
      EvolutionEvents events,
      List<EvaluationFollower> followers,
      Jobs jobs,
      JsonMapper json) {
    this.sets = sets;
    this.evaluations = evaluations;
    this.register = register;
    this.reviewers = reviewers;
    this.events = events;
    this.followers = List.copyOf(followers);
    this.jobs = jobs;
    this.json = json;
  }

  /**
   * Queues a run.
   *
   * @return its identifier
   * @throws Problem if there are no cases, the version cannot be run here, or a run is under way
   */
  @Transactional
  public String start(String versionId, Purpose purpose, Optional<String> userId) {
    VersionRecord version = register.find(versionId).orElseThrow(Problem::notFound);
    String gold =
        sets.current()
            .map(GoldSets.View::id)
            .orElseThrow(
                () -> Problem.of(ProblemCode.CONFLICT, "There is no gold set to evaluate with."));
    reviewers
        .objection(version)
        .ifPresent(why -> {
          throw Problem.of(ProblemCode.CONFLICT, "The version cannot be run: " + why + ".");
        });
    if (evaluations.isUnderWay(versionId)) {
      throw Problem.of(ProblemCode.CONFLICT, "A run of this version is under way.");
    }
    String id = evaluations.add(versionId, gold, purpose);
    jobs.add(new NewJob(JobKind.EVALUATION, Optional.empty(), userId, new Payload(id), NewJob.LOW));
    return id;
  }

  @Override
  public JobKind kind() {
    return JobKind.EVALUATION;
  }

  @Override
  public void run(JobRun run) {
    String id = run.payload(Payload.class).evaluationId();
    Evaluation evaluation =
        evaluations.find(id).orElseThrow(() -> new JobFailed("the run is gone"));
    VersionRecord version =
        register
            .find(evaluation.versionId())
            .orElseThrow(() -> new JobFailed("the version is gone"));
    evaluations.begin(id);
    SnippetReviewer reviewer = reviewers.of(version);
    List<GoldCase> cases = sets.cases(evaluation.goldSet());
    List<CaseScore> scores = new ArrayList<>();
    for (GoldCase gold : cases) {
      run.progress(DONE * scores.size() / cases.size());
      Language language = Language.byId(gold.language()).orElse(Language.TEXT);
      scores.add(CaseScore.of(gold, reviewer.review(gold.code(), language)));
    }
    GoldResult result = GoldResult.of(cases, scores);
    run.complete(
        JobStatus.COMPLETED,
        Optional.of("/api/three-version/evaluations/" + id),
        () -> keep(id, version, result));
  }

  private void keep(String id, VersionRecord version, GoldResult result) {
    evaluations.complete(id, result);
    Optional<String> told = Optional.of(result.outcome());
    events.add(
        EvolutionEvent.of(EventType.EVALUATION_COMPLETED, version.versionId())
            .because(told, Optional.empty()));
    switch (result.outcome()) {
      case "successful" -> tell(EventType.GOLD_SET_PASSED, version, told);
      case "failed" -> tell(EventType.GOLD_SET_FAILED, version, told);
      default -> {}
    }
    follow(id);
  }

  private void tell(EventType type, VersionRecord version, Optional<String> reason) {
    events.add(EvolutionEvent.of(type, version.versionId()).because(reason, Optional.empty()));
  }

  private void follow(String id) {
    evaluations.find(id).ifPresent(one -> followers.forEach(follower -> follower.ended(one)));
  }

  @Override
  public void ended(Job job, JobStatus status, String reason) {
    String id = json.readValue(job.payload(), Payload.class).evaluationId();
    evaluations.fail(id, reason);
    follow(id);
  }
}
