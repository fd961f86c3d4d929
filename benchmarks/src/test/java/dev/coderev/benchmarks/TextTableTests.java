package dev.coderev.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTests {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertThat(new TextTable("a", "bb").row("long", 1).row("x", 22))
        .hasToString("a     bb\nlong  1\nx     22\n");
  }

  @Test
  void rowsHaveACellForEachHead() {
    assertThatThrownBy(() -> new TextTable("a", "b").row(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
