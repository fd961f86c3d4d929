package dev.coderev.analysis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class PythonMatchingTests {
  private final MatchTable python = new MatchTable(Language.PYTHON);

  @Test
  void takesKeywordArgumentsInAnyOrder() {
    String code =
        """
        run("ls", shell=True, check=False) #!
        run("ls", check=False, shell=True)  #!
        run("ls", shell=False)
        """;
    python.check("run(..., shell=True, ...)", code);
    python.check("run($X, shell=True, check=False)", code);
  }

  @Test
  void knowsWhatIsAssignedOnceAndCalled() {
    python.check(
        "subprocess.run(...)",
        """
        import subprocess
        from subprocess import run
        start = subprocess.run
        again = run
        both = subprocess.run
        start("a") #!
        again("b") #!
        both("c")
        both = print
        def f(start):
            start("d")
        def g():
            start("e") #!
            inner = subprocess.run
            inner("f")
        """);
    python.check(
        "ssl.PROTOCOL_TLSv1",
        """
        import ssl
        CHOICE = ssl.PROTOCOL_TLSv1 #!
        use(CHOICE)
        """);
  }

  @Test
  void knowsWhatImportsBringIn() {
    python.check(
        "subprocess.run(...)",
        """
        import subprocess as sp
        from subprocess import run
        from subprocess import run as start
        import other
        sp.run("a") #!
        run("b") #!
        start("c") #!
        other.run("d")
        """);
    python.check(
        "a.b.f(...)",
        """
        import a.b
        from a import b
        from a.b import *
        a.b.f(1) #!
        b.f(2) #!
        f(3) #!
        c.f(4)
        """);
  }

  @Test
  void findsImportsHoweverTheyAreWritten() {
    python.check(
        "import telnetlib",
        """
        import telnetlib #!
        import os, telnetlib  #!
        import telnetlib as t #!
        import other
        """);
    python.check(
        "from a.b import c",
        """
        from a.b import c #!
        from a.b import d, c  #!
        from a.b import d
        from a import c
        """);
    python.check("from $M import $N", "from a import b #!\nimport c\n");
  }

  @Test
  void foldsConstants() {
    python.check(
        "f(\"xy\")",
        """
        A = "x" + "y"
        f("xy") #!
        f('xy') #!
        f(A) #!
        f("x")
        """);
    python.check("g(7)", "B = 2 * 3 + 1\ng(B) #!\ng(0x07) #!\ng(7) #!\ng(8)\n");
  }

  @Test
  void doesNotKnowWhatIsAssignedTwice() {
    python.check(
        "f(\"xy\")",
        """
        def again(c):
            v = "xy"
            if c:
                v = c
            f(v)
        """);
  }

  @Test
  void tellsKindsOfStrings() {
    String code =
        """
        f("abc") #!
        f(f"{x} abc")
        f(x)
        """;
    python.check("f(\"=~/^a.c$/\")", code);
    python.check("f(\"abc\")", code);
    python.check("f(f\"...\")", "f(f\"{x}\") #!\nf(\"x\")\n");
    python.check("f(\"...\")", "f(\"a\") #!\nf(\"\"\"b\"\"\") #!\nf(c)\n");
    python.check("f(\"$S\")", "f(\"a\") #!\nf(1)\n");
  }

  @Test
  void seesDefinitionsThroughDecorators() {
    String code =
        """
        @app.route("/a")
        @cached
        def a(x, y=1):
            return x

        def b(x):
            pass
        """;
    assertThat(python.lines("@app.route(...)\ndef $F(...):\n    ...", code)).hasSize(1);
    assertThat(python.lines("def $F(...):\n    ...", code)).hasSize(2);
    python.check("return $X", code.replace("return x", "return x #!"));
  }

  @Test
  void matchesClassesAndTheirBodies() {
    python.check(
        "class $C(Base):\n    ...",
        """
        class A(Base): #!
            x = 1
        class B(Other):
            y = 2
        """);
    python.check(
        "class $C:\n    ...\n    def $F(self):\n        ...",
        """
        class A: #!
            x = 1
            def f(self):
                pass
        class B:
            y = 2
        """);
  }

  @Test
  void followsStatementsOverAnEllipsis() {
    python.check(
        "$X = open(...)\n...\n$X.read()",
        """
        def a():
            f = open("a") #!
            log(f)
            return f.read()
        def b():
            g = open("b")
            f.read()
        """);
  }

  @Test
  void matchesControlFlow() {
    python.check(
        "try:\n    ...\nexcept $E:\n    pass",
        """
        try: #!
            f()
        except ValueError:
            pass
        try:
            h()
        except ValueError:
            log()
        """);
    python.check("for $X in $Y:\n    ...", "for a in b: #!\n    f(a)\nwhile x:\n    g()\n");
    python.check("while True:\n    ...", "while True: #!\n    f()\nwhile x:\n    g()\n");
    python.check(
        "with open(...) as $F:\n    ...",
        "with open(x) as f: #!\n    f()\nwith y as f:\n    g()\n");
    python.check(
        "if $A:\n    ...\nelse:\n    ...", "if a: #!\n    f()\nelse:\n    g()\nif b:\n    f()\n");
  }

  @Test
  void matchesCollections() {
    python.check("{..., \"a\": $X, ...}", "x = {\"b\": 1, \"a\": 2} #!\ny = {\"b\": 1}\n");
    python.check("[..., 1, ...]", "x = [2, 1, 3] #!\ny = [2, 3]\n");
    python.check("($A, $B)", "x = (1, 2) #!\ny = (1, 2, 3)\n");
    python.check("[$X for $X in $Y]", "x = [a for a in b] #!\ny = [a for b in c]\n");
    python.check("$D[\"k\"]", "x = d[\"k\"] #!\ny = d[\"j\"]\n");
    python.check("$A[$B:$C]", "x = d[1:2] #!\ny = d[1]\n");
  }

  @Test
  void looksDeepIntoExpressions() {
    python.check("f(<... evil ...>)", "f(1 + g(evil)) #!\nf(evil) #!\nf(good)\n");
    python.check("a. ... .z()", "a.b().c(1).z() #!\na.z() #!\nb.c().z()\n");
    python.check("$X or $Y", "a or b #!\na and b\n");
    python.check("not $X", "not a #!\na\n");
    python.check("$X is None", "a is None #!\na is not None\na == None\n");
    python.check("lambda $X: ...", "f(lambda x: x) #!\nf(x)\n");
    python.check("$X if $C else $Y", "z = a if b else c #!\n");
  }

  @Test
  void knowsDeclaredTypes() {
    python.check(
        "($X: Client).send(...)",
        """
        def f(a: Client, b: Other):
            a.send(1) #!
            b.send(1)
            c = Client()
            c.send(2) #!
        """);
  }

  @Test
  void importsHoldWhereTheyStand() {
    python.check(
        "lib.start($X)",
        """
        from lib import start
        start(1) #!
        def other():
          from mine import start
          start(2)
        def again():
          start(3) #!
        from mine import start
        start(4)
        """);
  }

  @Test
  void stringsSideBySideAreManyStrings() {
    python.check(
        "\"...\" \"...\"",
        """
        a = ["one" "two" "three"] #!
        b = ["one", "two"]
        """);
  }

  @Test
  void aTextWithComputedPartsIsNoPlainText() {
    python.check("run(\"...\")", "run(\"a\") #!\nrun(f\"a {b}\")\n");
  }
}
