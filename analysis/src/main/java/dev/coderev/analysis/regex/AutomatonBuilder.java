package dev.coderev.analysis.regex;

import dev.coderev.analysis.regex.RegexNode.Anchor;
import dev.coderev.analysis.regex.RegexNode.Atomic;
import dev.coderev.analysis.regex.RegexNode.Characters;
import dev.coderev.analysis.regex.RegexNode.Choice;
import dev.coderev.analysis.regex.RegexNode.LookAhead;
import dev.coderev.analysis.regex.RegexNode.Repeat;
import dev.coderev.analysis.regex.RegexNode.Sequence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Builds an automaton: first with empty steps, as Thompson did, then without them. Of the ways that
 * empty steps open only those count that pass no place twice: no engine repeats a round that took
 * nothing.
 */
final class AutomatonBuilder {
  private static final int MOST_PLACES = 3_000;
  private static final int MOST_COPIES = 30;
  private static final int MOST_STEPS = 20_000;

  /** What an edge between two places asks for. */
  private enum Gate {
    NOTHING,
    START,
    END,
    CHARACTER
  }

  private record Edge(int to, Gate gate, int state) {}

  private final List<List<Edge>> edges = new ArrayList<>();
  private final List<CharSet> sets = new ArrayList<>();
  private final List<Integer> behind = new ArrayList<>();
  private final BitSet settled = new BitSet();
  private int settling;
  private boolean tooLarge;
  private int steps;

  private AutomatonBuilder() {}

  /** Empty where the automaton would become too large. */
  static Optional<Automaton> build(RegexNode regex) {
    AutomatonBuilder builder = new AutomatonBuilder();
    int start = builder.place();
    int end = builder.add(regex, start, true);
    return builder.finish(start, end);
  }

  private int place() {
    tooLarge |= edges.size() > MOST_PLACES;
    edges.add(new ArrayList<>());
    return edges.size() - 1;
  }

  private void link(int from, int to, Gate gate) {
    edges.get(from).add(new Edge(to, gate, -1));
  }

  /** Adds a part behind a place; the place behind the part. */
  private int add(RegexNode node, int from, boolean last) {
    if (tooLarge) {
      return from;
    }
    return switch (node) {
      case Characters(CharSet set) -> characters(set, from);
      case Sequence(List<RegexNode> parts) -> sequence(parts, from, last);
      case Choice(List<RegexNode> ways) -> {
        int end = place();
        for (RegexNode way : ways) {
          int begin = place();
          link(from, begin, Gate.NOTHING);
          link(add(way, begin, last), end, Gate.NOTHING);
        }
        yield end;
      }
      case Repeat repeat -> repeat(repeat, from);
      case Atomic(RegexNode part) -> settled(part, from);
      case Anchor anchor -> {
        int end = place();
        link(
            from,
            end,
            anchor == Anchor.START ? Gate.START : anchor == Anchor.END ? Gate.END : Gate.NOTHING);
        yield end;
      }
      case LookAhead(RegexNode part, boolean negative) ->
          last && !negative ? add(part, from, true) : from;
    };
  }

  private int characters(CharSet set, int from) {
    int end = place();
    edges.get(from).add(new Edge(end, Gate.CHARACTER, sets.size()));
    if (settling > 0) {
      settled.set(sets.size());
    }
    sets.add(set);
    behind.add(end);
    return end;
  }

  private int settled(RegexNode part, int from) {
    settling++;
    int end = add(part, from, false);
    settling--;
    return end;
  }

  private int sequence(List<RegexNode> parts, int from, boolean last) {
    int at = from;
    for (int i = 0; i < parts.size(); i++) {
      boolean isLast = last && i == parts.size() - 1;
      RegexNode part = parts.get(i);
      RegexNode following = isLast || i + 1 == parts.size() ? RegexNode.EMPTY : parts.get(i + 1);
      if (part instanceof LookAhead(RegexNode refused, boolean negative)
          && negative
          && following instanceof Characters(CharSet allowed)) {
        at =
            refused instanceof Characters(CharSet set)
                ? characters(allowed.and(set.not()), at)
                : settled(following, at);
        i++;
      } else {
        at = add(part, at, isLast);
      }
    }
    return at;
  }

  private int repeat(Repeat repeat, int from) {
    settling += repeat.possessive() ? 1 : 0;
    int at = from;
    boolean endless = repeat.most() - repeat.least() > MOST_COPIES;
    int copies = Math.min(repeat.least(), MOST_COPIES);
    for (int i = 0; i < copies - (endless ? 1 : 0); i++) {
      at = add(repeat.part(), at, false);
    }
    if (endless) {
      int begin = place();
      int round = place();
      int end = place();
      link(at, begin, Gate.NOTHING);
      link(add(repeat.part(), begin, false), round, Gate.NOTHING);
      link(round, begin, Gate.NOTHING);
      if (copies == 0) {
        link(at, end, Gate.NOTHING);
      }
      link(round, end, Gate.NOTHING);
      at = end;
    } else {
      int end = place();
      for (int i = repeat.least(); i < repeat.most(); i++) {
        link(at, end, Gate.NOTHING);
        at = add(repeat.part(), at, false);
      }
      link(at, end, Gate.NOTHING);
      at = end;
    }
    settling -= repeat.possessive() ? 1 : 0;
    return at;
  }

  private Optional<Automaton> finish(int start, int end) {
    int size = sets.size();
    List<BitSet> next = new ArrayList<>();
    List<BitSet> twice = new ArrayList<>();
    BitSet accepts = new BitSet();
    BitSet acceptsAtEnd = new BitSet();
    for (int state = 0; state <= size && !tooLarge; state++) {
      Ways ways = new Ways(end, state == size);
      steps = 0;
      ways.walk(state == size ? start : behind.get(state), false);
      next.add(ways.once);
      twice.add(ways.twice);
      accepts.set(state, ways.accepts);
      acceptsAtEnd.set(state, ways.accepts || ways.acceptsAtEnd);
    }
    Ways inside = new Ways(end, false);
    steps = 0;
    inside.walk(start, false);
    return tooLarge
        ? Optional.empty()
        : Optional.of(
            new Automaton(
                List.copyOf(sets), next, twice, inside.once, accepts, acceptsAtEnd, settled));
  }

  /** The ways that lead on from one place by empty steps. */
  private final class Ways {
    private final int end;
    private final boolean atStart;
    private final BitSet passed = new BitSet();
    private final BitSet once = new BitSet();
    private final BitSet twice = new BitSet();
    private boolean accepts;
    private boolean acceptsAtEnd;

    private Ways(int end, boolean atStart) {
      this.end = end;
      this.atStart = atStart;
    }

    private void walk(int place, boolean atEnd) {
      tooLarge |= ++steps > MOST_STEPS;
      if (place == end) {
        accepts |= !atEnd;
        acceptsAtEnd = true;
      }
      passed.set(place);
      for (Edge edge : edges.get(place)) {
        if (tooLarge || (edge.gate != Gate.CHARACTER && passed.get(edge.to))) {
          continue;
        }
        switch (edge.gate) {
          case NOTHING -> walk(edge.to, atEnd);
          case START -> {
            if (atStart) {
              walk(edge.to, atEnd);
            }
          }
          case END -> walk(edge.to, true);
          case CHARACTER -> {
            if (!atEnd) {
              (once.get(edge.state) ? twice : once).set(edge.state);
            }
          }
        }
      }
      passed.clear(place);
    }
  }
}
