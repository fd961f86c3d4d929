package dev.coderev.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoingOnTests {

  private static final long NONE = TokenBatch.IGNORED;

  @Test
  void onlyTheNewTokensAreTargetsAndGoOnWithTheirDocument() {
    TokenBatch batch = TokenBatch.of(new int[] {5, 6, 7, 8, 9, 10});
    TokenBatch other = batch.goingOn(new int[] {2}, List.of(new int[] {20, 21}));
    assertThat(other.ids()).containsExactly(5, 6, 20, 21, 0, 0);
    assertThat(other.targets()).containsExactly(NONE, 20, 21, NONE, NONE, NONE);
    assertThat(other.positions()).containsExactly(0, 1, 2, 3, 0, 1);
    assertThat(other.documents()).containsExactly(0, 0, 0, 0, -1, -1);
    assertThat(other.valid()).isEqualTo(2);
  }

  @Test
  void rowsCanBePicked() {
    var batch = new TokenBatch(3, 2);
    for (int i = 0; i < 6; i++) {
      batch.set(i, i, 10 + i, i % 2, i / 2);
    }
    TokenBatch some = batch.pick(List.of(2, 0));
    assertThat(some.ids()).containsExactly(4, 5, 0, 1);
    assertThat(some.targets()).containsExactly(14, 15, 10, 11);
    assertThat(batch.slice(1, 3).ids()).containsExactly(2, 3, 4, 5);
  }
}
