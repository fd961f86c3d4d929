package dev.coderev.analysis.engine;

/** Someone who wants to know how far an analysis has come. Called by several threads. */
@FunctionalInterface
public interface ProgressListener {
  /** Does not care. */
  ProgressListener NONE = (filesDone, files, bytesDone) -> {};

  /**
   * One more file is done.
   *
   * @param bytesDone the expected size of all files done
   */
  void advanced(int filesDone, int files, long bytesDone);
}
