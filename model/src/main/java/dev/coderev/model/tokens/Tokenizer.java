package dev.coderev.model.tokens;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Text into the ids of one vocabulary and back. Safe for use by many threads. */
public interface Tokenizer extends AutoCloseable {

  /** The tokenizer of a Hugging Face directory (its tokenizer.json) or of a GGUF file. */
  static Tokenizer open(Path source) {
    return NativeTokenizer.of(TokenizerFiles.open(source));
  }

  /**
   * The ids of a text. Added tokens in the text become their own ids.
   *
   * @param addSpecial whether to add what the vocabulary puts around every text (Llama: a
   *     beginning)
   */
  int[] encode(String text, boolean addSpecial);

  /**
   * The text of ids; bytes that form no character become U+FFFD. Ids without a token are left out.
   *
   * @param skipSpecial whether to leave special tokens out
   */
  String decode(int[] ids, boolean skipSpecial);

  /** The id of one token as the vocabulary spells it. */
  OptionalInt id(String token);

  /** The token of an id as the vocabulary spells it. */
  Optional<String> token(int id);

  /** Whether an id is a special token, which has no text of its own. */
  boolean isSpecial(int id);

  /** One more than the largest id. */
  int size();

  /** The Jinja template that turns messages into a prompt. */
  Optional<String> chatTemplate();

  /** The tokens that templates call {@code bos_token} and {@code eos_token}, when there are any. */
  Optional<String> beginToken();

  Optional<String> endToken();

  @Override
  void close();
}
