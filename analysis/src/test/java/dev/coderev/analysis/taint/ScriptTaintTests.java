package dev.coderev.analysis.taint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class ScriptTaintTests {
  private final TaintCase rule = TaintCase.in(Language.JAVASCRIPT);

  @Test
  void followsTemplatesDestructuringAndDefaults() {
    assertThat(
            rule.sinks(
                """
                const { a, b: c = 0, ...rest } = source();
                sink(`x ${a}`);
                sink(c);
                sink(rest);
                const [p, ...q] = ["x", source()];
                sink(p);
                sink(q);
                """))
        .containsExactly("sink(`x ${a}`)", "sink(c)", "sink(rest)", "sink(q)");
  }

  @Test
  void followsCallbacksAndPromises() {
    assertThat(
            rule.sinks(
                """
                const xs = source();
                xs.forEach(x => sink(x));
                const ys = xs.map(x => x + 1);
                sink(ys);
                load(1).then(v => sink(v));
                const all = [];
                xs.forEach(x => all.push(x));
                sink(all);
                """))
        .containsExactly("sink(x)", "sink(ys)", "sink(all)");
  }

  @Test
  void blocksHaveTheirOwnVariables() {
    assertThat(
            rule.sinks(
                """
                let a = "x";
                { let a = source(); sink(a); }
                sink(a);
                """))
        .hasSize(1);
  }

  @Test
  void functionsAreValues() {
    assertThat(
            rule.sinks(
                """
                const show = text => { sink(text); };
                const o = { run(x) { show(x); }, other: y => y };
                o.run(source());
                sink(o.other("x"));
                """))
        .containsExactly("sink(text)");
  }

  @Test
  void classesConstructAndKeepFields() {
    assertThat(
            rule.sinks(
                """
                class User {
                  constructor(name) { this.name = name; this.id = 1; }
                  show() { sink(this.name); sink(this.id); }
                }
                new User(source()).show();
                """))
        .containsExactly("sink(this.name)");
  }

  @Test
  void awaitConditionalsAndCasesHandOn() {
    assertThat(
            rule.sinks(
                """
                async function f(k) {
                  const a = await source();
                  const b = k ? a : "x";
                  let c;
                  switch (k) { case 1: c = b; break; default: c = "y"; }
                  for (const i of [1, 2]) { if (i > k) continue; sink(c); break; }
                  while (k) { c = "z"; k--; }
                  do { sink(c); } while (k++ < 3);
                  return c || "d";
                }
                f(1).then(v => sink(v));
                """))
        .hasSize(3);
  }

  @Test
  void literalsForNothingAreDead() {
    assertThat(
            rule.sinks("if (false) { sink(source()); } while (true) { work(); } sink(source());"))
        .isEmpty();
  }

  @Test
  void whatTheFileDoesNotDeclareIsNotTainted() {
    assertThat(
            rule.sinks(
                """
                function f() {
                  const a = {};
                  Object.assign(a, { k: source() });
                  sink(a);
                  Registry.add(source());
                }
                function g() { sink(Object.assign({}, { k: 1 })); sink(Registry.list()); }
                """))
        .containsExactly("sink(a)");
  }

  @Test
  void indexesAndNamesAreTheSame() {
    assertThat(rule.sinks("const o = {}; o['0'] = source(); sink(o[0]); sink(o[1]); sink(o.b);"))
        .containsExactly("sink(o[0])");
  }

  @Test
  void valuesThatAreWrittenInFunctionsAreNotConstant() {
    assertThat(
            rule.sinks(
                """
                let done = false;
                function finish() { done = true; }
                register(finish);
                if (done) { sink(source()); }
                """))
        .containsExactly("sink(source())");
  }
}
