package dev.coderev.analysis.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextTableTests {
  @Property(tries = 200)
  void numbersTextsInTheOrderInWhichTheyFirstCome(
      @ForAll @Size(max = 300) List<@StringLength(max = 2) String> texts) {
    TextTable table = new TextTable();
    List<String> expected = new ArrayList<>();
    for (String text : texts) {
      if (!expected.contains(text)) {
        expected.add(text);
      }
      assertThat(table.idOf(text)).isEqualTo(expected.indexOf(text));
    }
    assertThat(table.size()).isEqualTo(expected.size());
    for (int id = 0; id < expected.size(); id++) {
      assertThat(table.text(id)).isEqualTo(expected.get(id));
      assertThat(table.find(expected.get(id))).isEqualTo(id);
    }
    assertThat(table.find("no such text")).isEqualTo(-1);
  }

  @Test
  void tellsTextsWithTheSameHashApart() {
    TextTable table = new TextTable();
    assertThat(table.idOf("Aa")).isZero();
    assertThat(table.idOf("BB")).isEqualTo(1);
    assertThat(table.idOf("Aa")).isZero();
  }
}
