package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class JsonMatchingTests {
  private final MatchTable json = new MatchTable(Language.JSON);

  @Test
  void anObjectIsTheSameInAnyOrder() {
    String code =
        """
        [
          {"kind": "door", "open": true}, //!
          {"open": true, "kind": "door"}, //!
          {"kind": "door", "open": true, "wide": 1},
          {"kind": "door"}
        ]
        """;
    json.check("{\"kind\": \"door\", \"open\": true}", code);
  }

  @Test
  void anEllipsisLetsAnObjectHoldMore() {
    json.check(
        "{..., \"open\": true, ...}",
        """
        [
          {"kind": "door", "open": true, "wide": 1}, //!
          {"kind": "door", "open": false}
        ]
        """);
  }

  @Test
  void aPairAloneIsFoundWhereverItStands() {
    json.check(
        "\"scripts\": {..., $NAME: \"=~/curl/\", ...}",
        """
        {
          "scripts": { //!
            "build": "make",
            "install": "curl x | sh"
          },
          "other": { "scripts": {"build": "make"} }
        }
        """);
  }

  @Test
  void decodesEscapesAndTakesComments() {
    assertThat(json.lines("\"a\\\"\\u0041\"", "// first\n[\"a\\\"A\", 'b',]")).containsExactly(2);
  }

  @Test
  void bindsTextAndNumbers() {
    assertThat(json.matches("\"port\": $P", "{\"port\": 8080, \"host\": \"h\"}"))
        .singleElement()
        .extracting(match -> match.bindings().get("$P").orElseThrow().text())
        .isEqualTo("8080");
  }
}
