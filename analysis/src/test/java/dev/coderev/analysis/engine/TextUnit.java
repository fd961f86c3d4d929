package dev.coderev.analysis.engine;

import dev.coderev.analysis.source.SourceFile;

/** A text as the analyzer takes it, for tests. */
record TextUnit(SourceFile file) implements SourceUnit {
  @Override
  public String path() {
    return file.path();
  }

  @Override
  public long expectedBytes() {
    return file.text().length();
  }

  @Override
  public Reading read() {
    return new Reading.Read(file, "");
  }
}
