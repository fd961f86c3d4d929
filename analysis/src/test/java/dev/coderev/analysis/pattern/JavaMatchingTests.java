package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import org.junit.jupiter.api.Test;

class JavaMatchingTests {
  private final MatchTable java = new MatchTable(Language.JAVA);

  @Test
  void matchesCallsWithAnyArguments() {
    java.check(
        "foo(...)",
        """
        class A {
          void m() {
            foo(); //!
            int x = foo(1, 2); //!
            bar(foo(3)); //!
            bar();
          }
        }
        """);
  }

  @Test
  void bindsTheSameMetavariableToTheSameCode() {
    java.check(
        "$X == $X",
        """
        class A {
          boolean m(int a, int b) {
            boolean one = a == a; //!
            boolean two = a == b;
            return f(a + 1) == f(a + 1); //!
          }
        }
        """);
  }

  @Test
  void knowsTypesBelowAndWhatMethodsOfLibrariesGive() {
    java.check(
        "(java.sql.Statement $S).executeQuery($Q)",
        """
        import java.sql.*;
        class A {
          void m(Connection c, PreparedStatement p, Other o, String q) {
            p.executeQuery(q); //!
            c.createStatement().executeQuery(q); //!
            var s = c.createStatement();
            s.executeQuery(q); //!
            o.executeQuery(q);
            o.createStatement().executeQuery(q);
          }
        }
        """);
  }

  @Test
  void doesNotTakeATypeOfTheSameNameForOneOfALibrary() {
    java.check(
        "(java.sql.Statement $S).executeQuery($Q)",
        """
        import com.example.PreparedStatement;
        class A {
          void m(PreparedStatement p, String q) {
            p.executeQuery(q);
          }
          void n(java.sql.CallableStatement p, String q) {
            p.executeQuery(q); //!
          }
        }
        """);
  }

  @Test
  void findsLaterStatementsAtAnyDepth() {
    java.check(
        """
        $X = open();
        ...
        close($X);
        """,
        """
        class A {
          void m(boolean c) {
            r = open(); //!
            if (c) {
              close(r);
            }
          }
          void n() {
            r = open();
            close(s);
          }
        }
        """);
  }

  @Test
  void seesThroughImports() {
    java.check(
        "new java.util.Random()",
        """
        import java.util.Random;
        class A {
          Object r = new Random(); //!
          Object s = new java.util.Random(); //!
          Object t = new Other();
        }
        """);
  }

  @Test
  void propagatesConstants() {
    java.check(
        "foo(\"a-b\")",
        """
        class A {
          private static final String NAME = "b";
          void m(String p) {
            foo("a-" + NAME); //!
            String s = "a-b";
            foo(s); //!
            foo(p);
          }
        }
        """);
  }

  @Test
  void matchesByDeclaredType() {
    java.check(
        "(String $X).length()",
        """
        class A {
          void m(String s, Object o) {
            s.length(); //!
            o.length();
          }
        }
        """);
  }

  @Test
  void membersOfClassesMayBeHoles() {
    MatchTable table = new MatchTable(Language.JAVA);
    table.check(
        """
        class $C {
          ...
          Logger $LOG = ...;
          ...
          $M(...) {
            ...
            $LOG.info(...);
            ...
          }
          ...
        }
        """,
        """
        class A { //!
          Logger log = find();
          void run(int n) { log.info("x"); }
        }
        class B {
          void run(int n) { log.info("x"); }
        }
        """);
    table.check("public void check(...) { $S; }", "class A {\n public void check() {}\n}\n");
  }
}
