package dev.coderev.review.report.code;

/**
 * Characters as a terminal can show them without being commanded by them.
 *
 * <p>Control characters become their pictures, invisible and direction-changing ones their code in
 * angle brackets, halves of surrogate pairs the replacement character.
 */
public final class Glyphs {
  /** A tab reaches to the next multiple of this many cells. */
  public static final int TAB = 4;

  private Glyphs() {}

  /** How {@code codePoint} is shown; a tab as itself, its width depends on its place. */
  public static String of(int codePoint) {
    if (codePoint == '\t') {
      return "\t";
    }
    if (codePoint < 0x20) {
      return Character.toString(0x2400 + codePoint);
    }
    if (codePoint == 0x7F) {
      return "\u2421";
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> "\uFFFD";
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          String.format("<U+%04X>", codePoint);
      default -> Character.toString(codePoint);
    };
  }

  /** The text with every character shown as {@link #of} does, tabs as one space. */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.append(c == '\t' ? " " : of(c)));
    return safe.toString();
  }

  /** The same, with line breaks kept. */
  public static String safeLines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != '\r')
        .forEach(c -> safe.append(c == '\n' ? "\n" : c == '\t' ? " " : of(c)));
    return safe.toString();
  }

  /** How many terminal cells a shown text takes, tabs not among its characters. */
  public static int cells(String shown) {
    return shown.codePoints().map(Glyphs::cells).sum();
  }

  static int cells(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** East Asian wide and full-width characters and pictographs (Unicode Annex 11), in blocks. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97C)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
