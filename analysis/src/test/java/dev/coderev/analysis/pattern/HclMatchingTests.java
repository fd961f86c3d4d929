package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class HclMatchingTests {
  private final MatchTable hcl = new MatchTable(Language.HCL);

  @Test
  void takesBlocksByTypeAndLabels() {
    String code =
        """
        resource "vault" "main" { #!
          open = true
        }
        resource "vault" "spare" {} #!
        data "vault" "main" {}
        resource "shelf" "main" {}
        """;
    hcl.check("resource \"vault\" $NAME {...}", code);
    hcl.check("resource \"vault\" \"...\" {\n  ...\n}", code);
    hcl.check("resource \"vault\" \"...\"", code);
  }

  @Test
  void namesOfBlockTypesAreExpressions() {
    hcl.check(
        "resource",
        """
        resource "vault" "main" {} #!
        data "vault" "main" {}
        """);
  }

  @Test
  void takesAttributesInAnyOrderAndAtAnyDepthBelowAnEllipsis() {
    String code =
        """
        resource "vault" "a" { #!
          name = "x"
          lock {
            sides {
              strong = false
            }
          }
        }
        resource "vault" "b" { #!
          lock {
            strong = false
          }
          name = "y"
        }
        resource "vault" "c" {
          lock {
            strong = true
          }
        }
        """;
    hcl.check(
        """
        resource "vault" "..." {
          ...
          name = $N
          ...
          lock {
            ...
            strong = false
            ...
          }
          ...
        }
        """,
        code);
  }

  @Test
  void withoutAnEllipsisABlockMayStillHoldMore() {
    hcl.check(
        "lock { strong = true }",
        """
        lock { #!
          strong = true
          wide   = true
        }
        lock {
          wide = true
        }
        """);
  }

  @Test
  void quotedAndPlainValuesAreTheSame() {
    String code =
        """
        a {
          on = true #!
        }
        b {
          on = "true" #!
        }
        c {
          on = false
        }
        """;
    hcl.check("on = true", code);
    hcl.check("on = \"true\"", code);
  }

  @Test
  void findsAttributesInObjectsToo() {
    hcl.check(
        "Effect = \"Allow\"",
        """
        policy = jsonencode({
          Statement = [{
            Effect = "Allow" #!
            Action = "*"
          }, {
            "Effect" : "Deny"
          }]
        })
        """);
    hcl.check(
        "{..., Action = [..., \"run:*\", ...], ...}",
        """
        a = { Effect = "Allow", Action = ["stop:*", "run:*"] } #!
        b = { Effect = "Allow", Action = ["stop:*"] }
        """);
  }

  @Test
  void seesExpressionsWithinStrings() {
    hcl.check(
        "secret($X)",
        """
        a = "pre-${secret(var.name)}-post" #!
        b = "secret(1)"
        c = <<-END
          text ${secret(var.other)} #!
        END
        d = [for s in var.all : secret(s) if s != ""] #!
        e = var.flag ? secret(1) : null #!
        """);
  }
}
