package dev.coderev.analysis.engine;

import dev.coderev.analysis.pattern.Requirement.Literal;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/**
 * A search for many literals in a text at once, in one pass. Immutable; safe to share.
 *
 * <p>Identifiers are hashed while the text is passed over and looked up where they end, which finds
 * the literals that must stand as words. The others are looked up by the three characters in them
 * that are likely to be the rarest, or two where they have no more. Both look-ups ask a table of
 * bits first, so that most places cost nothing else:
 *
 * <pre>{@code
 * text      p r i n t ( " g h p _ …
 * word      └───────┘              print → its literals
 * part                      └───┘  hp_   → compare ghp_
 * }</pre>
 *
 * <p>Neither look-up tells ASCII letters by case; where a literal does, it is compared once more.
 * Texts are scanned as Latin-1, so a literal with other characters is taken to occur.
 */
final class LiteralScanner {
  private static final int LONG = 3;
  private static final int SHORT = 2;
  private static final int LONG_MASK = 0xffffff;
  private static final int SHORT_MASK = 0xffff;

  /** What tells a part of two characters from one of three. */
  private static final int SHORT_MARK = 1 << 24;

  private static final int WORD_FACTOR = 31;

  private final List<Literal> literals;

  /** By literal: its characters as Latin-1. */
  private final byte[][] texts;

  /** By literal: where in it the part is by which it is looked up. */
  private final int[] offsets;

  private final LiteralTable words = new LiteralTable();
  private final LiteralTable parts = new LiteralTable();
  private final boolean anyShort;
  private final BitSet always = new BitSet();

