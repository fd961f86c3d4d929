package dev.coderev.review.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The findings of a report that CodeRev wrote as JSON. */
final class OwnReport {
  private final JsonDocument document;
  private final List<KnownFinding> findings = new ArrayList<>();

  OwnReport(JsonDocument document) {
    this.document = document;
  }

  List<KnownFinding> findings() {
    return findings;
  }

  /** Reads the value of {@code findings}. */
  boolean readFindings() {
    return document.array(this::finding);
  }

  private void finding() {
    var members =
        new Object() {
          String ruleId = "";
          String path = "";
          Optional<String> fingerprint = Optional.empty();
          boolean isSuppressedInSource;
        };
    document.object(name -> {
      switch (name) {
        case "ruleId" -> members.ruleId = document.string().orElse("");
        case "fingerprint" -> members.fingerprint = document.string();
        case "place" ->
            document.object(part -> {
              if (part.equals("path")) {
                members.path = document.string().orElse("");
              } else {
                document.skip();
              }
            });
        case "suppression" ->
            document.object(part -> {
              if (part.equals("kind")) {
                members.isSuppressedInSource =
                    document.string().filter("in-source"::equals).isPresent();
              } else {
                document.skip();
              }
            });
        default -> document.skip();
      }
    });
    if (members.fingerprint.isPresent() && !members.isSuppressedInSource) {
      findings.add(
          new KnownFinding(
              members.ruleId,
              members.path,
              members.fingerprint,
              Optional.empty(),
              Optional.empty()));
    }
  }
}
