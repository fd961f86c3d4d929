package dev.coderev.model.init;

import dev.coderev.model.tokens.ByteAlphabet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Byte pair encoding learnt from texts: the most frequent pair of neighbours becomes a token, again
 * and again (Sennrich et al. 2016, over bytes).
 *
 * <p>After a merge only the words that held the pair are counted again, so that the cost follows
 * what changes.
 */
public final class BytePairTraining {

  private final Pattern split;
  private final Map<String, Long> frequencies = new TreeMap<>();

  /** Learns from pieces that the expression cuts texts into. */
  public BytePairTraining(Pattern split) {
    this.split = split;
  }

  /** Counts the pieces of one more text. */
  public void add(String text) {
    var pieces = split.matcher(text);
    while (pieces.find()) {
      frequencies.merge(pieces.group(), 1L, Long::sum);
    }
  }

  /** At most {@code most} merges, each two tokens; fewer when no pair stands twice. */
  List<String[]> merges(int most) {
    return new Merging(frequencies).merges(most);
  }

  /** Two tokens side by side, by their numbers. */
  private record Pair(int left, int right) {}

  /** A pair with the count that it had when it was queued; a newer entry makes it stale. */
  private record Candidate(Pair pair, long count, String left, String right) {

    /** Of equally frequent pairs the first in the order of their characters. */
    static final Comparator<Candidate> BEST_FIRST =
        Comparator.comparingLong(Candidate::count)
            .reversed()
            .thenComparing(Candidate::left)
            .thenComparing(Candidate::right);
  }

  /** The words that held a pair at some time; a word may stand here more than once. */
  private static final class Places {
    private int[] words = new int[4];
    private int size;

    void add(int word) {
      if (size > 0 && words[size - 1] == word) {
        return;
      }
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
      }
      words[size++] = word;
    }

    int[] words() {
      return Arrays.copyOf(words, size);
    }
  }

  /** The words as the merges so far leave them. */
  private static final class Merging {
    private final List<int[]> words = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Pair, Long> pairs = new HashMap<>();
    private final Map<Pair, Long> offered = new HashMap<>();
    private final Map<Pair, Places> places = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Candidate.BEST_FIRST);

    Merging(Map<String, Long> frequencies) {
      frequencies.forEach((piece, count) -> {
        words.add(
            ByteAlphabet.spell(piece)
                .codePoints()
                .mapToObj(Character::toString)
                .mapToInt(this::number)
                .toArray());
        counts.add(count);
      });
      for (int word = 0; word < words.size(); word++) {
        count(word, 1);
        for (Pair pair : pairsOf(word)) {
          place(pair, word);
        }
      }
      pairs.keySet().forEach(this::offer);
    }

    private int number(String token) {
      return numbers.computeIfAbsent(
          token,
          absent -> {
            tokens.add(absent);
            return tokens.size() - 1;
          });
    }

    private void count(int word, int sign) {
      int[] symbols = words.get(word);
      for (int i = 1; i < symbols.length; i++) {
        var pair = new Pair(symbols[i - 1], symbols[i]);
        pairs.merge(pair, sign * counts.get(word), Long::sum);
      }
    }

    private void place(Pair pair, int word) {
      places.computeIfAbsent(pair, absent -> new Places()).add(word);
    }

    private void offer(Pair pair) {
      long count = pairs.getOrDefault(pair, 0L);
      boolean unchanged = Long.valueOf(count).equals(offered.put(pair, count));
      if (count > 1 && !unchanged) {
        queue.add(new Candidate(pair, count, tokens.get(pair.left()), tokens.get(pair.right())));
      }
    }

    List<String[]> merges(int most) {
      var merges = new ArrayList<String[]>();
      while (merges.size() < most && !queue.isEmpty()) {
        Candidate best = queue.remove();
        if (pairs.getOrDefault(best.pair(), 0L) == best.count()) {
          merges.add(new String[] {best.left(), best.right()});
          apply(best.pair(), number(best.left() + best.right()));
        }
      }
      return merges;
    }

    private void apply(Pair pair, int merged) {
      var touched = new HashSet<Pair>();
      for (int word : places.getOrDefault(pair, new Places()).words()) {
        touched.addAll(pairsOf(word));
        count(word, -1);
        words.set(word, merge(words.get(word), pair, merged));
        count(word, 1);
        for (Pair fresh : pairsOf(word)) {
          touched.add(fresh);
          if (fresh.left() == merged || fresh.right() == merged) {
            place(fresh, word);
          }
        }
      }
      places.remove(pair);
      pairs.remove(pair);
      touched.forEach(this::offer);
    }

    private List<Pair> pairsOf(int word) {
      int[] symbols = words.get(word);
      var found = new ArrayList<Pair>();
      for (int i = 1; i < symbols.length; i++) {
        found.add(new Pair(symbols[i - 1], symbols[i]));
      }
      return found;
    }

    private static int[] merge(int[] word, Pair pair, int merged) {
      var shorter = new int[word.length];
      int length = 0;
      for (int i = 0; i < word.length; i++) {
        boolean here = i + 1 < word.length && word[i] == pair.left() && word[i + 1] == pair.right();
        shorter[length++] = here ? merged : word[i];
        i += here ? 1 : 0;
      }
      return Arrays.copyOf(shorter, length);
    }
  }
}
