package dev.coderev.review.baseline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The results of a SARIF log, whoever wrote it. */
final class SarifLog {
  private final JsonDocument document;
  private final List<KnownFinding> findings = new ArrayList<>();

  /** A result while it is read. */
  private static final class Result {
    String ruleId = "";
    int ruleIndex = -1;
    Optional<String> uri = Optional.empty();
    Optional<String> snippet = Optional.empty();
    Optional<String> fingerprint = Optional.empty();
    Optional<String> lineHash = Optional.empty();
    boolean counts = true;
  }

  SarifLog(JsonDocument document) {
    this.document = document;
  }

  List<KnownFinding> findings() {
    return findings;
  }

  /** Reads the value of {@code runs}. */
  boolean readRuns() {
    return document.array(this::run);
  }

  private void run() {
    List<String> rules = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    document.object(name -> {
      switch (name) {
        case "tool" -> within("driver", () -> within("rules", () -> rules(rules)));
        case "results" -> document.array(() -> results.add(result()));
        default -> document.skip();
      }
    });
    results.stream().filter(result -> result.counts).forEach(result -> add(result, rules));
  }

  private void add(Result result, List<String> rules) {
    boolean isByIndex =
        result.ruleId.isEmpty() && result.ruleIndex >= 0 && result.ruleIndex < rules.size();
    findings.add(
        new KnownFinding(
            isByIndex ? rules.get(result.ruleIndex) : result.ruleId,
            result.uri.map(SarifLog::path).orElse(""),
            result.fingerprint,
            result.lineHash,
            result.snippet));
  }

  private void rules(List<String> rules) {
    document.array(() -> {
      int index = rules.size();
      rules.add("");
      within("id", () -> rules.set(index, document.string().orElse("")));
    });
  }

  private Result result() {
    Result result = new Result();
    document.object(name -> {
      switch (name) {
        case "ruleId" -> result.ruleId = document.string().orElse("");
        case "ruleIndex" -> result.ruleIndex = document.number();
        case "rule" -> rule(result);
        case "locations" -> locations(result);
        case "partialFingerprints", "fingerprints" -> fingerprints(result);
        case "suppressions" ->
            document.array(() ->
                within(
                    "kind",
                    () -> {
                      if (document.string().filter("inSource"::equals).isPresent()) {
                        result.counts = false;
                      }
                    }));
        case "baselineState" -> {
          if (document.string().filter("absent"::equals).isPresent()) {
            result.counts = false;
          }
        }
        default -> document.skip();
      }
    });
    return result;
  }

  private void rule(Result result) {
    document.object(name -> {
      switch (name) {
        case "id" -> document.string().ifPresent(id -> result.ruleId = id);
        case "index" -> result.ruleIndex = document.number();
        default -> document.skip();
      }
    });
  }

  /** The first location is the one that counts. */
  private void locations(Result result) {
    boolean[] first = {true};
    document.array(() -> {
      if (first[0]) {
        within("physicalLocation", () -> location(result));
      } else {
        document.skip();
      }
      first[0] = false;
    });
  }

  private void location(Result result) {
    document.object(name -> {
      switch (name) {
        case "artifactLocation" -> within("uri", () -> result.uri = document.string());
        case "region" ->
            within("snippet", () -> within("text", () -> result.snippet = document.string()));
        default -> document.skip();
      }
    });
  }

  private void fingerprints(Result result) {
    document.object(name -> {
      switch (name) {
        case "coderev/v1" -> result.fingerprint = document.string();
        case "primaryLocationLineHash" -> result.lineHash = document.string();
        default -> document.skip();
      }
    });
  }

  /** Reads one member of an object and passes the others over. */
  private void within(String member, Runnable read) {
    document.object(name -> {
      if (name.equals(member)) {
        read.run();
      } else {
        document.skip();
      }
    });
  }

  private static String path(String uri) {
    String path = uri.startsWith("file://") ? uri.substring("file://".length()) : uri;
    path = path.startsWith("./") ? path.substring(2) : path;
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
    }
  }
}
