package dev.coderev.model.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A grammar over bytes and its automaton: a state is the set of stacks of rules that the rest of
 * the text may follow. States are made once and compared by identity, so that what is known of one,
 * for example which tokens it allows, can be remembered.
 */
public final class Grammar {

  /** What is expected, innermost first. */
  private record Frame(Rule rule, int next) {}

  /** A point within a text of the grammar. */
  public final class State {
    private final Set<Integer> stacks;
    private final Map<Integer, State> following = new HashMap<>();

    private State(Set<Integer> stacks) {
      this.stacks = stacks;
    }

    /** Whether the text may end here. */
    public boolean mayEnd() {
      return stacks.contains(EMPTY);
    }

    /** Whether no text goes on from here, nor ends here. */
    public boolean isDead() {
      return stacks.isEmpty();
    }

    /** The state after one more byte; a dead one when the grammar does not allow it. */
    public State after(byte value) {
      synchronized (Grammar.this) {
        return following.computeIfAbsent(value & 0xff, v -> step(this, v));
      }
    }

    /** The state after some bytes. */
    public State after(byte[] text) {
      State state = this;
      for (byte value : text) {
        if (state.isDead()) {
          return state;
        }
        state = state.after(value);
      }
      return state;
    }
  }

  private static final int EMPTY = -1;

  private final Map<Frame, Integer> ids = new HashMap<>();
  private final List<Frame> frames = new ArrayList<>();
  private final Map<Rule.Repeat, Rule.Repeat> rests = new HashMap<>();
  private final Map<Set<Integer>, State> states = new HashMap<>();
  private final State start;

  Grammar(Rule root) {
    var stacks = new LinkedHashSet<Integer>();
    expand(push(root, EMPTY), stacks);
    start = state(stacks);
  }

  /** The state before the first byte. */
  public State start() {
    return start;
  }

  private synchronized State state(Set<Integer> stacks) {
    return states.computeIfAbsent(stacks, State::new);
  }

  private int push(Rule rule, int next) {
    Function<Frame, Integer> fresh =
        frame -> {
          frames.add(frame);
          return frames.size() - 1;
        };
    return ids.computeIfAbsent(new Frame(rule, next), fresh);
  }

  private State step(State from, int value) {
    var stacks = new LinkedHashSet<Integer>();
    for (int id : from.stacks) {
      if (id != EMPTY) {
        Frame frame = frames.get(id);
        if (frame.rule() instanceof Rule.Bytes bytes && bytes.has(value)) {
          expand(frame.next(), stacks);
        }
      }
    }
    return state(stacks);
  }

  /** Adds the stacks that begin with a byte, or are empty, in which a stack can go on. */
  private void expand(int id, Set<Integer> into) {
    if (id == EMPTY) {
      into.add(EMPTY);
      return;
    }
    Frame frame = frames.get(id);
    int next = frame.next();
    switch (frame.rule()) {
      case Rule.Bytes bytes -> into.add(id);
      case Rule.Sequence sequence -> {
        int stack = next;
        for (Rule part : sequence.parts().reversed()) {
          stack = push(part, stack);
        }
        expand(stack, into);
      }
      case Rule.Choice choice ->
          choice.options().forEach(option -> expand(push(option, next), into));
      case Rule.Named named -> expand(push(named.rule(), next), into);
      case Rule.Repeat repeat -> {
        if (repeat.mayEnd()) {
          expand(next, into);
        }
        if (repeat.mayGoOn()) {
          Rule.Repeat rest = rests.computeIfAbsent(repeat, Rule.Repeat::rest);
          boolean endless = rest.mayEnd() == repeat.mayEnd() && repeat.isUnbounded();
          expand(push(repeat.part(), push(endless ? repeat : rest, next)), into);
        }
      }
    }
  }
}
