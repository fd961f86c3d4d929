package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.TextRange;

/** A match while a formula is being evaluated: what sort of pattern it came from matters. */
record Ranged(TextRange range, int node, Bindings bindings, Origin origin) {
  /** What sort of pattern a range came from. */
  enum Origin {
    PATTERN,
    INSIDE,
    REGEX
  }

  static Ranged of(Match match, Origin origin) {
    return new Ranged(match.range(), match.node(), match.bindings(), origin);
  }

  Ranged with(Bindings others) {
    return new Ranged(range, node, others, origin);
  }

  Match match() {
    return new Match(range, node, bindings);
  }
}
