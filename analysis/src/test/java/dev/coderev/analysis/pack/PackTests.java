package dev.coderev.analysis.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackTests {
  private final PackTexts texts = new PackTexts();
  private final PackOutput out = new PackOutput(texts);

  @Property
  void givesBackWhatWasWritten(
      @ForAll List<Integer> numbers,
      @ForAll List<String> words,
      @ForAll long wide,
      @ForAll boolean flag) {
    PackTexts table = new PackTexts();
    PackOutput written = new PackOutput(table);
    written.list(numbers, written::number);
    written.texts(words);
    written.wide(wide);
    written.flag(flag);
    PackInput in = read(written, table);
    assertThat(in.list(PackInput::number)).isEqualTo(numbers);
    assertThat(in.texts()).isEqualTo(utf8(words));
    assertThat(in.wide()).isEqualTo(wide);
    assertThat(in.flag()).isEqualTo(flag);
  }

  /** Half a surrogate pair is no text in UTF-8 and becomes a question mark. */
  private static List<String> utf8(List<String> words) {
    return words.stream()
        .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void smallNumbersTakeOneByte() {
    out.number(127);
    assertThat(out.size()).isEqualTo(1);
    out.number(-1);
    assertThat(out.size()).isEqualTo(6);
  }

  @Test
  void equalTextsAreKeptOnce() {
    out.texts(List.of("a", "b", "a"));
    assertThat(texts.size()).isEqualTo(2);
    assertThat(read(out, texts).texts()).containsExactly("a", "b", "a");
  }

  @Test
  void canBeReadFromAnyPlace() {
    List<Integer> places =
        IntStream.range(0, 300)
            .mapToObj(i -> {
              int at = out.size();
              out.number(i * 1000);
              return at;
            })
            .toList();
    PackInput pack = read(out, texts);
    assertThat(pack.at(places.get(200)).number()).isEqualTo(200_000);
    assertThat(pack.at(places.get(3)).number()).isEqualTo(3_000);
  }

  private static PackInput read(PackOutput written, PackTexts texts) {
    PackOutput file = new PackOutput(texts);
    file.raw(written.bytes());
    file.raw(texts.table());
    return PackInput.of(file.bytes(), written.size(), texts.size());
  }
}