  LiteralScanner(List<Literal> literals) {
    this.literals = List.copyOf(literals);
    this.texts = literals.stream().map(literal -> bytes(literal.text())).toArray(byte[][]::new);
    this.offsets = new int[texts.length];
    boolean shorts = false;
    for (int id = 0; id < texts.length; id++) {
      Literal literal = this.literals.get(id);
      byte[] text = texts[id];
      if (text.length < SHORT || literal.text().chars().anyMatch(c -> c > 255)) {
        always.set(id);
      } else if (literal.word() && isWord(text)) {
        words.add(hash(text), id);
      } else {
        shorts |= text.length == SHORT;
        offsets[id] = rarest(text);
        parts.add(part(text, offsets[id]), id);
      }
    }
    this.anyShort = shorts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isWord(byte[] text) {
    for (byte at : text) {
      if (!Letters.isWordPart(at)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(byte[] word) {
    int hash = 0;
    for (byte at : word) {
      hash = hash * WORD_FACTOR + Letters.folded(at);
    }
    return hash;
  }

  private static int part(byte[] text, int from) {
    int key = 0;
    for (int i = from; i < Math.min(text.length, from + LONG); i++) {
      key = (key << Byte.SIZE) | Letters.folded(text[i]);
    }
    return text.length < LONG ? key | SHORT_MARK : key;
  }

  /** Where in a literal the three characters stand that are likely to be the rarest in texts. */
  private int rarest(byte[] text) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int from = 0; from <= text.length - LONG; from++) {
      int row = parts.row(part(text, from));
      int score = row < 0 ? 0 : parts.literals(row).length;
      for (int i = from; i < from + LONG; i++) {
        score += Letters.commonness(text[i]);
      }
      if (score < least) {
        least = score;
        best = from;
      }
    }
    return best;
  }

  /** The indexes of the literals that occur in {@code text}. */
  BitSet find(String text) {
    BitSet found = new BitSet(literals.size());
    found.or(always);
    if (literals.size() > always.cardinality()) {
      new Pass(bytes(text), found).run();
    }
    return found;
  }

  /** One pass over one text. */
  private final class Pass {
    private final byte[] latin;
    private final BitSet found;

    /** The literals that are not found yet. */
    private final long[] wordsLeft = words.bits();

    private final long[] partsLeft = parts.bits();

    Pass(byte[] latin, BitSet found) {
      this.latin = latin;
      this.found = found;
    }

    void run() {
      byte[] text = latin;
      byte[] letters = Letters.FOLDED;
      boolean[] wordPart = Letters.WORD_PART;
      long[] inWords = wordsLeft;
      long[] inParts = partsLeft;
      boolean shorts = anyShort;
      int start = 0;
      int hash = 0;
      int last = 0;
      for (int i = 0; i < text.length; i++) {
        int at = text[i] & 0xff;
        int folded = letters[at] & 0xff;
        last = (last << Byte.SIZE) | folded;
        if (LiteralTable.mayHold(inParts, last & LONG_MASK)) {
          holds(last & LONG_MASK, i + 1 - LONG);
        }
        if (shorts && LiteralTable.mayHold(inParts, (last & SHORT_MASK) | SHORT_MARK)) {
          holds((last & SHORT_MASK) | SHORT_MARK, i + 1 - SHORT);
        }
        if (wordPart[at]) {
          hash = hash * WORD_FACTOR + folded;
        } else {
          if (start < i && LiteralTable.mayHold(inWords, hash)) {
            ends(hash, start, i);
          }
          start = i + 1;
          hash = 0;
        }
      }
      if (start < text.length && LiteralTable.mayHold(inWords, hash)) {
        ends(hash, start, text.length);
      }
    }

    private void holds(int key, int at) {
      int row = parts.row(key);
      if (row < 0) {
        return;
      }
      boolean all = true;
      for (int id : parts.literals(row)) {
        if (!found.get(id)) {
          int start = at - offsets[id];
          int end = start + texts[id].length;
          if (start >= 0 && end <= latin.length && stands(id, start) && isBounded(id, start, end)) {
            found.set(id);
          } else {
            all = false;
          }
        }
      }
      if (all) {
        parts.hide(row, partsLeft);
      }
    }

    private void ends(int hash, int start, int end) {
      int row = words.row(hash);
      if (row < 0) {
        return;
      }
      boolean all = true;
      for (int id : words.literals(row)) {
        if (!found.get(id)) {
          if (texts[id].length == end - start && stands(id, start)) {
            found.set(id);
          } else {
            all = false;
          }
        }
      }
      if (all) {
        words.hide(row, wordsLeft);
      }
    }

    private boolean stands(int id, int start) {
      byte[] text = texts[id];
      boolean ignoreCase = literals.get(id).ignoreCase();
      for (int i = 0; i < text.length; i++) {
        byte at = latin[start + i];
        if (at != text[i] && !(ignoreCase && Letters.folded(at) == Letters.folded(text[i]))) {
          return false;
        }
      }
      return true;
    }

    private boolean isBounded(int id, int start, int end) {
      return !literals.get(id).word()
          || ((start == 0 || !Letters.isWordPart(latin[start - 1]))
              && (end == latin.length || !Letters.isWordPart(latin[end])));
    }
  }

  /** What Latin-1 characters are. */
  private static final class Letters {
    private static final byte[] FOLDED = new byte[256];
    private static final boolean[] WORD_PART = new boolean[256];

    /** The letters of code, the most common one last. */
    private static final String BY_RARITY = "zqjxkvwbyhgmfudpcl oinsarte";

    static {
      for (int c = 0; c < FOLDED.length; c++) {
        FOLDED[c] = (byte) (c < 128 ? Character.toLowerCase(c) : c);
        WORD_PART[c] = c == '_' || Character.isLetterOrDigit(c);
      }
    }

    private Letters() {}

    /** As a number from 0 to 255, ASCII letters in lower case. */
    static int folded(byte latin) {
      return FOLDED[latin & 0xff] & 0xff;
    }

    /** A rank: how common the character is in code. */
    static int commonness(byte latin) {
      return BY_RARITY.indexOf(folded(latin)) + 1;
    }

    static boolean isWordPart(byte latin) {
      return WORD_PART[latin & 0xff];
    }
  }
}
