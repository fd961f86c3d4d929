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
 * Whether a search with a regular expression can take time that grows with the square of the text,
 * or worse.
 *
 * <p>It can where one word leads from a state back to it, from a second state back to that, and
 * from the first to the second: a text of n such words can be divided between the two in n ways,
 * and where some ending makes all of them fail an engine tries them all (Weber and Seidl, <i>On the
 * Degree of Ambiguity of Finite Automata</i>, 1991). A search may begin anywhere in the text, which
 * is a first state of this kind unless the expression is bound to the beginning.
 */
public final class PolynomialMatching {
  private static final int LARGEST = 400;
  private static final int MOST_TRIPLES = 150_000;
  private static final int MOST_TRIALS = 24;
  private static final int ROUNDS = 40;
  private static final int MOST_ENDINGS = 200;

  private final Automaton automaton;
  private final int start;
  private final int anywhere;
  private final List<BitSet> reached = new ArrayList<>();
  private int triples;
  private int trials;

  private PolynomialMatching(Automaton automaton) {
    this.automaton = automaton;
    start = automaton.size();
    anywhere = start + 1;
    for (int state = 0; state <= anywhere; state++) {
      reached.add(reachedFrom(state));
    }
  }

  /** Whether it can; false too where the expression is not understood or too large. */
  public static boolean isPossible(String regex) {
    return repeats(regex)
        && RegexReader.read(regex)
            .flatMap(AutomatonBuilder::build)
            .filter(automaton -> automaton.size() <= LARGEST)
            .map(automaton -> new PolynomialMatching(automaton).search())
            .orElse(false);
  }

  private static boolean repeats(String regex) {
    return regex.indexOf('*') >= 0 || regex.indexOf('+') >= 0 || regex.contains(",}");
  }

  private boolean search() {
    BitSet known = reached.get(start);
    for (int first = 0; first <= anywhere; first++) {
      if (!known.get(first) || !isLoop(first)) {
        continue;
      }
      for (int second : reached.get(first).stream().toArray()) {
        if (second != first && isLoop(second) && divides(first, second)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isLoop(int state) {
    return reached.get(state).get(state) && !automaton.settled().get(state);
  }

  /** The states that one character leads to, with the place in which a search goes on. */
  private BitSet next(int state) {
    BitSet next = new BitSet();
    if (state == anywhere) {
      next.or(automaton.inside());
    } else {
      next.or(automaton.next().get(state));
    }
    if (state >= start && !automaton.inside().isEmpty()) {
      next.set(anywhere);
    }
    return next;
  }

  private CharSet set(int state) {
    return state == anywhere ? CharSet.ALL : automaton.sets().get(state);
  }

  private BitSet reachedFrom(int state) {
    BitSet found = new BitSet();
    Deque<Integer> open = new ArrayDeque<>(List.of(state));
    while (!open.isEmpty()) {
      BitSet next = next(open.pop());
      next.andNot(found);
      found.or(next);
      next.stream().filter(to -> !set(to).isEmpty()).forEach(open::push);
    }
    return found;
  }

  /** Three ways that read the same word. */
  private record Triple(int first, int middle, int second) {}

  private record Came(Triple from, int character) {}

  /** Whether a word goes round the first, round the second, and from the first to the second. */
  private boolean divides(int first, int second) {
    Triple begin = new Triple(first, first, second);
    Triple end = new Triple(first, second, second);
    Map<Triple, Came> ways = new HashMap<>();
    Deque<Triple> open = new ArrayDeque<>(List.of(begin));
    while (!open.isEmpty() && triples < MOST_TRIPLES && trials < MOST_TRIALS) {
      Triple at = open.poll();
      BitSet firsts = within(next(at.first), first, first);
      BitSet middles = within(next(at.middle), first, second);
      BitSet seconds = within(next(at.second), second, second);
      for (int a : firsts.stream().toArray()) {
        for (int c : seconds.stream().toArray()) {
          CharSet outer = set(a).and(set(c));
          if (outer.isEmpty()) {
            continue;
          }
          for (int b : middles.stream().toArray()) {
            triples++;
            CharSet common = outer.and(set(b));
            Triple to = new Triple(a, b, c);
            if (!common.isEmpty() && !ways.containsKey(to)) {
              ways.put(to, new Came(at, common.first()));
              if (to.equals(end)) {
                trials++;
                return failsAfter(first, word(ways, begin, end));
              }
              open.add(to);
            }
          }
        }
      }
    }
    return false;
  }

  /** Those of the states that lie on a way between the two. */
  private BitSet within(BitSet states, int from, int to) {
    states.and(reached.get(from));
    for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
      if (state != to && !reached.get(state).get(to)) {
        states.clear(state);
      }
    }
    return states;
  }

  private static List<Integer> word(Map<Triple, Came> ways, Triple begin, Triple end) {
    List<Integer> word = new ArrayList<>();
    for (Triple at = end; !at.equals(begin); ) {
      Came came = ways.get(at);
      if (came == null) {
        break;
      }
      word.add(came.character);
      at = came.from;
    }
    Collections.reverse(word);
    return word;
  }

  /** Whether a text that comes to the first state and repeats the word can be made to fail. */
  private boolean failsAfter(int first, List<Integer> word) {
    BitSet states = new BitSet();
    states.set(start);
    if (accepts(states)) {
      return false;
    }
    for (int character : wayTo(first)) {
      states = step(states, character);
      if (accepts(states)) {
        return false;
      }
    }
    Set<BitSet> seen = new HashSet<>();
    for (int round = 0; round < ROUNDS && seen.add(states); round++) {
      for (int character : word) {
        states = step(states, character);
        if (accepts(states)) {
          return false;
        }
      }
    }
    // What begins later may match: it is tried after all that began before has failed.
    states.clear(anywhere);
    return canFail(states);
  }

  private List<Integer> wayTo(int state) {
    Map<Integer, Integer> from = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty() && !from.containsKey(state)) {
      int at = open.poll();
      next(at).stream()
          .filter(to -> !from.containsKey(to) && !set(to).isEmpty())
          .forEach(to -> {
            from.put(to, at);
            open.add(to);
          });
    }
    List<Integer> way = new ArrayList<>();
    for (int at = state; at != start; at = from.getOrDefault(at, start)) {
      way.add(set(at).first());
    }
    Collections.reverse(way);
    return way;
  }

  private boolean accepts(BitSet states) {
    return states.intersects(automaton.accepts());
  }

  private BitSet step(BitSet from, int character) {
    BitSet to = new BitSet();
    from.stream().forEach(state -> to.or(next(state)));
    for (int state = to.nextSetBit(0); state >= 0; state = to.nextSetBit(state + 1)) {
      if (!set(state).has(character)) {
        to.clear(state);
      }
    }
    return to;
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
        if (!accepts(next) && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return false;
  }
}
