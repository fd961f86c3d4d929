package dev.coderev.analysis.parse.json;

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
import java.util.Locale;

/**
 * A parser of JSON that also takes what configuration files make of it: comments, a comma too many,
 * keys without quotes, and a pair or a name that stands alone.
 */
public final class JsonParser implements SourceParser {
  @Override
  public SyntaxTree parse(SourceFile file) {
    List<TextRange> comments = new ArrayList<>();
    List<ParseNote> notes = new ArrayList<>();
    Tokens tokens = new Tokens(JsonLexer.tokens(file.text(), comments), notes);
    Draft root = Draft.of(Kind.FILE, 0);
    while (!tokens.atEnd()) {
      root.add(Role.STATEMENT, element(tokens));
      tokens.skip(",");
    }
    return root.endAt(file.text().length()).tree(file, comments, notes);
  }

  /** A value, or a pair where a colon follows. */
  private static Draft element(Tokens tokens) {
    Draft value = value(tokens);
    boolean key = value.kind() == Kind.STRING || value.kind() == Kind.IDENTIFIER;
    if (!key || !tokens.skip(":")) {
      return value;
    }
    return Draft.of(Kind.PAIR, value.start()).add(Role.KEY, value).add(Role.VALUE, value(tokens));
  }

  private static Draft value(Tokens tokens) {
    Token token = tokens.peek();
    return switch (token.type()) {
      case STRING -> {
        tokens.take();
        yield Draft.of(Kind.STRING, JsonLexer.content(token.text()), token.start(), token.end());
      }
      case NUMBER -> leaf(tokens, Kind.NUMBER, token.text().toLowerCase(Locale.ROOT));
      case WORD ->
          switch (token.text()) {
            case "true", "false" -> leaf(tokens, Kind.BOOLEAN, token.text());
            case "null" -> leaf(tokens, Kind.NULL, "");
            default -> leaf(tokens, Kind.IDENTIFIER, token.text());
          };
      case SIGN ->
          switch (token.text()) {
            case "{" -> elements(tokens, Kind.MAP, "}");
            case "[" -> elements(tokens, Kind.LIST, "]");
            default -> tokens.unreadable("A value is expected here");
          };
      case END -> tokens.unreadable("A value is missing at the end");
    };
  }

  private static Draft leaf(Tokens tokens, Kind kind, String symbol) {
    Token token = tokens.take();
    return Draft.of(kind, symbol, token.start(), token.end());
  }

  private static Draft elements(Tokens tokens, Kind kind, String close) {
    Draft list = Draft.of(kind, tokens.take().start());
    if (tokens.enter()) {
      while (!tokens.at(close) && !tokens.atEnd()) {
        list.add(Role.ELEMENT, element(tokens));
        if (!tokens.skip(",") && !tokens.at(close)) {
          tokens.note(tokens.peek(), "',' is missing");
          if (!tokens.peek().is(TokenType.STRING)) {
            break;
          }
        }
      }
    }
    tokens.leave();
    tokens.expect(close);
    return list.endAt(tokens.lastEnd());
  }
}
