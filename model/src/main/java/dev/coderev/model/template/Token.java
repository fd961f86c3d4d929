package dev.coderev.model.template;

/** A piece of a template: text, a tag's border, or a word inside a tag. */
record Token(Kind kind, String text, int line) {

  enum Kind {
    TEXT,
    BLOCK_BEGIN,
    BLOCK_END,
    PRINT_BEGIN,
    PRINT_END,
    NAME,
    STRING,
    INTEGER,
    REAL,
    OPERATOR,
    END
  }

  boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }
}
