package dev.coderev.analysis.parse.descent;

/**
 * A word, number, string or sign of a text.
 *
 * @param text as written, with quotes
 * @param afterBreak whether a line break stands before it
 */
public record Token(TokenType type, String text, int start, int end, boolean afterBreak) {
  public boolean is(String wanted) {
    return (type == TokenType.SIGN || type == TokenType.WORD) && text.equals(wanted);
  }

  public boolean is(TokenType wanted) {
    return type == wanted;
  }
}
