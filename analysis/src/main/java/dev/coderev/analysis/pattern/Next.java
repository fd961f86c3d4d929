package dev.coderev.analysis.pattern;

/** What remains to be matched. Returns true to end the search, false to look for more. */
@FunctionalInterface
interface Next {
  boolean run();
}
