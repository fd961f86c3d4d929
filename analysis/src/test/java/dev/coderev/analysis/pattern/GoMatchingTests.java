package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class GoMatchingTests {
  private final MatchTable go = new MatchTable(Language.GO);

  @Test
  void findsFunctionsInAnyPackage() {
    go.check(
        "func $F(..., $P string, ...) { ... }",
        """
        package shop

        func named(id int, name string) int { //!
        	return id
        }

        func numbered(id int) {
        }
        """);
  }

  @Test
  void findsWhatFollowsAnImport() {
    go.check(
        """
        import "crypto/md5"
        ...
        md5.New()
        """,
        """
        package shop

        import (
        	"crypto/md5" //!
        	"io"
        )

        func sum() {
        	md5.New()
        }
        """);
  }

  @Test
  void takesThePointerTypeFromALiteral() {
    go.check(
        "($C : *http.Client).Get(...)",
        """
        package shop

        import "net/http"

        func load(other *Other) {
        	client := &http.Client{}
        	client.Get("a") //!
        	other.Get("b")
        }
        """);
  }
}
