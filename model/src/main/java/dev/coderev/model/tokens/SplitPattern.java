package dev.coderev.model.tokens;

import java.util.Arrays;

/** The regular expressions that cut text into pieces before byte pairs are merged. */
public enum SplitPattern {
  LLAMA3("llama-bpe", "\\p{N}{1,3}"),
  QWEN2("qwen2", "\\p{N}"),
  GPT2("gpt-2", "");

  private static final String GPT2_REGEX =
      "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  private final String ggufName;
  private final String digits;

  SplitPattern(String ggufName, String digits) {
    this.ggufName = ggufName;
    this.digits = digits;
  }

  /** The word under {@code tokenizer.ggml.pre}. */
  public String ggufName() {
    return ggufName;
  }

  /** The expression as tokenizer.json spells it. */
  public String regex() {
    return digits.isEmpty()
        ? GPT2_REGEX
        : "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|"
            + digits
            + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
  }

  /** The pattern of an expression; GPT-2's when it is another. */
  public static SplitPattern of(String regex) {
    return Arrays.stream(values()).filter(it -> it.regex().equals(regex)).findFirst().orElse(GPT2);
  }

  /** The pattern of a GGUF name; GPT-2's when it is another. */
  public static SplitPattern named(String ggufName) {
    return Arrays.stream(values())
        .filter(it -> it.ggufName.equals(ggufName))
        .findFirst()
        .orElse(GPT2);
  }
}
