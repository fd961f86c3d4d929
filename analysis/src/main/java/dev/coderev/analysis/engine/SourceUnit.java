package dev.coderev.analysis.engine;

import dev.coderev.analysis.source.SourceFile;

/** A file that may be analysed, read only when its turn comes. */
public interface SourceUnit {
  /** How reports name the file. */
  String path();

  /** The size to be expected, in bytes, for progress and for spreading work. */
  long expectedBytes();

  /** Reads the file; what goes wrong is an outcome, never an exception. */
  Reading read();

  /** What reading gave. */
  sealed interface Reading {
    /**
     * The text is there.
     *
     * @param note what was repaired on the way, for example invalid UTF-8; empty when nothing was
     */
    record Read(SourceFile file, String note) implements Reading {}

    /** There is nothing to examine. */
    record Skipped(SkipReason reason, String detail) implements Reading {}
  }
}
