package dev.coderev.analysis.engine;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a first look leaves out is never what a flow needs. */
class FirstLookTests {
  @Test
  void fieldsHoldWhatConstructorsAndInitializersFetched() {
    ProjectCase.of(
            """
            === a/Settings.java
            package a;
            class Settings {
              final String early = source();
              final String late;
              final String fixed;
              Settings() { this.late = fetch(); this.fixed = "x"; }
              private String fetch() { return source(); }
              String early() { return early; }
              String late() { return late; }
              String fixed() { return fixed; }
            }
            === a/Use.java
            package a;
            class Use {
              void go() {
                Settings settings = new Settings();
                Out.put(settings.early());
                Out.show(settings.late());
                Out.keep(settings.fixed());
              }
            }
            === a/Out.java
            package a;
            class Out {
              static void put(String s) { sink(s); } // FOUND
              static void show(String s) { sink(s); } // FOUND
              static void keep(String s) { sink(s); }
            }
            """)
        .holds();
  }

  @Test
  void functionsThatObjectsKeepAreStillCalled() {
    ProjectCase.of(
            """
            === a/Handler.java
            package a;
            import java.util.function.Consumer;
            class Handler {
              private final Consumer<String> then;
              Handler() { this.then = text -> sink(text); } // FOUND
              void handle(String text) { then.accept(text); }
            }
            === a/Page.java
            package a;
            class Page {
              void get() { new Handler().handle(source()); }
            }
            """)
        .holds();
  }

  @Test
  void constantsOfOtherFilesStillCloseBranches() {
    ProjectCase.of(
            """
            === a/Flags.java
            package a;
            class Flags {
              static boolean off() { return false; }
              static boolean on() { return true; }
            }
            === a/Page.java
            package a;
            class Page {
              void get() {
                String text = source();
                if (Flags.off()) { Out.put(text); }
                if (Flags.on()) { Out.show(text); }
              }
            }
            === a/Out.java
            package a;
            class Out {
              static void put(String s) { sink(s); }
              static void show(String s) { sink(s); } // FOUND
            }
            """)
        .holds();
  }

  @Test
  void objectsMadeByTheWayCarryWhatIsPutIntoThem() {
    ProjectCase.of(
            """
            === a/Box.java
            package a;
            class Box {
              private String text = "";
              private final String label;
              Box(String label) { this.label = label; }
              Box with(String text) { this.text = text; return this; }
              String text() { return text; }
              String label() { return label; }
            }
            === a/Page.java
            package a;
            class Page {
              void get() {
                Box box = new Box("name").with(source());
                Out.put(box.text());
                Out.keep(box.label());
              }
            }
            === a/Out.java
            package a;
            class Out {
              static void put(String s) { sink(s); } // FOUND
              static void keep(String s) { sink(s); }
            }
            """)
        .holds();
  }

  @Test
  void looksThatServeEachOtherFindWhatEachFindsAlone() {
    String pages =
        IntStream.range(0, 40)
            .mapToObj(i ->
                """
                === a/Page%1$d.java
                package a;
                class Page%1$d {
                  void get() { Out.put(Shared.read()); sink(Shared.wrap(source())); } // FOUND
                  void keep() { sink(Shared.wrap("%1$d")); }
                }
                """
                    .formatted(i))
            .collect(Collectors.joining());
    ProjectCase.of(
            pages
                + """
                === a/Shared.java
                package a;
                class Shared {
                  static String read() { return wrap(source()); }
                  static String wrap(String s) { return "<" + s + ">"; }
                }
                === a/Out.java
                package a;
                class Out {
                  static void put(String s) { sink(s); } // FOUND
                }
                """)
        .holds();
  }
}
