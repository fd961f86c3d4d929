package dev.coderev.model.init;

import dev.coderev.model.tokens.ByteAlphabet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Byte pair encoding learnt from a text: the most frequent pair of neighbours becomes a token,
 * again and again (Sennrich et al. 2016, over bytes).
 */
final class BytePairTraining {

  private record Pair(String left, String right) {}

  private final List<List<String>> pieces = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();

  BytePairTraining(String text, Pattern split) {
    var frequencies = new TreeMap<String, Integer>();
    split.matcher(text).results().forEach(it -> frequencies.merge(it.group(), 1, Integer::sum));
    frequencies.forEach((piece, count) -> {
      pieces.add(
          new ArrayList<>(
              ByteAlphabet.spell(piece).codePoints().mapToObj(Character::toString).toList()));
      counts.add(count);
    });
  }

  /** At most {@code most} merges, each two tokens; fewer when no pair stands twice. */
  List<String[]> merges(int most) {
    var merges = new ArrayList<String[]>();
    while (merges.size() < most) {
      Optional<Pair> best = mostFrequent();
      if (best.isEmpty()) {
        break;
      }
      Pair pair = best.get();
      merges.add(new String[] {pair.left(), pair.right()});
      pieces.forEach(piece -> apply(pair, piece));
    }
    return merges;
  }

  /** Of equally frequent pairs the first in the order of their characters. */
  private Optional<Pair> mostFrequent() {
    var frequencies = new HashMap<Pair, Integer>();
    for (int i = 0; i < pieces.size(); i++) {
      List<String> piece = pieces.get(i);
      for (int j = 1; j < piece.size(); j++) {
        frequencies.merge(new Pair(piece.get(j - 1), piece.get(j)), counts.get(i), Integer::sum);
      }
    }
    return frequencies.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .max(
            Map.Entry.<Pair, Integer>comparingByValue()
                .thenComparing(entry -> entry.getKey().left(), Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().right(), Comparator.reverseOrder()))
        .map(Map.Entry::getKey);
  }

  private static void apply(Pair pair, List<String> piece) {
    for (int j = 1; j < piece.size(); j++) {
      if (piece.get(j - 1).equals(pair.left()) && piece.get(j).equals(pair.right())) {
        piece.set(j - 1, pair.left() + pair.right());
        piece.remove(j);
      }
    }
  }
}
