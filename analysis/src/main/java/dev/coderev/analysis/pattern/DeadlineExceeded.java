package dev.coderev.analysis.pattern;

import dev.coderev.analysis.AnalysisException;

/** Work that was stopped because its {@link Deadline} had passed. */
public final class DeadlineExceeded extends AnalysisException {
  private static final long serialVersionUID = 1L;

  DeadlineExceeded() {
    super("ran out of time");
  }
}
