package dev.coderev.server.evolution.version;

import dev.coderev.server.analysis.engine.ReviewEngine;
import dev.coderev.server.analysis.engine.ReviewerManifest;
import dev.coderev.server.analysis.engine.SnippetReviewer;
import dev.coderev.server.platform.job.JobFailed;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The reviewers that versions are, as far as their parts are here. */
@Component
public class VersionReviewers {
  private final VersionRegister register;
  private final ReviewEngine engine;
  private final SingletonSupplier<Map<String, String>> own =
      SingletonSupplier.of(() -> ReviewerManifest.running().parts());

  VersionReviewers(VersionRegister register, ReviewEngine engine) {
    this.register = register;
    this.engine = engine;
  }

  /** Why this build cannot be that version; empty where it can. */
  public Optional<String> objection(VersionRecord version) {
    for (Map.Entry<String, String> part : own.obtain().entrySet()) {
      String wanted = version.manifest().getOrDefault(part.getKey(), VersionRecord.NONE);
      if (!wanted.equals(part.getValue())) {
        return Optional.of("its part " + part.getKey() + " is not that of this build");
      }
    }
    return version
        .addedRules()
        .filter(digest -> register.part(VersionRecord.ADDED_RULES, digest).isEmpty())
        .map(_ -> "its added rules are not here");
  }

  /**
   * The reviewer that a version is.
   *
   * @throws JobFailed if a part is missing or cannot be used
   */
  public SnippetReviewer of(VersionRecord version) {
    objection(version)
        .ifPresent(why -> {
          throw new JobFailed("the version cannot be run: " + why);
        });
    return engine.reviewer(
        version.addedRules().flatMap(digest -> register.part(VersionRecord.ADDED_RULES, digest)));
  }
}
