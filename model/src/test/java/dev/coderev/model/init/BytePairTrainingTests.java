package dev.coderev.model.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.model.config.Architecture;
import dev.coderev.model.tokens.ByteAlphabet;
import dev.coderev.model.tokens.SplitPattern;
import dev.coderev.model.tokens.Tokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTrainingTests {

  private static final String TEXT =
      """
      for (int index = 0; index < indexes.length; index++) { aaaa(index, indexes[index]); }
      while (aaaaa != null) { aaaaa = next(aaaaa); next.next(); } // größer, größte, größe
      """
          .repeat(2);

  private static final Pattern SPLIT =
      Pattern.compile(SplitPattern.LLAMA3.regex(), Pattern.UNICODE_CHARACTER_CLASS);

  @TempDir private Path folder;

  @Test
  void mergesWhatCountingEverythingAnewWouldMerge() {
    var training = new BytePairTraining(SPLIT);
    training.add(TEXT);
    List<String> merges =
        training.merges(50).stream().map(pair -> pair[0] + " " + pair[1]).toList();
    assertThat(merges).hasSize(50).isEqualTo(reference(50));
  }

  @Test
  void endsWhenNoPairStandsTwice() {
    var training = new BytePairTraining(SPLIT);
    training.add("abab");
    assertThat(training.merges(10)).hasSize(1);
  }

  @Test
  void theTokenizerOfTheLibraryGivesTheIdsOfTheMerges() throws IOException {
    BytePairTraining training = OwnTokenizer.training(Architecture.LLAMA);
    training.add(TEXT);
    var own = OwnTokenizer.learnt(Architecture.LLAMA, 314, training);
    own.write(folder, 64);
    try (Tokenizer tokenizer = Tokenizer.open(folder)) {
      var expected = new ArrayList<String>();
      for (List<String> piece : pieces()) {
        reference(314 - 256 - 8).forEach(merge -> join(piece, merge));
        expected.addAll(piece);
      }
      int[] ids = tokenizer.encode(TEXT, false);
      var spelled = new ArrayList<String>();
      for (int id : ids) {
        spelled.add(tokenizer.token(id).orElseThrow());
      }
      assertThat(spelled).isEqualTo(expected);
      assertThat(tokenizer.decode(ids, false)).isEqualTo(TEXT);
      assertThat(tokenizer.id("<|fim_middle|>")).isPresent();
      assertThat(tokenizer.isSpecial(own.textEndId())).isTrue();
    }
  }

  /** The definition itself: count all pairs, join the most frequent, again. */
  private static List<String> reference(int most) {
    List<List<String>> pieces = pieces();
    var merges = new ArrayList<String>();
    while (merges.size() < most) {
      var counts = new HashMap<List<String>, Integer>();
      for (List<String> piece : pieces) {
        for (int i = 1; i < piece.size(); i++) {
          counts.merge(List.of(piece.get(i - 1), piece.get(i)), 1, Integer::sum);
        }
      }
      Map.Entry<List<String>, Integer> best =
          counts.entrySet().stream()
              .min(
                  Map.Entry.<List<String>, Integer>comparingByValue()
                      .reversed()
                      .thenComparing(it -> it.getKey().getFirst(), Comparator.naturalOrder())
                      .thenComparing(it -> it.getKey().getLast(), Comparator.naturalOrder()))
              .orElseThrow();
      String merge = best.getKey().getFirst() + " " + best.getKey().getLast();
      merges.add(merge);
      pieces.forEach(piece -> join(piece, merge));
    }
    return merges;
  }

  private static List<List<String>> pieces() {
    return SPLIT
        .matcher(TEXT)
        .results()
        .map(MatchResult::group)
        .map(piece ->
            (List<String>)
                new ArrayList<>(
                    ByteAlphabet.spell(piece).codePoints().mapToObj(Character::toString).toList()))
        .toList();
  }

  private static void join(List<String> piece, String merge) {
    String[] pair = merge.split(" ", 2);
    for (int i = 1; i < piece.size(); i++) {
      if (piece.get(i - 1).equals(pair[0]) && piece.get(i).equals(pair[1])) {
        piece.set(i - 1, pair[0] + pair[1]);
        piece.remove(i);
      }
    }
  }
}
