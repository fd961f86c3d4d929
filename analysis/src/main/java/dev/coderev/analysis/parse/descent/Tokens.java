package dev.coderev.analysis.parse.descent;

import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.ParseNote;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a text from the first to the last, with a view ahead, and what went wrong on the
 * way. Not thread-safe.
 */
public final class Tokens {
  private static final int DEEPEST = 400;

  private final List<Token> tokens;
  private final List<ParseNote> notes;
  private int at;
  private int depth;

  /**
   * @param tokens the last one of the type {@link TokenType#END}
   * @param notes where to write what could not be read
   */
  public Tokens(List<Token> tokens, List<ParseNote> notes) {
    this.tokens = tokens;
    this.notes = notes;
  }

  public Token peek() {
    return tokens.get(at);
  }

  /** The token {@code ahead} places after the next one, or the end. */
  public Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  public Token take() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  public boolean at(String text) {
    return peek().is(text);
  }

  public boolean atEnd() {
    return peek().is(TokenType.END);
  }

  /** Takes the next token if it is this one. */
  public boolean skip(String text) {
    if (!at(text)) {
      return false;
    }
    take();
    return true;
  }

  /** Takes the next token, which should be this one; notes it where it is not. */
  public void expect(String text) {
    if (!skip(text)) {
      note(peek(), "'" + text + "' is missing");
    }
  }

  /** Where the token before the next one ends. */
  public int lastEnd() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  /** The position, for {@link #back}. */
  public int mark() {
    return at;
  }

  public void back(int mark) {
    at = mark;
  }

  public void note(Token token, String message) {
    notes.add(new ParseNote(new TextRange(token.start(), token.end()), message));
  }

  /** The next token as a node that could not be read. */
  public Draft unreadable(String message) {
    Token token = peek();
    note(token, message);
    Draft error = Draft.of(Kind.ERROR, token.text(), token.start(), token.end());
    take();
    return error;
  }

  /**
   * Enters a nested construct; false where it lies too deep, and then all that is left is skipped.
   */
  public boolean enter() {
    if (++depth <= DEEPEST) {
      return true;
    }
    TextRange rest = new TextRange(peek().start(), tokens.getLast().end());
    notes.add(new ParseNote(rest, "The text is nested too deeply; the rest was not read", true));
    at = tokens.size() - 1;
    return false;
  }

  public void leave() {
    depth--;
  }

  /** The tokens between here and a mark, as they were taken. */
  public List<Token> since(int mark) {
    return new ArrayList<>(tokens.subList(mark, at));
  }
}
