package dev.coderev.analysis.parse.descent;

/** What a {@link Token} is. */
public enum TokenType {
  WORD,
  NUMBER,
  STRING,
  SIGN,
  END
}
