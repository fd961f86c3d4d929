package dev.coderev.model.generate;

import dev.coderev.model.grammar.Grammar;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens a grammar allows at a point of a text. Tokens are walked in the order of their
 * bytes, so that what several begin with is walked once, and all that begin with what is not
 * allowed are passed over. The masks of the latest states are kept, because texts come back to few
 * of them.
 */
public final class TokenMasks {

  private static final int KEPT = 256;

  /** Tokens with bytes, in the order of their bytes. */
  private static final class Order {
    private final byte[][] texts;
    private final int[] tokens;

    Order(TokenBytes vocabulary) {
      byte[][] all = new byte[vocabulary.size()][];
      var order = new Integer[vocabulary.size()];
      for (int token = 0; token < all.length; token++) {
        all[token] = vocabulary.isEnd(token) ? new byte[0] : vocabulary.bytes(token);
        order[token] = token;
      }
      Arrays.sort(order, (a, b) -> Arrays.compareUnsigned(all[a], all[b]));
      int empty = (int) Arrays.stream(all).filter(it -> it.length == 0).count();
      texts = new byte[all.length - empty][];
      tokens = new int[all.length - empty];
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = order[i + empty];
        texts[i] = all[tokens[i]];
      }
    }
  }

  private final TokenBytes vocabulary;
  private @Nullable Order order;
  private final Map<Grammar.State, BitSet> masks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Grammar.State, BitSet> eldest) {
          return size() > KEPT;
        }
      };

  public TokenMasks(TokenBytes vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The tokens after which the text can still become one of the grammar; ends where it may end. */
  public synchronized BitSet allowed(Grammar.State state) {
    BitSet known = masks.get(state);
    if (known != null) {
      return known;
    }
    if (order == null) {
      order = new Order(vocabulary);
    }
    BitSet mask = walk(order, state);
    masks.put(state, mask);
    return mask;
  }

  private BitSet walk(Order sorted, Grammar.State start) {
    var allowed = new BitSet();
    if (start.mayEnd()) {
      for (int token = 0; token < vocabulary.size(); token++) {
        if (vocabulary.isEnd(token)) {
          allowed.set(token);
        }
      }
    }
    // states[n] is the state after the first n bytes that this token shares with the one before
    var states = new Grammar.State[2];
    states[0] = start;
    byte[] before = {};
    int known = 0;
    for (int i = 0; i < sorted.tokens.length; i++) {
      byte[] text = sorted.texts[i];
      int shared = Arrays.mismatch(before, text);
      int depth = Math.min(known, shared < 0 ? text.length : shared);
      if (states.length <= text.length) {
        states = Arrays.copyOf(states, 2 * text.length);
      }
      while (depth < text.length && !states[depth].isDead()) {
        states[depth + 1] = states[depth].after(text[depth]);
        depth++;
      }
      known = depth;
      before = text;
      if (!states[depth].isDead()) {
        allowed.set(sorted.tokens[i]);
      }
    }
    return allowed;
  }
}
