package dev.coderev.model.tokens;

import java.util.Arrays;

/**
 * Text that grows token by token: each call gives the characters that are certain by now.
 *
 * <p>A token may hold part of a character's bytes, and decoders look at neighbours (blanks), so a
 * short window of tokens is decoded together and only what can no longer change is given out.
 */
public final class TextStream {

  private static final char UNDECIDED = '\uFFFD';
  private static final int LONGEST_WAIT = 16;

  private final Tokenizer tokenizer;
  private final boolean skipSpecial;
  private int[] window = new int[0];
  private String given = "";

  public TextStream(Tokenizer tokenizer, boolean skipSpecial) {
    this.tokenizer = tokenizer;
    this.skipSpecial = skipSpecial;
  }

  /**
   * Adds a token; gives the text that it made certain, often empty in the middle of a character.
   */
  public String add(int id) {
    window = Arrays.copyOf(window, window.length + 1);
    window[window.length - 1] = id;
    String text = tokenizer.decode(window, skipSpecial);
    boolean open = !text.isEmpty() && text.charAt(text.length() - 1) == UNDECIDED;
    if (open && window.length < LONGEST_WAIT) {
      return "";
    }
    return give(text);
  }

  /** Gives what is left when no token follows: unfinished characters as U+FFFD. */
  public String end() {
    return give(tokenizer.decode(window, skipSpecial));
  }

  /** The last token stays in the window, so that the next is decoded with its neighbour. */
  private String give(String text) {
    String fresh = text.length() > given.length() ? text.substring(given.length()) : "";
    window = window.length == 0 ? window : new int[] {window[window.length - 1]};
    given = tokenizer.decode(window, skipSpecial);
    return fresh;
  }
}
