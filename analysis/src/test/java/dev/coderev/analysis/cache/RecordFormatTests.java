package dev.coderev.analysis.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordFormatTests {
  private record Whole(
      int number,
      long wide,
      double real,
      boolean truth,
      String text,
      Colour colour,
      Shape shape,
      List<Optional<String>> list,
      Set<Integer> set,
      Map<String, List<Long>> map,
      BitSet bits) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Numbers(int[] values) {}

  private record Unknown(Thread thread) {}

  private enum Colour {
    RED,
    GREEN
  }

  private sealed interface Shape {
    record Round(double radius) implements Shape {}

    record Square() implements Shape {}
  }

  @Property(tries = 200)
  void whatIsWrittenComesBackEqual(
      @ForAll int number,
      @ForAll long wide,
      @ForAll double real,
      @ForAll boolean truth,
      @ForAll String text,
      @ForAll List<String> texts,
      @ForAll Set<Integer> set,
      @ForAll Map<String, List<Long>> map) {
    String sound = text.codePoints().allMatch(c -> c < 0xd800 || c > 0xdfff) ? text : "";
    BitSet bits = new BitSet();
    set.stream().filter(bit -> bit >= 0 && bit < 1000).forEach(bits::set);
    Whole whole =
        new Whole(
            number,
            wide,
            real,
            truth,
            sound,
            truth ? Colour.RED : Colour.GREEN,
            truth ? new Shape.Round(real) : new Shape.Square(),
            texts.stream()
                .map(item -> Optional.of(item).filter(some -> some.length() == 1))
                .map(some -> some.filter(one -> one.charAt(0) < 0xd800))
                .toList(),
            set,
            Map.of("key", map.values().stream().flatMap(List::stream).toList()),
            bits);
    RecordFormat<Whole> format = new RecordFormat<>(Whole.class);
    assertThat(format.value(format.bytes(whole))).isEqualTo(whole);
  }

  @Test
  void rowsOfNumbersKeepTheirOrder() {
    RecordFormat<Numbers> format = new RecordFormat<>(Numbers.class);
    int[] values = {3, -1, Integer.MIN_VALUE, 0};
    assertThat(format.value(format.bytes(new Numbers(values))).values()).containsExactly(values);
  }

  @Test
  void typesWithoutAFormAreRefusedAtOnce() {
    assertThatThrownBy(() -> new RecordFormat<>(Unknown.class))
        .hasMessage("there is no form for class java.lang.Thread");
  }
}
