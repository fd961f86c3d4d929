package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class LoopMatchingTests {
  @Test
  void aLoneEllipsisIsAnyHeaderInJava() {
    new MatchTable(Language.JAVA)
        .check(
            "for (...) { ... }",
            """
            class A {
              void m() {
                for (int i = 0; i < 3; i++) { f(); } //!
                for (String s : names) { f(); } //!
                for (;;) { f(); } //!
                while (true) { f(); }
              }
            }
            """);
  }

  @Test
  void aLoneEllipsisIsAnyHeaderInJavaScript() {
    new MatchTable(Language.JAVASCRIPT)
        .check(
            "for (...) { ... }",
            """
            for (let i = 0; i < 3; i++) { f(); } //!
            for (const name of names) { f(); } //!
            while (true) { f(); }
            """);
  }
}
