package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class CellsTests {
  private static final Value ONE = Value.constant(1L);
  private static final Value TWO = Value.constant(2L);

  @Test
  void behavesAsTheMapThatItIsMadeOf() {
    Map<Object, Value> parts = new LinkedHashMap<>();
    parts.put("b", ONE);
    parts.put(3L, TWO);
    parts.put("a", ONE);

    Cells cells = Cells.of(parts);

    assertThat(cells).isEqualTo(parts).hasSize(3).doesNotContainKey("c");
    assertThat(cells.keySet()).containsExactly("b", 3L, "a");
    assertThat(cells.get(3L)).isSameAs(TWO);
    assertThat(cells.get(null)).isNull();
    assertThat(Cells.of(cells)).isSameAs(cells);
    assertThat(Cells.of(Map.of())).isSameAs(Cells.NONE);
  }

  @Test
  void tellsKeysOfEqualHashesApart() {
    Cells cells = Cells.NONE.with("Aa", ONE).with("BB", TWO);

    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    assertThat(cells.get("Aa")).isSameAs(ONE);
    assertThat(cells.get("BB")).isSameAs(TWO);
  }

  @Test
  void leavesWhatItWasMadeFromAsItWas() {
    Cells before = Cells.NONE.with("a", ONE);
    Cells after = before.with("a", TWO);

    assertThat(before.get("a")).isSameAs(ONE);
    assertThat(after.get("a")).isSameAs(TWO);
    assertThat(after.sharesKeys(before)).isTrue();
    assertThat(after.with("b", ONE).sharesKeys(after)).isFalse();
  }

  @Test
  void isTheSameWhereNoPartChanges() {
    Cells cells = Cells.NONE.with("a", ONE).with("b", TWO);

    assertThat(cells.map(part -> part)).isSameAs(cells);
    assertThat(cells.map((key, part) -> key.equals("b") ? ONE : part).get("b")).isSameAs(ONE);
  }

  @Test
  void endsWhereItsEntriesEnd() {
    Iterator<Map.Entry<Object, Value>> entries = Cells.NONE.with("a", ONE).entrySet().iterator();
    entries.next();

    assertThat(entries.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
  }
}
