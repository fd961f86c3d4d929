package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeValuesTests {
  private static final Value TAINTED = Value.of(Taints.of(new Taint(0, "", Way.ENTRY)));

  /** Twenty keys, under each of them what the value says. */
  private static Value holding(Value part) {
    Value all = Value.emptyContainer(false);
    for (int i = 0; i < 20; i++) {
      all = all.write("key" + i, part);
    }
    return all;
  }

  @Test
  void smallPartsAreKnownByTheirKeys() {
    Value two = holding(Value.constant("x").vague()).write("key3", holding(TAINTED));

    assertThat(two.read("key3").read("key7").isClean()).isFalse();
    assertThat(two.read("key3").read("key99").isClean()).isTrue();
    assertThat(two.read("key4").isClean()).isTrue();
  }

  @Test
  void partsOfVeryLargeValuesKeepTheirTaints() {
    Value large = holding(holding(holding(TAINTED)));

    assertThat(large.read("key0").read("key19").read("key19").isClean()).isFalse();
    assertThat(large.read("key19").read("key19").read("key19").isClean()).isFalse();
    assertThat(large.deep().all()).hasSize(1);
  }

  @Test
  void joiningManyValuesStaysSmallAndKeepsTheirTaints() {
    Value joined = holding(holding(TAINTED));
    for (int i = 0; i < 40; i++) {
      joined = Value.join(joined, Value.emptyContainer(false).write("more" + i, holding(TAINTED)));
    }
    Value again = Value.join(joined, joined);

    assertThat(again).isSameAs(joined);
    assertThat(joined.cells().size()).isLessThanOrEqualTo(60);
    assertThat(joined.read("more1").read("key1").isClean()).isFalse();
    assertThat(joined.read("more1").cells().size()).isZero();
    assertThat(joined.read("key1").isClean()).isFalse();
  }

  @Test
  void whatIsUnderOneKeyOfALargeValueSaysNothingOfTheOthers() {
    Value clean = holding(Value.constant("x").vague());
    Value object = Value.emptyContainer(false).write("secret", TAINTED);
    for (int i = 0; i < 40; i++) {
      object = Value.join(object, object.write("field" + i, clean));
    }

    assertThat(object.read("secret").isClean()).isFalse();
    assertThat(object.read("field7").isClean()).isTrue();
    assertThat(object.read("neverWritten").isClean()).isTrue();
  }

  @Test
  void keysWithoutEndAreForgotten() {
    Value joined = holding(TAINTED);
    for (int i = 0; i < 900; i++) {
      joined = Value.join(joined, Value.emptyContainer(false).write("more" + i, TAINTED));
    }

    assertThat(joined.cells().size()).isLessThan(600);
    assertThat(joined.read("more899").isClean()).isFalse();
  }
}
