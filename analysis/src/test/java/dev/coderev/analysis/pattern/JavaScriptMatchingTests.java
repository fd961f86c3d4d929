package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class JavaScriptMatchingTests {
  private final MatchTable script = new MatchTable(Language.JAVASCRIPT);

  @Test
  void knowsWhatImportsBringIn() {
    script.check(
        "child_process.exec(...)",
        """
        const cp = require("child_process");
        const { exec } = require("child_process");
        const { exec: run } = require("node:child_process");
        import all from "child_process";
        import * as star from "child_process";
        import { exec as go } from "child_process";
        cp.exec(a); //!
        exec(b); //!
        run(c); //!
        all.exec(d); //!
        star.exec(e); //!
        go(f); //!
        other.exec(g);
        """);
  }

  @Test
  void knowsFunctionsOfModulesUnderOtherNames() {
    script.check(
        "child_process.exec(...)",
        """
        const exec = require("child_process").exec;
        const cp = require("child_process");
        const { exec: again } = cp;
        const util = require("util");
        const waiting = util.promisify(cp.exec);
        const all = require("bluebird").promisifyAll(cp);
        const bound = cp.exec.bind(cp);
        exec(a); //!
        again(b); //!
        waiting(c); //!
        all.exec(d); //!
        bound(e); //!
        require("child_process").exec(f); //!
        util.promisify(cp.exec)(g); //!
        async function load() { (await import("child_process")).exec(h); } //!
        (await import("other")).exec(i);
        function own(exec) { exec(j); }
        const other = cp.execFile;
        other(k);
        """);
  }

  @Test
  void knowsPackagesByTheirNamesInCamelCase() {
    script.check(
        "crossSpawn(...)",
        """
        const run = require("cross-spawn");
        run(a); //!
        require("cross-spawn")(b); //!
        crossSpawn(c); //!
        require("cross-dress")(d);
        """);
    script.check(
        "fs.readFile(...)",
        """
        const files = require("graceful-fs");
        files.readFile(a); //!
        require("fs-extra").readFile(b); //!
        files.writeFile(c);
        """);
  }

  @Test
  void findsImportsHoweverTheyAreWritten() {
    script.check("import $X from \"a\"", "import x from \"a\"; //!\nimport y from \"b\";\n");
    script.check(
        "import { x } from \"a\"", "import { y, x } from 'a'; //!\nimport { y } from 'a';\n");
    script.check(
        "import * as $X from \"a\"", "import * as b from \"a\"; //!\nimport c from \"a\";\n");
    script.check("require(\"a\")", "const x = require('a'); //!\nrequire(\"b\");\n");
  }

  @Test
  void foldsConstants() {
    script.check(
        "f(\"ab\")",
        """
        const A = "a" + "b";
        const B = `ab`;
        f("ab"); //!
        f('ab'); //!
        f(A); //!
        f(B); //!
        f(`${A}`); //!
        let c = "ab";
        c = other();
        f(c);
        """);
    script.check("g(16)", "g(16); //!\ng(0x10); //!\ng(2 * 8); //!\ng(17);\n");
    script.check("g(true)", "const t = true;\ng(t); //!\ng(true); //!\ng(false);\n");
    script.check("g(-1)", "const t = -1;\ng(t); //!\ng(-1); //!\ng(1);\n");
  }

  @Test
  void matchesObjectsInAnyOrder() {
    String code =
        """
        f({ a: 1, b: 2 }); //!
        f({ b: 2, "a": 1 }); //!
        f({ b: 2 });
        """;
    script.check("f({ a: 1, ... })", code);
    script.check("f({ ..., a: 1, ... })", code);
    script.check("{ $K: evil }", "x = { a: evil }; //!\ny = { a: good };\n");
    script.check("[..., 1]", "x = [2, 1]; //!\ny = [1, 2];\n");
  }

  @Test
  void treatsDeclarationsAsAssignments() {
    script.check(
        "$X = f()",
        """
        const a = f(); //!
        let b = f(); //!
        var c = f(); //!
        d = f(); //!
        e = g();
        """);
    script.check("const $X = f()", "const a = f(); //!\nconst b = g();\n");
  }

  @Test
  void matchesFunctionsOfEveryForm() {
    script.check("function $F(...) { ... }", "function a(x) { return x; } //!\nvar y = 1;\n");
    script.check("($X) => $X.y", "f((a) => a.y); //!\nf((a) => b.y);\n");
    script.check("(..., $X, ...) => { ... }", "f((a, b) => { g(); }); //!\nf(g);\n");
    script.check("async function $F(...) { ... }", "async function a() {} //!\nfunction b() {}\n");
    script.check("await $X", "async function a() {\n  await f(); //!\n  f();\n}\n");
  }

  @Test
  void matchesClassesAndTheirBodies() {
    script.check(
        "class $C extends Base { ... }",
        """
        class A extends Base { //!
          m() {}
        }
        class B {
        }
        """);
    script.check("new Foo(...)", "x = new Foo(1); //!\ny = new Bar();\nz = Foo();\n");
    script.check("this.$X = $Y", "class A {\n  m(a) {\n    this.x = a; //!\n    x = a;\n  }\n}\n");
  }

  @Test
  void followsStatementsOverAnEllipsis() {
    script.check(
        """
        $X = get();
        ...
        put($X);
        """,
        """
        function a() {
          const x = get(); //!
          log();
          if (x) {
            put(x);
          }
        }
        function b() {
          const y = get();
          put(z);
        }
        """);
  }

  @Test
  void matchesControlFlow() {
    script.check("for (const $X of $Y) { ... }", "for (const a of b) { f(); } //!\nfor (;;) {}\n");
    script.check("for (let $X in $Y) { ... }", "for (let a in b) { f(); } //!\nwhile (a) {}\n");
    script.check("while ($X) { ... }", "while (a) { f(); } //!\nif (a) {}\n");
    script.check(
        "try { ... } catch ($E) { }",
        "try { f(); } catch (e) { } //!\ntry { f(); } catch (e) { g(); }\n");
    script.check(
        "if ($X) { ... } else { ... }", "if (a) { f(); } else { g(); } //!\nif (b) { f(); }\n");
    script.check("switch ($X) { ... }", "switch (a) { case 1: f(); } //!\n");
    script.check("throw $X", "function f() {\n  throw a; //!\n}\n");
  }

  @Test
  void matchesOperators() {
    script.check("a && b && c", "x = a && (b && c); //!\ny = (a && b) && c; //!\nz = a && b;\n");
    script.check("a | b", "x = a | b; //!\ny = b | a; //!\nz = a & b;\n");
    script.check("$X + ...", "x = a + b + c; //!\ny = a - b;\n");
    script.check("$X === $X", "x = a === a; //!\ny = a === b;\n");
    script.check("typeof $X", "x = typeof a; //!\ny = !a;\n");
    script.check("$C ? $A : $B", "x = a ? b : c; //!\n");
    script.check("delete $X[$K]", "delete a[b]; //!\ndelete a;\n");
    script.check("$X += $Y", "a += b; //!\na -= b;\n");
    script.check("$X++", "a++; //!\na--;\n");
  }

  @Test
  void looksDeepIntoExpressions() {
    script.check("f(<... evil ...>)", "f(1 + g(evil)); //!\nf(evil); //!\nf(good);\n");
    script.check("$X. ... .end()", "a.b().c(1).end(); //!\na.b().start();\n");
    script.check("`...${$X}...`", "x = `a ${b} c`; //!\ny = \"a\";\n");
    script.check("f(\"...\")", "f(\"a\"); //!\nf('b'); //!\nf(c);\n");
    script.check("f(\"=~/^a/\")", "f(\"ab\"); //!\nf('b');\n");
    script.check("/$R/", "x = /a+/; //!\ny = \"a\";\n");
  }

  @Test
  void matchesMarkup() {
    script.check("<div $A={$X} />", "x = <div id={a} />; //!\ny = <p id={a} />;\n");
    script.check(
        "<$T ... dangerous={$X} ... />",
        "x = <div a=\"1\" dangerous={y} b=\"2\" />; //!\nz = <div a=\"1\" />;\n");
    script.check("<a ...>...</a>", "x = <a href=\"b\">text</a>; //!\ny = <b>text</b>;\n");
  }

  @Test
  void functionsOfAnyNameAreLambdasToo() {
    String code =
        """
        app.get("/", (req, res) => { //!
          res.send(1)
        })
        app.get("/", function (req, res) { res.send(2) }) //!
        function named(req, res) { res.send(3) } //!
        app.get("/", (req) => {})
        """;
    new MatchTable(Language.JAVASCRIPT).check("function ... ($REQ, $RES) {...}", code);
  }

  @Test
  void importsAndMarkupTakeEllipses() {
    MatchTable script = new MatchTable(Language.JAVASCRIPT);
    script.check(
        "import { ..., $S, ... } from 'lib'",
        """
        import { a, b } from 'lib' //!
        import { c } from 'other'
        """);
    script.check("run(`...`)", "run(`a ${b}`) //!\nrun(c)\n");
    script.check("run(\"...\")", "run(`a ${b}`)\nrun('c') //!\n");
  }
}
