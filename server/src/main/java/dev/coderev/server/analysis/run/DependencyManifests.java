package dev.coderev.server.analysis.run;

import dev.coderev.server.analysis.CoverageView;
import dev.coderev.server.analysis.CoverageView.Skip;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The files in which projects name what they depend on. Nothing here compares them with advisories,
 * so a scan that was to include dependencies says of each that this was not done.
 */
final class DependencyManifests {
  private static final Set<String> NAMES =
      Set.of(
          "Cargo.lock",
          "Cargo.toml",
          "Gemfile",
          "Gemfile.lock",
          "Package.resolved",
          "Pipfile",
          "Pipfile.lock",
          "build.gradle",
          "build.gradle.kts",
          "composer.json",
          "composer.lock",
          "go.mod",
          "package-lock.json",
          "package.json",
          "packages.config",
          "pnpm-lock.yaml",
          "poetry.lock",
          "pom.xml",
          "pyproject.toml",
          "requirements.txt",
          "yarn.lock");
  private static final String REASON = "its dependencies were not compared with advisories";

  private DependencyManifests() {}

  static boolean isOne(String path) {
    return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** What was examined, if the dependencies that these files name belong to it. */
  static CoverageView missingFrom(CoverageView coverage, Collection<String> paths) {
    List<Skip> missing =
        paths.stream()
            .filter(DependencyManifests::isOne)
            .sorted()
            .map(path -> new Skip(path, REASON))
            .toList();
    if (missing.isEmpty() || coverage.conclusion().equals("not_reviewed")) {
      return coverage;
    }
    List<Skip> skipped = new ArrayList<>(coverage.filesSkipped());
    skipped.addAll(missing);
    return new CoverageView(
        coverage.filesTotal(), coverage.filesExamined(), skipped, "partly_reviewed");
  }
}
