package dev.coderev.analysis.fix;

import dev.coderev.analysis.fix.FixOutcome.ProvenFix;
import dev.coderev.analysis.fix.FixOutcome.RejectedFix;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;

/**
 * The repairs of one file.
 *
 * @param before the file as it was read
 * @param after the text with all proven repairs; the same as before where there are none
 * @param proven proven together, by place
 * @param rejected those that are not offered, by place
 */
public record FileFixes(
    SourceFile before, String after, List<ProvenFix> proven, List<RejectedFix> rejected) {
  public FileFixes {
    proven = List.copyOf(proven);
    rejected = List.copyOf(rejected);
  }

  public boolean isChange() {
    return !after.equals(before.text());
  }
}
