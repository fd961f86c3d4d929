package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.finding.Suppression;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuppressionsTests {

  @Test
  void silencesTheNamedRulesOnTheLine() {
    Suppressions found = in("x() // coderev:ignore java.a.one,two-b it is safe */\ny()\n");
    assertThat(found.of("java.a.one", 1))
        .contains(new Suppression(Suppression.Kind.IN_SOURCE, "it is safe"));
    assertThat(found.of("go.two-b", 1)).isPresent();
    assertThat(found.of("java.a.three", 1)).isEmpty();
    assertThat(found.of("java.a.one", 2)).isEmpty();
    assertThat(found.notes()).isEmpty();
  }

  @Test
  void silencesTheLineAfterACommentOfItsOwn() {
    Suppressions found =
        in("# coderev:ignore a.b reason\n# nosemgrep: c.d\nx()\n\ny() # nosemgrep: e.f\nz()\n");
    assertThat(found.of("a.b", 3)).isPresent();
    assertThat(found.of("c.d", 3)).isPresent();
    assertThat(found.of("e.f", 5)).isPresent();
    assertThat(found.of("e.f", 6)).isEmpty();
  }

  @Test
  void silencesEverythingWhereNoRuleIsNamed() {
    Suppressions own = in("x() // coderev:ignore because of reasons\n");
    assertThat(own.of("any", 1))
        .contains(new Suppression(Suppression.Kind.IN_SOURCE, "because of reasons"));
    assertThat(own.notes()).hasSize(1);
    assertThat(in("x() // NOSEMGREP\n").of("any", 1)).isPresent();
    assertThat(in("x() # nosem some words\n").of("any", 1)).isPresent();
  }

  @Test
  void acceptsQuotedIdsAndEqualsSigns() {
    Suppressions found = in("x() # nosemgrep = 'a.b', \"c\"\n");
    assertThat(found.of("a.b", 1)).isPresent();
    assertThat(found.of("x.c", 1)).isPresent();
    assertThat(found.of("d", 1)).isEmpty();
  }

  @Test
  void countsOnlyCommentsWhereThereIsATree() {
    String text = "s = \"nosemgrep\"\nx() /* nosemgrep\n coderev:ignore a.b */ y()";
    SourceFile file = new SourceFile("a", Language.C, text);
    TreeBuilder builder = new TreeBuilder(file);
    builder.open(Kind.FILE, Role.CHILD, 0);
    builder.comment(text.indexOf("/*"), text.indexOf("*/") + 2);
    builder.close(text.length());
    Suppressions found = Suppressions.of(builder.build());
    assertThat(found.of("any", 1)).isEmpty();
    assertThat(found.of("any", 2)).isPresent();
    assertThat(found.of("a.b", 3)).isPresent();
    assertThat(found.of("other", 3)).isEqualTo(Optional.empty());
  }

  private static Suppressions in(String text) {
    assertThat(Suppressions.mayOccurIn(text)).isTrue();
    return Suppressions.of(new SourceFile("a.txt", Language.TEXT, text));
  }
}
