package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.source.Language;
import dev.coderev.server.analysis.DetectedIssue;
import java.util.List;

/** A reviewer of single texts with the rules of one version. */
@FunctionalInterface
public interface SnippetReviewer {
  /** What it finds in a text that is written in this language. */
  List<DetectedIssue> review(String code, Language language);
}
