package dev.coderev.analysis.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileFlowTests {
  private static final Parsers PARSERS = new Parsers();

  private static FileFlow flow(Language language, String text) {
    return FileFlow.of(PARSERS.parse(new SourceFile("x", language, text)));
  }

  private static FlowFunction named(FileFlow flow, String name) {
    return flow.functions().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Instruction> instructions(FlowFunction function) {
    List<Instruction> all = new ArrayList<>();
    for (int block : function.order()) {
      all.addAll(function.blocks().get(block).instructions());
    }
    return all;
  }

  @Test
  void everyFunctionIsLoweredOnceAndKnowsItsNumber() {
    FileFlow flow =
        flow(
            Language.JAVASCRIPT,
            "function a() { return () => b(); } class C { m() {} } const d = function () {};");
    assertThat(flow.functions()).extracting(FlowFunction::id).isSorted().doesNotHaveDuplicates();
    assertThat(flow.topLevel().role()).isEqualTo(FlowFunction.Role.TOP_LEVEL);
    assertThat(flow.functions()).hasSize(5);
  }

  @Test
  void everyRegisterIsDefinedByItsInstruction() {
    FileFlow flow =
        flow(
            Language.PYTHON,
            "def f(a, b=1):\n  while a:\n    a = [x for x in b if x]\n  return a or b\n");
    for (FlowFunction function : flow.functions()) {
      for (int i = 0; i < function.definitions().size(); i++) {
        assertThat(function.definitions().get(i).result()).isEqualTo(i);
      }
    }
  }

  @Test
  void blocksThatNothingLeadsToAreLeftOut() {
    FlowFunction function = named(flow(Language.JAVA, "class A { int m() { return 1; } }"), "m");
    assertThat(function.order()).containsExactly(0);
    FlowFunction dead = named(flow(Language.GO, "package p\nfunc m() { return; work() }"), "m");
    assertThat(instructions(dead)).noneMatch(i -> i instanceof Instruction.Invoke);
  }

  @Test
  void aTryLeadsToItsHandlersAndThroughFinally() {
    FlowFunction function =
        named(
            flow(
                Language.JAVA,
                """
                class A { void m() {
                  try (R r = open()) { work(r); return; }
                  catch (E e) { caught(e); }
                  finally { close(); }
                  after();
                } }
                """),
            "m");
    long closings =
        instructions(function).stream()
            .filter(i -> i instanceof Instruction.Invoke call && call.name().equals("close"))
            .count();
    assertThat(closings).isEqualTo(2);
    assertThat(function.blocks()).anyMatch(block -> block.handlers().size() == 2);
  }

  @Test
  void capturedVariablesPointToTheFunctionAround() {
    FileFlow flow = flow(Language.JAVASCRIPT, "function f(x) { return () => () => x; }");
    FlowFunction innermost = flow.functions().getLast();
    Variable x =
        innermost.variables().stream().filter(v -> v.name().equals("x")).findFirst().orElseThrow();
    assertThat(x.captured()).isTrue();
    Variable above = flow.functions().get(innermost.parent()).variables().get(x.outerSlot());
    assertThat(above.name()).isEqualTo("x");
  }

  @Test
  void methodsAreFoundInClassesAboveAndBelow() {
    FileFlow flow =
        flow(
            Language.JAVA,
            """
            interface I { String run(String x); }
            class P { void up() {} }
            class C extends P implements I { public String run(String x) { return x; } }
            """);
    FlowClass type = flow.classNamed("C");
    FlowClass face = flow.classNamed("I");
    assertThat(type).isNotNull();
    assertThat(face).isNotNull();
    assertThat(flow.methods(type, "up", 0)).hasSize(1);
    assertThat(flow.methods(face, "run", 1)).hasSize(1);
    assertThat(flow.methods(type, "run", 3)).isEmpty();
    assertThat(flow.classNamed("None")).isNull();
  }

  @Test
  void jumpsToLabelsAndOutOfLoopsArriveThere() {
    FlowFunction function =
        named(
            flow(
                Language.JAVA,
                """
                class A { void m() {
                  outer: for (;;) { while (true) { if (a()) break outer; continue outer; } }
                  block: { if (b()) break block; c(); }
                  d();
                } }
                """),
            "m");
    assertThat(instructions(function))
        .filteredOn(i -> i instanceof Instruction.Invoke)
        .extracting(i -> ((Instruction.Invoke) i).name())
        .contains("a", "b", "c", "d");
  }

  @Test
  void deepNestingIsCutNotDescended() {
    String deep = "(".repeat(2000) + "x" + ")".repeat(2000);
    assertThat(flow(Language.JAVASCRIPT, "f(" + deep + ");").functions()).hasSize(1);
    String chain = "a" + " + a".repeat(5000);
    assertThat(instructions(flow(Language.PYTHON, "x = " + chain + "\n").topLevel()))
        .hasSizeGreaterThan(5000);
  }

  @Test
  void goMethodsBelongToTheirReceiver() {
    FileFlow flow =
        flow(Language.GO, "package p\ntype T struct {}\nfunc (t *T) show(x string) { use(t, x) }");
    FlowClass type = flow.classNamed("T");
    assertThat(type).isNotNull();
    assertThat(flow.methods(type, "show", 1)).hasSize(1);
  }
}
