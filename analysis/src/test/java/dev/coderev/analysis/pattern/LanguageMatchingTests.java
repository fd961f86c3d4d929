package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageMatchingTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVA | try { ... } catch ($E $X) { } | class A { void m() { try { f(); } catch (Err e) { } } }",
        "JAVA | @Get(...) $T $F(..., $P $X, ...) { ... } | class A { @Get(1) int m(int a, B b) { return a; } }",
        "JAVA | class $C extends Base { ... } | class A extends Base { int x; }",
        "JAVA | $X. ... .build() | class A { Object o = make().a().b(1).build(); }",
        "JAVA | if (<... $X == null ...>) { ... } | class A { void m(Object o) { if (f() && o == null) { g(); } } }",
        "JAVA | for (...) { ... f($X); ... } | class A { void m() { for (int i = 0; i < 3; i++) { f(i); } } }",
        "JAVA | $A && $B | class A { boolean b = x && y && z; }",
        "JAVA | \"=~/^sel.*/i\" | class A { String s = \"SELECT\"; }",
        "JAVA | (List<$T> $X).add($Y) | class A { void m(List<String> l) { l.add(\"a\"); } }",
        "JAVA | enum $E { ... } | enum A { X, Y }",
        "JAVA | synchronized ($L) { ... } | class A { void m() { synchronized (this) { f(); } } }",
        "JAVA | switch ($X) { case 1: ... } | class A { void m(int x) { switch (x) { case 1: f(); break; default: g(); } } }",
        "PYTHON | def $F(..., $P=[], ...): ... | def f(a, b=[]): pass",
        "PYTHON | f\"...{$X}...\" | q = f\"select {x} from\"",
        "PYTHON | f(..., key=$V, ...) | f(1, other=2, key=3)",
        "PYTHON | from os import $X | from os import path as p",
        "PYTHON | {..., \"a\": $X, ...} | d = {\"b\": 1, \"a\": 2}",
        "PYTHON | except $E: ... | @-",
        "PYTHON | lambda $X: $X | f = lambda a: a",
        "PYTHON | [$X for $X in $Y] | l = [a for a in b]",
        "JAVASCRIPT | function $F(...) { ... } | const f = (a) => { return a; };",
        "JAVASCRIPT | import {$X} from 'm' | const { a } = require('m');",
        "JAVASCRIPT | import * as $S from 'm' | const a = require('m');",
        "JAVASCRIPT | fs.$CALL($X) | import { readFile as rf } from 'fs'; rf('x');",
        "PYTHON | requests.$M($X) | from requests import get; get(a)",
        "JAVASCRIPT | `...${$X}...` | const s = `a${b}c`;",
        "JAVASCRIPT | <a href={$X} ... /> | const e = <a id=\"1\" href={u} />;",
        "JAVASCRIPT | {..., a: $X, ...} | f({b: 1, a: 2});",
        "JAVASCRIPT | fs.readFile(...) | import { readFile as rf } from 'fs'; rf('x');",
        "JAVASCRIPT | new RegExp(/$R/) | new RegExp(/abc/);",
        "JAVASCRIPT | for (const $X of $Y) { ... } | for (const a of b) { f(a); }",
        "TYPESCRIPT | ($X : string).trim() | function f(a: string) { return a.trim(); }",
        "GO | $X, $E := f(...) | @go x, err := f(1)",
        "GO | func $F(...) $T { ... } | @- func g(a int) string { return \"\" }",
        "GO | tls.Config{..., InsecureSkipVerify: true, ...} | @go c := tls.Config{A: 1, InsecureSkipVerify: true}",
        "C | strcpy($D, $S); | void f(char *a, char *b) { strcpy(a, b); }",
        "CPP | new $T(...) | void f() { auto x = new Foo(1); }",
        "CSHARP | new $T(...) | class A { void M() { var x = new Foo(1); } }",
        "RUBY | foo(...) | foo(1, 2)",
        "KOTLIN | foo($X) | fun m() { foo(1) }",
        "RUST | foo($X) | fn m() { foo(1); }",
        "PHP | foo($X) | <?php foo(1);",
      })
  void finds(Language language, String pattern, String code) {
    String whole = code;
    if (code.startsWith("@go ")) {
      whole = "package p\nfunc m() {\n" + code.substring(4) + "\n}\n";
    } else if (code.startsWith("@- ")) {
      whole = "package p\n" + code.substring(3) + "\n";
    } else if (code.equals("@-")) {
      whole = "try:\n  f()\nexcept E:\n  pass\n";
    }
    assertThat(new MatchTable(language).matches(pattern, whole)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JAVA | foo($X) | class A { void m() { foo(1, 2); foo(); } }",
        "JAVA | { foo(); } | class A { void m() { foo(); bar(); } }",
        "JAVA | (String $X).length() | class A { void m(StringBuilder b) { b.length(); } }",
        "JAVA | return; | class A { int m() { return 1; } }",
        "JAVA | java.util.Random $X = ...; | import other.Random; class A { Random r = f(); }",
        "PYTHON | f\"...\" | s = \"plain\"",
        "PYTHON | f(key=1) | f(key=1, other=2)",
        "PYTHON | os.system(...) | from other import system",
        "PYTHON | requests.$M($X) | from other import get; get(a)",
        "JAVASCRIPT | import * as $S from 'm' | const { a } = require('m');",
        "JAVASCRIPT | async function $F(...) { ... } | function f() { }",
        "GO | x := f() | package p",
      })
  void findsNothing(Language language, String pattern, String code) {
    assertThat(new MatchTable(language).matches(pattern, code)).isEmpty();
  }

  @Test
  void followsNamesToTheirValuesOnRequest() {
    MatchTable python = new MatchTable(Language.PYTHON, Map.of("symbolic_propagation", true));
    python.check(
        "run(build($X))",
        """
        def f(a):
            q = build(a)
            run(q) #!
        """);
  }

  @Test
  void joinsWhatBranchesAssign() {
    new MatchTable(Language.PYTHON)
        .check(
            "run(\"...\")",
            """
            def f(c, d):
                if c:
                    q = "a"
                else:
                    q = "b"
                run(q) #!
                if d:
                    q = c
                run(q)
                for x in d:
                    y = "a"
                    run(y) #!
                    y = x
            """);
  }

  @Test
  void bindsRunsOfArgumentsAndStatements() {
    Match match =
        new MatchTable(Language.PYTHON).matches("f($A, $...REST)", "f(1, 2, 3)\n").getFirst();
    assertThat(match.bindings().get("$...REST").orElseThrow().text()).isEqualTo("2, 3");
    assertThat(match.bindings().names()).containsExactly("$A", "$...REST");
    assertThat(match.bindings().toString()).contains("$A=1");
  }
}
