package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class RubyMatchingTests {
  private final MatchTable ruby = new MatchTable(Language.RUBY);

  @Test
  void matchesCallsWithAndWithoutParentheses() {
    ruby.check("system(...)", "system(\"ls\") #!\nsystem \"ls\"  #!\nother(\"ls\")\n");
    ruby.check("$X.find(...)", "User.find(1) #!\nUser.all\n");
    ruby.check("redirect_to params[$K]", "redirect_to params[:url] #!\nredirect_to root\n");
    ruby.check("f(..., a: $X, ...)", "f(1, a: 2) #!\nf(b: 1, a: 3) #!\nf(b: 1)\n");
    ruby.check("A::B.new(...)", "x = A::B.new(1) #!\ny = B.new(1)\n");
  }

  @Test
  void matchesDefinitions() {
    ruby.check("def $F(...)\n  ...\nend", "def a(x) #!\n  x\nend\ny = 1\n");
  }

  @Test
  void matchesControlFlow() {
    ruby.check("if $X\n  ...\nend", "if a #!\n  f\nend\nwhile b\n  f\nend\n");
    ruby.check("while $X\n  ...\nend", "if a\n  f\nend\nwhile b #!\n  f\nend\n");
    ruby.check("begin\n  ...\nrescue $E\n  ...\nend", "begin #!\n  f\nrescue Bad\n  g\nend\nh\n");
    ruby.check("$X.each do |$Y|\n  ...\nend", "a.each do |b| #!\n  f(b)\nend\na.size\n");
    ruby.check("$X unless $Y", "f(1) unless a #!\nf(2) if a\n");
  }

  @Test
  void foldsConstants() {
    ruby.check("f(\"ab\")", "A = \"a\" + \"b\"\nf(A) #!\nf('ab') #!\nf(\"ab\") #!\nf(\"a\")\n");
    ruby.check("f(\"...\")", "f(\"a\") #!\nf('b') #!\nf(c)\n");
    ruby.check("f(:name)", "f(:name) #!\nf(:other)\n");
    ruby.check("f(\"=~/^a/\")", "f(\"ab\") #!\nf(\"ba\")\n");
  }

  @Test
  void looksDeepIntoExpressions() {
    ruby.check("f(<... evil ...>)", "f(1 + g(evil)) #!\nf(good)\n");
    ruby.check("\"...#{$X}...\"", "x = \"a #{b}\" #!\ny = \"a\"\n");
    ruby.check("{..., :a => $X, ...}", "x = {:b => 1, :a => 2} #!\ny = {:b => 1}\n");
    ruby.check("[..., 1, ...]", "x = [2, 1, 3] #!\ny = [2]\n");
    ruby.check("$X && $Y", "x = a && b #!\ny = a || b\n");
    ruby.check("`...`", "x = `ls` #!\ny = \"ls\"\n");
  }

  @Test
  void followsStatementsOverAnEllipsis() {
    ruby.check(
        "$X = open(...)\n...\n$X.close",
        "def a\n  f = open(1) #!\n  log\n  f.close\nend\ndef b\n  g = open(1)\n  f.close\nend\n");
  }

  @Test
  void namesOfClassesAndKeysOfMapsMayBeHoles() {
    MatchTable table = new MatchTable(Language.RUBY);
    table.check(
        """
        class $C < Base
          ...
          lock $X
          ...
        end
        """,
        """
        class Door < Base #!
          paint :red
          lock :front
        end
        class Wall < Other
          lock :back
        end
        """);
    table.check(":$KEY => false", "a = {:open => false, :b => 1} #!\nf(:open => false)\n");
    table.check("... .permit(...)", "params.x.permit(:a) #!\npermit(:b)\n");
  }
}
