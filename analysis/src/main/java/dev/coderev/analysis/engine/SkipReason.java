package dev.coderev.analysis.engine;

import java.util.Locale;

/** Why a file was not examined. */
public enum SkipReason {
  /** Named by {@code .gitignore}, {@code .coderevignore} or the configuration. */
  IGNORED,
  BINARY,
  TOO_LARGE,
  /** Carries a marker of generated code. */
  GENERATED,
  /** Minified: very long lines that nobody wrote. */
  MINIFIED,
  /** No language that rules exist for. */
  UNKNOWN_LANGUAGE,
  UNREADABLE,
  /** A symbolic link to something that is examined by its own name, or to nothing. */
  LINK,
  EMPTY,
  /** The time of the whole run was over before its turn came. */
  TIME_LIMIT;

  /** The lower-case name used in outputs. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
