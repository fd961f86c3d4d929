package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class TypeScriptMatchingTests {
  private final MatchTable script = new MatchTable(Language.TYPESCRIPT);

  @Test
  void knowsDeclaredTypes() {
    script.check(
        "($X: Client).send(...)",
        """
        function f(a: Client, b: Other) {
          a.send(1); //!
          b.send(1);
          const c: Client = make();
          c.send(2); //!
          const d = new Client();
          d.send(3); //!
        }
        class A {
          private e: Client;
          constructor(private g: Client) {}
          m() {
            this.e.send(4); //!
          }
        }
        """);
  }

  @Test
  void bindsTypesOfParameters() {
    script.check(
        "function $F($X: string) { ... }",
        "function a(x: string) {} //!\nfunction b(x: number) {}\n");
    script.check("$X as any", "const a = b as any; //!\nconst c = b as string;\n");
    script.check("let $X: any", "let a: any; //!\nlet b: string;\n");
  }

  @Test
  void matchesClassesAndInterfaces() {
    script.check(
        "class $C { ... }",
        """
        export class A { //!
          private x = 1;
        }
        interface B {}
        """);
    script.check("interface $I { ... }", "interface A { x: string } //!\nclass B {}\n");
  }

  @Test
  void knowsWhatImportsBringIn() {
    script.check(
        "fs.readFile(...)",
        """
        import { readFile } from "fs";
        import { readFile as read } from "node:fs";
        import * as f from "fs";
        readFile(a); //!
        read(b); //!
        f.readFile(c); //!
        g.readFile(d);
        """);
  }

  @Test
  void foldsConstants() {
    script.check(
        "f(\"ab\")",
        """
        const a: string = "a";
        f(a + "b"); //!
        f("ab"); //!
        f(a);
        """);
  }
}
