package dev.coderev.review.baseline;

import dev.coderev.analysis.finding.Finding;
import dev.coderev.analysis.finding.Place;
import dev.coderev.analysis.finding.Suppression;
import dev.coderev.review.ReviewException;
import dev.coderev.review.report.code.LineHashes;
import dev.coderev.review.report.code.SourceTexts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The findings of an earlier report, each of which excuses one finding that is the same.
 *
 * <p>The same is what has our fingerprint; in a log of another tool, what has the same rule, file
 * and {@code primaryLocationLineHash}, or the same rule, file and code. Findings that a comment
 * suppressed are not part of a baseline: without the comment they are new.
 */
public final class Baseline {
  private static final long MAX_BYTES = 512L * 1024 * 1024;
  private static final String EXPECTED =
      "expected a report that coderev wrote with --format json or sarif, or SARIF 2.1.0";

  private final String name;
  private final List<KnownFinding> known;

  private Baseline(String name, List<KnownFinding> known) {
    this.name = name;
    this.known = List.copyOf(known);
  }

  /**
   * Reads a report.
   *
   * @throws ReviewException if there is none in the file
   */
  public static Baseline read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > MAX_BYTES) {
        throw new ReviewException(file + ": too large for a baseline; the limit is 512 MB");
      }
      try (JsonDocument document = new JsonDocument(in)) {
        return new Baseline(String.valueOf(file.getFileName()), findings(file, document));
      }
    } catch (JacksonException e) {
      throw new ReviewException(
          file + where(e) + ": no baseline: " + oneLine(e.getOriginalMessage()) + "; " + EXPECTED,
          e);
    } catch (IOException e) {
      String why = Files.exists(file) ? "the baseline cannot be read" : "no such baseline";
      throw new ReviewException(file + ": " + why + "; " + EXPECTED, e);
    }
  }

  private static List<KnownFinding> findings(Path file, JsonDocument document) {
    OwnReport own = new OwnReport(document);
    SarifLog sarif = new SarifLog(document);
    var seen =
        new Object() {
          boolean isOwn;
          boolean hasFindings;
          boolean hasRuns;
          String version = "";
        };
    document.object(name -> {
      switch (name) {
        case "schema" ->
            seen.isOwn = document.string().filter("coderev-report"::equals).isPresent();
        case "schemaVersion", "version" -> seen.version = document.string().orElse("");
        case "findings" -> seen.hasFindings = own.readFindings();
        case "runs" -> seen.hasRuns = sarif.readRuns();
        default -> document.skip();
      }
    });
    if (seen.isOwn && seen.hasFindings && seen.version.startsWith("1.")) {
      return own.findings();
    }
    if (seen.hasRuns && seen.version.startsWith("2.")) {
      return sarif.findings();
    }
    String why =
        seen.isOwn ? "it has the schema version " + seen.version : "it is another document";
    throw new ReviewException(file + ": no baseline: " + why + "; " + EXPECTED);
  }

  /** How many findings it holds. */
  public int size() {
    return known.size();
  }

  /**
   * The findings, those that are in the baseline suppressed. A finding of the baseline excuses one
   * finding only.
   *
   * @param root against which the paths of findings are relative
   */
  public List<Finding> mark(List<Finding> findings, Path root, SourceTexts sources) {
    Matching matching = new Matching(root, sources);
    Suppression suppression = new Suppression(Suppression.Kind.BASELINE, name);
    return findings.stream()
        .map(finding ->
            !finding.isSuppressed() && matching.take(finding)
                ? finding.withSuppression(suppression)
                : finding)
        .toList();
  }

  /** The known findings that have not excused one yet. */
  private final class Matching {
    private final String root;
    private final SourceTexts sources;
    private final Map<String, Integer> byFingerprint = new HashMap<>();
    private final List<KnownFinding> others = new ArrayList<>();
    private final Map<String, Optional<LineHashes>> hashes = new HashMap<>();

    Matching(Path root, SourceTexts sources) {
      this.root = root.toString().replace('\\', '/');
      this.sources = sources;
      for (KnownFinding one : known) {
        one.fingerprint()
            .ifPresentOrElse(
                fingerprint -> byFingerprint.merge(fingerprint, 1, Integer::sum),
                () -> others.add(one));
      }
    }

    boolean take(Finding finding) {
      Integer left = byFingerprint.get(finding.fingerprint());
      if (left != null && left > 0) {
        byFingerprint.put(finding.fingerprint(), left - 1);
        return true;
      }
      Optional<KnownFinding> same = others.stream().filter(one -> isSame(one, finding)).findFirst();
      same.ifPresent(others::remove);
      return same.isPresent();
    }

    private boolean isSame(KnownFinding one, Finding finding) {
      Place place = finding.place();
      if (!one.isOfRule(finding.ruleId()) || !one.isIn(place.path(), root)) {
        return false;
      }
      return (one.lineHash().isPresent() && one.lineHash().equals(lineHash(place)))
          || one.snippet().filter(code -> isCode(code, place)).isPresent();
    }

    private Optional<String> lineHash(Place place) {
      return hashes
          .computeIfAbsent(
              place.path(), _ -> sources.holding(place).map(file -> LineHashes.of(file.text())))
          .filter(known -> place.start().line() <= known.count())
          .map(known -> known.of(place.start().line()));
    }

    private static boolean isCode(String snippet, Place place) {
      String code = normal(snippet);
      return code.equals(normal(place.snippet()))
          || code.equals(normal(String.join("\n", place.lines())));
    }

    private static String normal(String code) {
      return code.strip().replaceAll("\\s+", " ");
    }
  }

  private static String where(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() <= 0
        ? ""
        : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("not valid JSON");
  }
}
