package dev.coderev.training.defect;

import java.util.Locale;

/** A way in which working code is made wrong by one small change. */
public enum DefectKind {
  /** A parameter or variable is used where another one of the same type is meant. */
  WRONG_VARIABLE,
  /** Two arguments of the same type stand in each other's place. */
  SWAPPED_ARGUMENTS,
  /** An operator is another one that fits the same operands. */
  WRONG_OPERATOR,
  /** A bound, an index or a small number is one too large or one too small. */
  OFF_BY_ONE,
  /** A check against null is gone. */
  DROPPED_NULL_CHECK;

  /** The word for it in files and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
