package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContainersTests {
  private static final Value TAINTED =
      Value.of(
          Taints.of(
              new Taint(
                  0,
                  "L",
                  Way.from(
                      new Site(
                          new SourceFile("a.py", Language.PYTHON, "x"), new TextRange(0, 1))))));

  private static Value value(Object constant) {
    return Value.constant(constant);
  }

  private static Value list(Object... constants) {
    return Value.list(Arrays.stream(constants).map(Value::constant).toList());
  }

  private static Containers.Effect call(String name, Value receiver, Value... arguments) {
    return Objects.requireNonNull(Containers.call(name, receiver, List.of(arguments)));
  }

  private static List<Object> constants(Value list) {
    return java.util.stream.LongStream.range(0, list.size())
        .mapToObj(i -> Objects.requireNonNull(list.read(i).constant()))
        .toList();
  }

  @Test
  void listsGrowAndShrinkAtEitherEnd() {
    Value list = list("b");
    assertThat(constants(call("add", list, value("c")).receiver())).containsExactly("b", "c");
    assertThat(constants(call("addFirst", list, value("a")).receiver())).containsExactly("a", "b");
    assertThat(constants(call("add", list, value(0L), value("a")).receiver()))
        .containsExactly("a", "b");
    assertThat(constants(call("insert", list, value(1L), value("c")).receiver()))
        .containsExactly("b", "c");
    assertThat(constants(call("remove", list("a", "b", "c"), value(1L)).receiver()))
        .containsExactly("a", "c");
    assertThat(call("pop", list("a", "b")).result().constant()).isEqualTo("b");
    assertThat(call("shift", list("a", "b")).result().constant()).isEqualTo("a");
    assertThat(constants(call("remove", list("a", "b"), value("b")).receiver()))
        .containsExactly("a");
    assertThat(call("pop", list("a", "b"), value(-2L)).result().constant()).isEqualTo("a");
    assertThat(call("clear", list("a")).receiver().size()).isZero();
  }

  @Test
  void anUnknownPlaceMakesTheOrderUnknown() {
    Value list = list("a").append(TAINTED);
    assertThat(call("remove", list, Value.UNKNOWN).receiver().read(0L).isClean()).isFalse();
    assertThat(call("sort", list).receiver().size()).isEqualTo(-1);
    assertThat(list.write(null, TAINTED).read(0L).isClean()).isFalse();
  }

  @Test
  void mapsReadWhatStandsUnderAKey() {
    Value map = Value.emptyContainer(false).write("a", TAINTED).write("b", value("x"));
    assertThat(call("get", map, value("a")).result().isClean()).isFalse();
    assertThat(call("get", map, value("b")).result().constant()).isEqualTo("x");
    assertThat(call("getOrDefault", map, value("b"), TAINTED).result().isClean()).isFalse();
    assertThat(call("get", map, Value.UNKNOWN).result().isClean()).isFalse();
    assertThat(call("keySet", map).result().isClean()).isTrue();
    assertThat(call("values", map).result().isClean()).isFalse();
    assertThat(call("remove", map, value("a")).receiver().isClean()).isTrue();
    assertThat(call("put", map, value("a"), value("y")).receiver().isClean()).isTrue();
    assertThat(call("putIfAbsent", map, value("b"), TAINTED).receiver().read("b").isClean())
        .isFalse();
    Value sections = call("set", map, value("s"), value("k"), TAINTED).receiver();
    assertThat(call("get", sections, value("s"), value("k")).result().isClean()).isFalse();
    assertThat(call("get", sections, value("s"), value("l")).result().isClean()).isTrue();
  }

  @Test
  void elementsOfOneContainerGoIntoAnother() {
    assertThat(constants(call("addAll", list("a"), list("b", "c")).receiver()))
        .containsExactly("a", "b", "c");
    Value map = Value.emptyContainer(false).write("a", TAINTED);
    assertThat(call("putAll", Value.emptyContainer(false), map).receiver().read("a").isClean())
        .isFalse();
    assertThat(call("addAll", list("a"), Value.containerOf(TAINTED)).receiver().isClean())
        .isFalse();
    assertThat(constants(Objects.requireNonNull(Containers.concatenated(list("a"), list("b")))))
        .containsExactly("a", "b");
  }

  @Test
  void endsAndIteratorsGiveElements() {
    Value list = list("a").append(TAINTED);
    assertThat(call("getFirst", list).result().constant()).isEqualTo("a");
    assertThat(call("peek", list).result().isClean()).isFalse();
    assertThat(call("next", list).result().isClean()).isFalse();
    assertThat(call("stream", list).result().size()).isEqualTo(2);
  }

  @Test
  void containersAreMadeFromNothingOrFromOthers() {
    assertThat(made("ArrayList").size()).isZero();
    assertThat(made("HashMap", value(16L)).closed()).isTrue();
    assertThat(made("ArrayList", list("a")).size()).isEqualTo(1);
    assertThat(made("ArrayList", TAINTED).element().isClean()).isFalse();
    assertThat(Containers.made("Other", List.of())).isNull();
    assertThat(collected("List.of", value("a"), TAINTED).read(0L).isClean()).isTrue();
    assertThat(collected("Arrays.asList", list("a")).size()).isEqualTo(1);
    assertThat(collected("Map.of", value("k"), TAINTED).read("k").isClean()).isFalse();
    assertThat(Containers.collected("Other.of", List.of())).isNull();
  }

  private static Value made(String name, Value... arguments) {
    return Objects.requireNonNull(Containers.made(name, List.of(arguments)));
  }

  private static Value collected(String name, Value... arguments) {
    return Objects.requireNonNull(Containers.collected(name, List.of(arguments)));
  }

  @Test
  void textsAreAddedTo() {
    assertThat(call("append", Value.UNKNOWN, TAINTED).receiver().isClean()).isFalse();
    assertThat(Containers.appended(list("a"), TAINTED).size()).isEqualTo(2);
    assertThat(Containers.deleted(list("a", "b"), -1L).size()).isEqualTo(1);
    assertThat(Containers.call("unheard", Value.UNKNOWN, List.of())).isNull();
  }

  @Test
  void manyElementsAndDeepNestingAreHeldTogether() {
    Value many = Value.emptyContainer(false);
    for (int i = 0; i < 100; i++) {
      many = many.write("k" + i, i == 99 ? TAINTED : Value.UNKNOWN);
    }
    assertThat(many.cells()).hasSize(32);
    assertThat(many.read("k99").isClean()).isFalse();
    Value deep = TAINTED;
    for (int i = 0; i < 20; i++) {
      deep = Value.emptyContainer(false).write("a", deep);
    }
    assertThat(deep.isClean()).isFalse();
    assertThat(deep.read("a").read("b").isClean()).isTrue();
  }

  @Test
  void joiningKeepsWhatEitherSays() {
    Value left = Value.emptyContainer(false).write("a", TAINTED);
    Value right = Value.emptyContainer(false).write("a", value("x")).write("b", value("y"));
    Value joined = Value.join(left, right);
    assertThat(joined.read("a").isClean()).isFalse();
    assertThat(joined.equalTo(Value.join(joined, right))).isTrue();
    assertThat(joined.identityHash()).isEqualTo(Value.join(joined, left).identityHash());
    assertThat(Value.join(value(1L), value(2L)).constant()).isNull();
    assertThat(Value.join(value(1L), value(1L)).constant()).isEqualTo(1L);
  }
}
