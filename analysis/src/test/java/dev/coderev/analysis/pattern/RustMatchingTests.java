package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class RustMatchingTests {
  private final MatchTable rust = new MatchTable(Language.RUST);

  @Test
  void knowsWhatImportsBringIn() {
    rust.check(
        "std::fs::read(...)",
        """
        use std::fs;
        use std::fs::read;
        use std::fs::read as load;
        use std::{io, fs as files};
        fn m() {
            fs::read(a); //!
            read(b); //!
            load(c); //!
            files::read(d); //!
            std::fs::read(e); //!
            io::read(f);
        }
        """);
    rust.check("use std::fs;", "use std::fs; //!\nuse std::io;\n");
  }

  @Test
  void matchesDefinitions() {
    rust.check("fn $F(...) { ... }", "fn a(x: i32) { g(x); } //!\nstruct B;\n");
    rust.check("fn $F(...) -> $T { ... }", "fn a(x: i32) -> i32 { x } //!\nstruct B;\n");
    rust.check("struct $S { ... }", "struct A { x: i32 } //!\nfn b() {}\n");
    rust.check("impl $T { ... }", "impl A { fn f() {} } //!\nfn b() {}\n");
    rust.check("let $X = f(...);", "fn m() {\n    let a = f(1); //!\n    let b = g(1);\n}\n");
  }

  @Test
  void matchesControlFlow() {
    rust.check("if $X { ... }", "fn m() {\n    if a { f(); } //!\n    g();\n}\n");
    rust.check("for $X in $Y { ... }", "fn m() {\n    for a in b { f(); } //!\n    g();\n}\n");
    rust.check("loop { ... }", "fn m() {\n    loop { f(); } //!\n    g();\n}\n");
    rust.check("while $X { ... }", "fn m() {\n    while a { f(); } //!\n    g();\n}\n");
    rust.check("match $X { ... }", "fn m() {\n    match a { _ => f() } //!\n}\n");
  }

  @Test
  void looksDeepIntoExpressions() {
    rust.check("f(<... evil ...>)", "fn m() {\n    f(1 + g(evil)); //!\n    f(good);\n}\n");
    rust.check("$X.unwrap()", "fn m() {\n    a().unwrap(); //!\n    a().get();\n}\n");
    rust.check("$X?", "fn m() {\n    a()?; //!\n    a();\n}\n");
    rust.check("println!(...)", "fn m() {\n    println!(\"a\"); //!\n    print(1);\n}\n");
    rust.check("f(\"...\")", "fn m() {\n    f(\"a\"); //!\n    f(b);\n}\n");
    rust.check("f(16)", "fn m() {\n    f(0x10); //!\n    f(1_6); //!\n    f(17);\n}\n");
    rust.check("$X as u8", "fn m() {\n    f(a as u8); //!\n    f(a as u16);\n}\n");
    rust.check("|$X| ...", "fn m() {\n    f(|a| g(a)); //!\n    f(a);\n}\n");
  }
}
