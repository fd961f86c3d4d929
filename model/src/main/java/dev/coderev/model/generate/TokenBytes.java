package dev.coderev.model.generate;

/** The tokens of a model as bytes: what generation needs to know of a tokenizer. */
public interface TokenBytes {

  /** The number of tokens; the model may have more rows, which stand for nothing. */
  int size();

  /** The bytes that a token adds to a text; none for control tokens. */
  byte[] bytes(int token);

  /** Whether a token ends a text. */
  boolean isEnd(int token);
}
