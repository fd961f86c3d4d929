package dev.coderev.server.evolution.pair;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.analysis.engine.SnippetReviewer;
import dev.coderev.server.evolution.pair.Pair.Place;
import dev.coderev.server.evolution.pair.Pairs.Answers;
import dev.coderev.server.evolution.pair.Pairs.Waiting;
import dev.coderev.server.evolution.version.VersionRecord;
import dev.coderev.server.evolution.version.VersionRegister;
import dev.coderev.server.evolution.version.VersionReviewers;
import dev.coderev.server.evolution.version.VersionState;
import dev.coderev.server.platform.metric.VersionMetrics;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has versions in the shadow answer what was answered already: afterwards, in workers only, one
 * text at a time. Both versions answer anew, so that their times are those of the same minute on
 * the same machine. Nobody sees such an answer but who compares them.
 */
@Component
public class PairMaking {
  private static final Logger LOG = LoggerFactory.getLogger("evolution");
  private static final int EVERY_MS = 30_000;
  private static final int MOST_AT_ONCE = 50;

  private final Pairs pairs;
  private final VersionRegister register;
  private final VersionReviewers reviewers;
  private final VersionMetrics metrics;
  private final int percentage;
  private Optional<Candidate> compiled = Optional.empty();

  /** A version that is ready to answer. */
  private record Candidate(String versionId, SnippetReviewer reviewer) {}

  PairMaking(
      Pairs pairs,
      VersionRegister register,
      VersionReviewers reviewers,
      VersionMetrics metrics,
      ServerSettings settings) {
    this.pairs = pairs;
    this.register = register;
    this.reviewers = reviewers;
    this.metrics = metrics;
    boolean takesPart = settings.plays(Role.WORKER) && settings.evolution().shadow();
    this.percentage = takesPart ? settings.evolution().shadowPercentage() : 0;
  }

  /** Makes the pairs that wait; what one version does wrong keeps no other from its turn. */
  @Scheduled(fixedDelay = EVERY_MS, initialDelay = EVERY_MS)
  public synchronized void make() {
    if (percentage == 0) {
      return;
    }
    List<VersionRecord> candidates = register.in(VersionState.SHADOW);
    if (candidates.isEmpty()) {
      compiled = Optional.empty();
    }
    for (VersionRecord candidate : candidates) {
      try {
        make(candidate);
      } catch (RuntimeException failure) {
        LOG.atError()
            .setCause(failure)
            .addKeyValue("version_id", candidate.versionId())
            .log("pairs_not_made");
      }
    }
  }

  private void make(VersionRecord candidate) {
    if (reviewers.objection(candidate).isPresent()) {
      return;
    }
    List<Waiting> inputs = pairs.waiting(candidate, percentage, MOST_AT_ONCE);
    for (Waiting input : inputs) {
      VersionRecord stable = register.find(input.stableId()).orElse(candidate);
      if (reviewers.objection(stable).isEmpty()) {
        Answers answers = answers(input, reviewers.of(stable), reviewer(candidate));
        if (pairs.add(input, candidate.versionId(), answers)) {
          metrics.paired();
        }
      }
    }
    if (!inputs.isEmpty()) {
      pairs.trim(candidate.versionId());
    }
  }

  /** Rules are compiled once for many texts. */
  private SnippetReviewer reviewer(VersionRecord candidate) {
    Candidate ready =
        compiled
            .filter(one -> one.versionId().equals(candidate.versionId()))
            .orElseGet(() -> new Candidate(candidate.versionId(), reviewers.of(candidate)));
    compiled = Optional.of(ready);
    return ready.reviewer();
  }

  private static Answers answers(Waiting input, SnippetReviewer stable, SnippetReviewer candidate) {
    Language language = Language.byId(input.language()).orElse(Language.TEXT);
    long start = System.nanoTime();
    List<Place> one = places(stable, input.code(), language);
    long between = System.nanoTime();
    Optional<List<Place>> other = tried(candidate, input.code(), language);
    long end = System.nanoTime();
    return new Answers(
        (between - start) / 1e6,
        (end - between) / 1e6,
        other.isEmpty(),
        other.filter(found -> severe(found).equals(severe(one))).isPresent(),
        one,
        other.orElse(List.of()));
  }

  private static Optional<List<Place>> tried(
      SnippetReviewer candidate, String code, Language language) {
    try {
      return Optional.of(places(candidate, code, language));
    } catch (RuntimeException failure) {
      LOG.atWarn().setCause(failure).log("candidate_failed");
      return Optional.empty();
    }
  }

  private static List<Place> places(SnippetReviewer reviewer, String code, Language language) {
    return reviewer.review(code, language).stream()
        .filter(issue -> !issue.suppressed())
        .map(issue -> new Place(issue.rule(), issue.type(), issue.severity(), issue.line()))
        .toList();
  }

  private static Set<Place> severe(List<Place> places) {
    return new HashSet<>(places.stream().filter(Place::isSevere).toList());
  }
}
