package dev.coderev.analysis.parse;

import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;

/**
 * A parser of some languages into {@link SyntaxTree}s.
 *
 * <p>Broken source still yields a tree, with {@link SyntaxTree#notes() notes} on what could not be
 * read. Implementations are safe for use by several threads.
 */
public interface SourceParser {
  /**
   * The tree of {@code file}.
   *
   * @throws ParseFailure if no tree could be made at all, for example of a text nested too deeply
   */
  SyntaxTree parse(SourceFile file);
}
