package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class SolidityMatchingTests {
  private final MatchTable solidity = new MatchTable(Language.SOLIDITY);

  @Test
  void tellsWordsOfTheLanguageFromModifiers() {
    String code =
        """
        contract C {
          function a(address x) public { f(); } //!
          function b(address x) external onlyOwner { f(); }
          function c(uint256 x) public {}
          function d(address x) public only(1) { f(); } //!
        }
        """;
    solidity.check("function $F(..., address $X, ...) public {...}", code);
    solidity.check(
        "function $F(...) $M {...}",
        """
        contract C {
          function a() public {}
          function b() external onlyOwner {} //!
        }
        """);
  }

  @Test
  void findsCallsWithOptions() {
    String code =
        """
        contract C {
          function f(address to) public {
            to.call{value: 1}(""); //!
            to.call("");
            (bool ok, ) = to.call{value: 2}("x"); //!
          }
        }
        """;
    solidity.check("$X.call{value: ...}(...)", code);
  }

  @Test
  void takesMembersInAnyOrderAndInheritance() {
    solidity.check(
        """
        contract $C is ..., Proxy, ... {
          ...
          $T $V = ...;
          ...
        }
        """,
        """
        contract A is Base, Proxy { //!
          function f() public {}
          uint256 v = 1;
        }
        contract B is Base {
          uint256 v = 1;
        }
        contract D is Proxy {
          uint256 v;
        }
        """);
  }

  @Test
  void readsStatementsThatStandAlone() {
    String code =
        """
        contract C {
          function f(uint256 i) public {
            require(i > 0, "none"); //!
            for (uint256 k = 0; k < i; k++) { g(k); }
            unchecked { i += 1; }
            if (i > 3) revert("much");
          }
        }
        """;
    solidity.check("require(..., \"$M\");", code);
    assertThat(solidity.lines("for (...) {\n  ...\n  g($X);\n}", code)).containsExactly(4);
    assertThat(solidity.lines("$X++", code)).containsExactly(4);
    assertThat(solidity.lines("unchecked { ... }", code)).containsExactly(5);
  }
}
