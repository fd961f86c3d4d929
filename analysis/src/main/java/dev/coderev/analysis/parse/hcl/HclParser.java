package dev.coderev.analysis.parse.hcl;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
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
 * A parser of HCL: bodies of attributes and blocks.
 *
 * <p>A block {@code type "label" { … }} becomes an OTHER node called {@code block}: its type as
 * CHILD, its labels as LABEL*, its body as BODY. An attribute becomes an ASSIGN. A name that stands
 * alone in a body is an expression there, though Terraform itself would not take it.
 */
public final class HclParser implements SourceParser {
  /** What the grammar calls a block. */
  public static final String BLOCK = "block";

  @Override
  public SyntaxTree parse(SourceFile file) {
    List<TextRange> comments = new ArrayList<>();
    List<ParseNote> notes = new ArrayList<>();
    String text = file.text();
    Tokens tokens = new Tokens(HclLexer.tokens(text, 0, text.length(), comments), notes);
    Body body = new Body(tokens, new HclExpressions(text, tokens, comments, notes, 0));
    Draft root = Draft.of(Kind.FILE, 0);
    while (!tokens.atEnd()) {
      root.add(Role.STATEMENT, body.item());
    }
    return root.endAt(text.length()).tree(file, comments, notes);
  }

  /** The items of one body. */
  private record Body(Tokens tokens, HclExpressions expressions) {
    Draft item() {
      Token first = tokens.peek();
      Token second = tokens.peek(1);
      boolean named = first.is(TokenType.WORD) || first.is(TokenType.STRING);
      boolean sameLine = !second.afterBreak();
      if (named && sameLine && (second.is("=") || second.is(":"))) {
        return attribute();
      }
      boolean labelled = second.is(TokenType.STRING) || second.is(TokenType.WORD) || second.is("{");
      if (first.is(TokenType.WORD) && sameLine && labelled) {
        return block();
      }
      return isExpression(first)
          ? expressions.expression()
          : tokens.unreadable("This is neither an attribute nor a block");
    }

    private static boolean isExpression(Token token) {
      return switch (token.type()) {
        case WORD, STRING, NUMBER -> true;
        case SIGN ->
            token.is("{") || token.is("[") || token.is("(") || token.is("-") || token.is("!");
        case END -> false;
      };
    }

    private Draft attribute() {
      Draft name = expressions.key();
      Draft attribute = Draft.of(Kind.ASSIGN, "=", name.start(), name.end());
      tokens.take();
      return attribute.add(Role.LEFT, name).add(Role.RIGHT, expressions.expression());
    }

    private Draft block() {
      Draft block = Draft.other(BLOCK, tokens.peek().start());
      block.add(Role.CHILD, expressions.key());
      while (tokens.peek().is(TokenType.STRING) || tokens.peek().is(TokenType.WORD)) {
        block.add(Role.LABEL, expressions.key());
      }
      if (!tokens.at("{")) {
        tokens.note(tokens.peek(), "'{' is missing");
        return block;
      }
      Draft body = Draft.of(Kind.BLOCK, tokens.take().start());
      if (tokens.enter()) {
        while (!tokens.at("}") && !tokens.atEnd()) {
          body.add(Role.STATEMENT, item());
          tokens.skip(",");
        }
      }
      tokens.leave();
      tokens.expect("}");
      return block.add(Role.BODY, body.endAt(tokens.lastEnd()));
    }
  }
}
