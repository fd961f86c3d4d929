package dev.coderev.review.run;

import dev.coderev.analysis.engine.SkipReason;
import dev.coderev.analysis.engine.SourceUnit;
import dev.coderev.review.workspace.WorkspaceFile;

/** A file of a change: content that need not be on disk. */
@SuppressWarnings("ArrayRecordComponent") // content is compared by nobody
record ContentUnit(String path, byte[] content, long maxBytes) implements SourceUnit {
  @Override
  public long expectedBytes() {
    return content.length;
  }

  @Override
  public Reading read() {
    return content.length > maxBytes
        ? new Reading.Skipped(
            SkipReason.TOO_LARGE, content.length + " bytes, more than the limit of " + maxBytes)
        : WorkspaceFile.reading(path, content);
  }
}
