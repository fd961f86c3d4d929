package dev.coderev.training.corpus;

/**
 * One text of a corpus.
 *
 * @param name its path, below the folder or archive that was given
 * @param digest of its content without blanks at line ends
 */
public record SourceText(String name, String text, ContentDigest digest) {

  static SourceText of(String name, String text) {
    return new SourceText(name, text, ContentDigest.of(text));
  }
}
