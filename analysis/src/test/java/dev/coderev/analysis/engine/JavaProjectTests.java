package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaProjectTests {
  @Test
  void taintEntersSinksInOtherFiles() {
    ProjectCase.of(
            """
            === app/web/Page.java
            package app.web;
            import app.data.Store;
            class Page {
              void get() {
                String name = source();
                Store.find(name);
                Store.find("constant");
                new Store().save(name, "x");
                new Store().save("x", name);
              }
            }
            === app/data/Store.java
            package app.data;
            public class Store {
              public static void find(String name) {
                String query = "select " + name;
                sink(query); // FOUND
              }
              public void save(String a, String b) {
                sink(a); // FOUND
                keep(b);
              }
              private void keep(String b) {
                sink(b); // FOUND
              }
              public void never(String c) {
                sink(c);
              }
            }
            """)
        .holds();
  }

  @Test
  void aLimitKeepsDataWithinFiles() {
    ProjectCase project =
        ProjectCase.of(
            """
            === a/A.java
            package a;
            class A {
              void get() {
                sink(source()); // FOUND
                B.pass(source());
              }
            }
            === a/B.java
            package a;
            class B {
              static void pass(String text) {
                sink(text); // FOUND
              }
            }
            """);
    project.holds();
    assertThat(project.foundWithinFiles()).containsExactly("a/A.java:4");
  }

  @Test
  void theWayNamesTheFileOfEachStep() {
    assertThat(
            ProjectCase.of(
                    """
                    === a/A.java
                    package a;
                    class A {
                      void get() {
                        B.pass(source());
                      }
                    }
                    === a/B.java
                    package a;
                    class B {
                      static void pass(String s) {
                        String t = s + "!";
                        sink(t);
                      }
                    }
                    """)
                .way())
        .containsExactly("a/A.java:4", "a/A.java:4", "a/B.java:4", "a/B.java:5");
  }

  @Test
  void helpersInOtherFilesReturnTaintOrConstants() {
    ProjectCase.of(
            """
            === a/Input.java
            package a;
            public class Input {
              public static String read() { return source(); }
              public static String fixed(String any) { return "fixed"; }
              public static String same(String any) { return any; }
              public static String cleaned(String any) { return clean(any); }
              public static final String KEY = "key";
              public static boolean on() { return true; }
            }
            === b/Use.java
            package b;
            import a.Input;
            class Use {
              void get() {
                String in = Input.read();
                sink(in); // FOUND
                sink(Input.fixed(in));
                sink(Input.same(in)); // FOUND
                sink(Input.same("x"));
                sink(Input.cleaned(in));
                sink(Input.KEY);
                String chosen = Input.on() ? "good" : in;
                sink(chosen);
                String other = Input.on() ? in : "good";
                sink(other); // FOUND
              }
            }
            """)
        .holds();
  }

  @Test
  void interfacesLeadToTheirImplementations() {
    ProjectCase.of(
            """
            === a/Service.java
            package a;
            public interface Service {
              String run(String s);
              void drop(String s);
            }
            === a/impl/ServiceBean.java
            package a.impl;
            import a.Service;
            @Component
            public class ServiceBean implements Service {
              @Override public String run(String s) { return s; }
              @Override public void drop(String s) { sink(s); } // FOUND
            }
            === a/web/Controller.java
            package a.web;
            import a.Service;
            class Controller {
              @Autowired private Service service;
              private final Other other;
              Controller(Other other) { this.other = other; }
              void get() {
                String in = source();
                service.drop(in);
                sink(service.run(in)); // FOUND
                sink(other.fixed(in));
              }
            }
            === a/web/Other.java
            package a.web;
            interface Other { String fixed(String s); }
            === a/web/Fixed.java
            package a.web;
            class Fixed implements Other { public String fixed(String s) { return "f"; } }
            """)
        .holds();
  }

  @Test
  void superclassesAndOverridesInOtherFilesAreKnown() {
    ProjectCase.of(
            """
            === a/Base.java
            package a;
            abstract class Base {
              protected String kept;
              Base(String s) { this.kept = s; }
              void work(String s) { hook(s); }
              abstract void hook(String s);
              String own() { return kept; }
            }
            === a/Sub.java
            package a;
            class Sub extends Base {
              Sub(String s) { super(s); }
              @Override void hook(String s) { sink(s); } // FOUND
            }
            === a/Use.java
            package a;
            class Use {
              void get() {
                Sub sub = new Sub(source());
                sub.work(source());
                sink(sub.own()); // FOUND
                Sub fine = new Sub("x");
                sink(fine.own());
              }
            }
            """)
        .holds();
  }

  @Test
  void objectsAndContainersCarryTaintThroughOtherFiles() {
    ProjectCase.of(
            """
            === a/Order.java
            package a;
            public class Order {
              private String name;
              private String note;
              public String getName() { return name; }
              public void setName(String name) { this.name = name; }
              public String getNote() { return note; }
              public void setNote(String note) { this.note = note; }
            }
            === a/Fill.java
            package a;
            import java.util.*;
            class Fill {
              static void into(Map<String, String> map, String in) {
                map.put("bad", in);
                map.put("good", "x");
              }
              static Order order(String in) {
                Order order = new Order();
                order.setName(in);
                order.setNote("fixed");
                return order;
              }
            }
            === a/Use.java
            package a;
            import java.util.*;
            class Use {
              void get() {
                String in = source();
                Map<String, String> map = new HashMap<>();
                Fill.into(map, in);
                sink(map.get("bad")); // FOUND
                sink(map.get("good"));
                Order order = Fill.order(in);
                sink(order.getName()); // FOUND
                sink(order.getNote());
              }
            }
            """)
        .holds();
  }

  @Test
  void staticImportsNestedClassesAndSameNamesAreToldApart() {
    ProjectCase.of(
            """
            === a/Tool.java
            package a;
            public class Tool {
              public static String pass(String s) { return s; }
              public static class Inner {
                public String fixed(String s) { return "f"; }
              }
            }
            === b/Tool.java
            package b;
            public class Tool {
              public static String pass(String s) { return "f"; }
            }
            === c/One.java
            package c;
            import static a.Tool.pass;
            import a.Tool;
            class One {
              void get() {
                sink(pass(source())); // FOUND
                sink(Tool.pass(source())); // FOUND
                sink(new Tool.Inner().fixed(source()));
              }
            }
            === c/Two.java
            package c;
            import b.Tool;
            class Two {
              void get() { sink(Tool.pass(source())); }
            }
            === b/Three.java
            package b;
            class Three {
              void get() { sink(Tool.pass(source())); }
            }
            """)
        .holds();
  }

  @Test
  void lambdasAreRunByFunctionsOfOtherFiles() {
    ProjectCase.of(
            """
            === a/Runner.java
            package a;
            import java.util.function.*;
            class Runner {
              static void each(String s, Consumer<String> action) { action.accept(s); }
              static String map(String s, Function<String, String> f) { return f.apply(s); }
            }
            === a/Use.java
            package a;
            class Use {
              void get() {
                Runner.each(source(), s -> sink(s)); // FOUND
                Runner.each("x", s -> sink(s));
                sink(Runner.map(source(), s -> "fixed"));
                sink(Runner.map(source(), s -> s)); // FOUND
              }
            }
            """)
        .holds();
  }

  @Test
  void recursionOverFilesEnds() {
    ProjectCase.of(
            """
            === a/Ping.java
            package a;
            class Ping {
              static String go(String s, int n) { return n == 0 ? s : Pong.go(s, n - 1); }
              void get() { sink(go(source(), 5)); } // FOUND
            }
            === a/Pong.java
            package a;
            class Pong extends Ping implements Loop {
              static String go(String s, int n) { return Ping.go(s, n); }
            }
            === a/Loop.java
            package a;
            interface Loop extends Loop {}
            """)
        .holds();
  }

  @Test
  void sourcesAndSinksMeetInACommonCaller() {
    ProjectCase.of(
            """
            === a/Reader.java
            package a;
            class Reader { String read() { return source(); } }
            === a/Writer.java
            package a;
            class Writer { void write(String s) { sink(s); } } // FOUND
            === a/Middle.java
            package a;
            class Middle {
              private final Reader reader = new Reader();
              private final Writer writer = new Writer();
              void copy() { writer.write(reader.read()); }
            }
            """)
        .holds();
  }
}
