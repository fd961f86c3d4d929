package dev.coderev.analysis.rule;

import java.util.regex.Pattern;

/** What metavariables may be called: {@code $X}, {@code $...ARGS}, and {@code $1} of a regex. */
final class MetavariableNames {
  private static final Pattern LEGAL = Pattern.compile("\\$(\\.\\.\\.)?[A-Z_][A-Z0-9_]*|\\$[0-9]+");

  private MetavariableNames() {}

  static boolean isLegal(String name) {
    return LEGAL.matcher(name).matches();
  }
}
