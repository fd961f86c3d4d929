package dev.coderev.analysis.taint;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;

/** A stretch of one of the files that a flow passes. */
public record Site(SourceFile file, TextRange range) {
  /** Whether it is the same stretch of the same file. */
  boolean sameAs(Site other) {
    return range.equals(other.range) && file.path().equals(other.file.path());
  }
}
