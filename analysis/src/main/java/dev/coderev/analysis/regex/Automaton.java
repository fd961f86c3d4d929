package dev.coderev.analysis.regex;

import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/**
 * A regular expression as an automaton without empty steps. A state is the place behind one set of
 * characters of the expression; one more, the last, is the place before all of them.
 *
 * @param sets which characters lead into each state but the last
 * @param next the states that one character leads to
 * @param twice those of them to which two ways lead
 * @param inside the states that a first character leads to where the match begins inside the text
 * @param accepts states where the match is complete, whatever follows
 * @param acceptsAtEnd states where the match is complete if the text ends there
 * @param settled states where the expression itself forbids other ways: atomic groups, possessive
 *     repetitions, looks at more than one character
 */
record Automaton(
    List<CharSet> sets,
    List<BitSet> next,
    List<BitSet> twice,
    BitSet inside,
    BitSet accepts,
    BitSet acceptsAtEnd,
    BitSet settled) {

  /** The states behind characters; the place before all of them is the state of this number. */
  int size() {
    return sets.size();
  }

  /** All states that one more character leads to. */
  BitSet step(BitSet from, int character) {
    BitSet to = new BitSet();
    from.stream().forEach(state -> to.or(next.get(state)));
    for (int state = to.nextSetBit(0); state >= 0; state = to.nextSetBit(state + 1)) {
      if (!sets.get(state).has(character)) {
        to.clear(state);
      }
    }
    return to;
  }

  /** A character of each kind that the expression tells apart. */
  List<Integer> alphabet() {
    TreeSet<Integer> changes = new TreeSet<>();
    changes.add((int) '!');
    sets.forEach(set -> set.addChangesTo(changes));
    return List.copyOf(changes);
  }
}
