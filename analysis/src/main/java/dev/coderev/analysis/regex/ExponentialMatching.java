package dev.coderev.analysis.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether matching with a regular expression can take exponential time.
 *
 * <p>It can where some word leads from a state back to it on two different ways, so that each time
 * the word is repeated doubles the ways, and where some ending makes all of them fail, so that an
 * engine that goes back tries them all. The two ways are searched for in the product of the
 * automaton with itself (Weideman et al., <i>Analyzing Matching Time Behavior of Backtracking
 * Regular Expression Matchers by Using Ambiguity of NFA</i>, 2016), within one loop at a time.
 */
public final class ExponentialMatching {
  private static final int LARGEST_LOOP = 250;
  private static final int MOST_PAIRS = 100_000;
  private static final int MOST_WORDS = 24;
  private static final int ROUNDS = 40;
  private static final int MOST_ENDINGS = 400;

  private final Automaton automaton;
  private int pairs;
  private int words;

  private ExponentialMatching(Automaton automaton) {
    this.automaton = automaton;
  }

  /** Whether it can; false too where the expression is not understood or too large. */
  public static boolean isPossible(String regex) {
    return hasRepeatedGroup(regex)
        && RegexReader.read(regex)
            .flatMap(AutomatonBuilder::build)
            .map(automaton -> new ExponentialMatching(automaton).search())
            .orElse(false);
  }

  private static boolean hasRepeatedGroup(String regex) {
    for (int at = regex.indexOf(')'); at >= 0; at = regex.indexOf(')', at + 1)) {
      if (at + 1 < regex.length() && "*+{".indexOf(regex.charAt(at + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private boolean search() {
    List<BitSet> reached = new ArrayList<>();
    for (int state = 0; state < automaton.size(); state++) {
      reached.add(reachedFrom(state));
    }
    BitSet done = new BitSet();
    for (int state = 0; state < automaton.size(); state++) {
      if (done.get(state) || !reached.get(state).get(state)) {
        continue;
      }
      BitSet loop = new BitSet();
      for (int other : reached.get(state).stream().toArray()) {
        loop.set(other, reached.get(other).get(state));
      }
      done.or(loop);
      boolean open = !loop.intersects(automaton.settled()) && loop.cardinality() <= LARGEST_LOOP;
      if (open && loop.stream().anyMatch(from -> doubles(from, loop) || explodes(from, loop))) {
        return true;
      }
    }
    return false;
  }

  private BitSet reachedFrom(int state) {
    BitSet reached = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(state));
    while (!open.isEmpty()) {
      BitSet next = (BitSet) automaton.next().get(open.pop()).clone();
      next.andNot(reached);
      reached.or(next);
      next.stream().filter(to -> !automaton.sets().get(to).isEmpty()).forEach(open::push);
    }
    return reached;
  }

  /** Two states that a word leads to at once. */
  private record Pair(int left, int right) {}

  private record Came(Pair from, int character) {}

  /** Whether two ways lead on from this state by one character, and a word leads back. */
  private boolean doubles(int from, BitSet loop) {
    BitSet twice = (BitSet) automaton.twice().get(from).clone();
    twice.and(loop);
    Pair start = new Pair(from, from);
    return twice.stream()
        .filter(to -> !automaton.sets().get(to).isEmpty())
        .anyMatch(to -> {
          List<Integer> word = new ArrayList<>(List.of(automaton.sets().get(to).first()));
          Pair pair = new Pair(to, to);
          if (!pair.equals(start)) {
            word.addAll(word(ways(pair, loop), pair, start));
          }
          return failsAfter(from, word);
        });
  }

  /** Whether some word leads apart from this state and together again. */
  private boolean explodes(int from, BitSet loop) {
    Pair start = new Pair(from, from);
    Map<Pair, Came> ways = ways(start, loop);
    for (Pair pair : ways.keySet()) {
      if (pair.left == pair.right || words >= MOST_WORDS) {
        continue;
      }
      Map<Pair, Came> back = ways(pair, loop);
      if (back.containsKey(start)) {
        List<Integer> word = word(ways, start, pair);
        word.addAll(word(back, pair, start));
        words++;
        if (failsAfter(from, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All pairs that words within the loop lead to, and how. */
  private Map<Pair, Came> ways(Pair start, BitSet loop) {
    Map<Pair, Came> ways = new HashMap<>();
    Deque<Pair> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && pairs < MOST_PAIRS) {
      Pair pair = open.poll();
      BitSet lefts = (BitSet) automaton.next().get(pair.left).clone();
      BitSet rights = (BitSet) automaton.next().get(pair.right).clone();
      lefts.and(loop);
      rights.and(loop);
      for (int left : lefts.stream().toArray()) {
        for (int right : rights.stream().toArray()) {
          pairs++;
          CharSet common = automaton.sets().get(left).and(automaton.sets().get(right));
          Pair to = new Pair(left, right);
          if (!common.isEmpty() && !ways.containsKey(to)) {
            ways.put(to, new Came(pair, common.first()));
            open.add(to);
          }
        }
      }
    }
    return ways;
  }

  private static List<Integer> word(Map<Pair, Came> ways, Pair start, Pair end) {
    List<Integer> word = new ArrayList<>();
    Pair at = end;
    do {
      Came came = ways.get(at);
      if (came == null) {
        break;
      }
      word.add(came.character);
      at = came.from;
    } while (!at.equals(start));
    Collections.reverse(word);
    return word;
  }

  /** Whether a text that repeats the word from this state on can still be made to fail. */
  private boolean failsAfter(int state, List<Integer> word) {
    BitSet states = new BitSet();
    states.set(state);
    Set<BitSet> seen = new HashSet<>();
    for (int round = 0; round < ROUNDS && seen.add(states); round++) {
      for (int character : word) {
        if (states.intersects(automaton.accepts())) {
          return false;
        }
        states = automaton.step(states, character);
      }
    }
    return !states.intersects(automaton.accepts()) && canFail(states);
  }

  private boolean canFail(BitSet states) {
    List<Integer> alphabet = automaton.alphabet();
    Set<BitSet> seen = new HashSet<>(List.of(states));
    Deque<BitSet> open = new ArrayDeque<>(seen);
    while (!open.isEmpty() && seen.size() < MOST_ENDINGS) {
      BitSet at = open.poll();
      if (!at.intersects(automaton.acceptsAtEnd())) {
        return true;
      }
      for (int character : alphabet) {
        BitSet next = automaton.step(at, character);
        if (!next.intersects(automaton.accepts()) && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
