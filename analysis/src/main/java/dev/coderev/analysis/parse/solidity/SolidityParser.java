package dev.coderev.analysis.parse.solidity;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.descent.CurlyLexer;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A parser of Solidity. Declarations and statements are taken wherever they stand, so that a piece
 * of a contract is read like the whole.
 *
 * <p>The modifiers that a contract defines are ANNOTATIONs of its functions, the words of the
 * language MODIFIERs. Assembly is kept as one stretch of text.
 */
public final class SolidityParser implements SourceParser {
  private static final List<String> SIGNS =
      List.of(
          ">>>=", "<<=", ">>=", ">>>", "**", "=>", "->", ":=", "++", "--", "&&", "||", "==", "!=",
          "<=", ">=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<", ">>");

  @Override
  public SyntaxTree parse(SourceFile file) {
    String text = file.text();
    List<TextRange> comments = new ArrayList<>();
    List<ParseNote> notes = new ArrayList<>();
    Tokens tokens = new Tokens(CurlyLexer.tokens(text, SIGNS, comments), notes);
    SolidityStatements statements = new SolidityStatements(text, tokens);
    Draft root = Draft.of(Kind.FILE, 0);
    while (!tokens.atEnd()) {
      if (tokens.at("}") || tokens.at(";")) {
        tokens.take();
      } else {
        root.add(Role.STATEMENT, statements.item());
      }
    }
    return root.endAt(text.length()).tree(file, comments, notes);
  }
}
