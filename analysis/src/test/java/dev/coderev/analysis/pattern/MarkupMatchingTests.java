package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class MarkupMatchingTests {
  private final MatchTable html = new MatchTable(Language.HTML);
  private final MatchTable xml = new MatchTable(Language.XML);

  @Test
  void attributesComeInAnyOrderAndMayBeMore() {
    String page =
        """
        <a href="http://x" id=b>one</a>
        <a id="b" href="https://x"><b>two</b></a>
        <p href="http://x">three</p>
        """;
    assertThat(html.lines("<a href=\"=~/^http:/\">...</a>", page)).containsExactly(1);
    assertThat(html.lines("<a id=\"b\" ...>...</a>", page)).containsExactly(1, 2);
    assertThat(html.lines("<$T href=\"$U\">...</$T>", page)).containsExactly(1, 2, 3);
  }

  @Test
  void emptyElementsNeedNoEnd() {
    assertThat(html.lines("<meta ... https-equiv=...>", "<p>a\n<meta name=a https-equiv=b>\n<p>"))
        .containsExactly(2);
  }

  @Test
  void bindsWhatAScriptHolds() {
    assertThat(html.matches("<script ...>$...CODE</script>", "<script>a < b</script>"))
        .singleElement()
        .extracting(match -> match.bindings().get("$...CODE").orElseThrow().text())
        .isEqualTo("a < b");
  }

  @Test
  void elementsOfXmlNest() {
    String beans = "<a>\n<b on=\"true\"/>\n<b on=\"false\"><c/></b>\n</a>";
    assertThat(xml.lines("<b on=\"true\" />", beans)).containsExactly(2);
    assertThat(xml.lines("<a>...<b on=\"false\">...</b>...</a>", beans)).containsExactly(1);
  }
}
