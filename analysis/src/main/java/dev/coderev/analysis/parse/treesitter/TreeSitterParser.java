package dev.coderev.analysis.parse.treesitter;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.treesitter.binding.ConcreteParser;
import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.BoundGrammar;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;
import java.time.Duration;

/**
 * The parser of all languages that tree-sitter grammars exist for.
 *
 * <p>Grammars are loaded when the first file needs them. Native memory lives for one call.
 */
public final class TreeSitterParser implements SourceParser {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private final ConcreteParser parser;

  public TreeSitterParser() {
    this(TIME_LIMIT);
  }

  /**
   * @param timeLimit for one file
   */
  public TreeSitterParser(Duration timeLimit) {
    parser = new ConcreteParser(timeLimit);
  }

  /**
   * {@inheritDoc}
   *
   * @throws ParseFailure if the language has no grammar, if there are no native libraries for this
   *     machine, or if the time limit or an interrupt ended the work
   */
  @Override
  public SyntaxTree parse(SourceFile file) {
    BoundGrammar grammar = Grammars.of(file);
    ConcreteTree tree = parser.parse(grammar.grammar(), ScannerGuards.safeText(file));
    try {
      return grammar.lower(tree, file);
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw new ParseFailure("The text is damaged beyond reading", e);
    }
  }
}
