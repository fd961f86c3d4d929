package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.engine.CallGraph.Spot;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.project.DeclarationReader;
import dev.coderev.analysis.project.DeclaredFunction;
import dev.coderev.analysis.project.FileDeclarations;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CallGraphTests {
  private static final Parsers PARSERS = new Parsers();

  private final List<FileDeclarations> files = new ArrayList<>();

  private DeclaredFunction function(String name, String... calls) {
    StringBuilder text = new StringBuilder("class C" + name + " { static void " + name + "() {");
    for (String call : calls) {
      text.append(" C").append(call).append('.').append(call).append("();");
    }
    SourceFile file = new SourceFile("C" + name + ".java", Language.JAVA, text + " } }");
    files.add(DeclarationReader.read(files.size(), PARSERS.parse(file)));
    return files.getLast().classes().getFirst().methods().getFirst();
  }

  private static Set<Spot> in(DeclaredFunction function) {
    return Set.of(new Spot(function.file(), List.of(function.node())));
  }

  private Set<String> towardsSource(DeclaredFunction source, DeclaredFunction sink) {
    CallGraph graph = new CallGraph(files);
    CallGraph.Meetings meetings = graph.meetings(in(source), in(sink));
    Predicate<DeclaredFunction> leads =
        each -> graph.ways(meetings).leadToSource(each.file(), each.node());
    Set<String> names = new TreeSet<>();
    for (FileDeclarations file : files) {
      file.classes().getFirst().methods().stream()
          .filter(leads)
          .map(DeclaredFunction::name)
          .forEach(names::add);
    }
    return names;
  }

  @Test
  void waysLeadUpFromASourceAndDownToASink() {
    DeclaredFunction source = function("read");
    function("wrap", "read");
    function("turn", "wrap", "show");
    function("beside", "read");
    DeclaredFunction sink = function("show");
    assertThat(towardsSource(source, sink)).containsExactly("read", "turn", "wrap");
  }

  @Test
  void functionsTooFarFromASinkAreOnNoWay() {
    DeclaredFunction source = function("read");
    function("a", "read");
    function("b", "a");
    function("c", "b");
    function("d", "c");
    function("turn", "d", "e");
    function("e", "f");
    function("f", "show");
    DeclaredFunction sink = function("show");
    assertThat(towardsSource(source, sink)).isEmpty();
  }

  @Test
  void functionsOfAFileCountAsIfTheyCalledEachOther() {
    DeclaredFunction source = function("read");
    function("wrap", "read");
    SourceFile file =
        new SourceFile(
            "Both.java",
            Language.JAVA,
            "class Both { Both() { Cwrap.wrap(); } void use() { Cshow.show(); } }");
    files.add(DeclarationReader.read(files.size(), PARSERS.parse(file)));
    DeclaredFunction sink = function("show");
    assertThat(towardsSource(source, sink)).contains("read", "wrap", "Both");
  }
}
