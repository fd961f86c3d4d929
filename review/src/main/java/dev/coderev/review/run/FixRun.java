package dev.coderev.review.run;

import dev.coderev.analysis.fix.FileFixes;
import dev.coderev.review.result.ReviewResult;
import java.util.List;

/** A scan together with what can be repaired, file by file. */
public record FixRun(ReviewResult result, List<FileFixes> files) {
  public FixRun {
    files = List.copyOf(files);
  }
}
