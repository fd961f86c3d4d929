package dev.coderev.training.defect;

/**
 * A change of a text.
 *
 * @param from the first character that goes
 * @param to the first one behind that stays
 * @param text what comes in their place
 */
public record Edit(int from, int to, String text) {

  public Edit {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range: " + from + " to " + to);
    }
  }

  public String applyTo(String code) {
    return code.substring(0, from) + text + code.substring(to);
  }

  /** The edit that takes this one back. */
  public Edit inverse(String code) {
    return new Edit(from, from + text.length(), code.substring(from, to));
  }

  /** Whether two edits change the same characters. */
  public boolean hasPlaceOf(Edit other) {
    return from == other.from && to == other.to;
  }
}
