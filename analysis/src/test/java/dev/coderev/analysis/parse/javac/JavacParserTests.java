package dev.coderev.analysis.parse.javac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import org.junit.jupiter.api.Test;

class JavacParserTests {
  private final JavacParser parser = new JavacParser();

  @Test
  void lowersAMethodWithAnnotationsModifiersAndParameters() {
    SyntaxTree tree =
        parse(
            """
            package a.b;
            import java.util.List;
            import static java.util.Map.*;
            @Ann(value = 1) public final class C<T> extends D implements E, F {
              private final List<String> names = null, others[] = null;
              @Override public <R> R m(@P int x, String... rest) throws IOException { return null; }
              C() { this(1); }
            }
            """);
    assertThat(tree.notes()).isEmpty();
    assertThat(tree.outline(0))
        .isEqualTo(
            """
            FILE
              STATEMENT: PACKAGE
                NAME: MEMBER '.'
                  OBJECT: IDENTIFIER 'a'
                  NAME: IDENTIFIER 'b'
              STATEMENT: IMPORT 'java.util.List'
                MODULE: MEMBER '.'
                  OBJECT: MEMBER '.'
                    OBJECT: IDENTIFIER 'java'
                    NAME: IDENTIFIER 'util'
                  NAME: IDENTIFIER 'List'
              STATEMENT: IMPORT 'java.util.Map'
                MODULE: MEMBER '.'
                  OBJECT: MEMBER '.'
                    OBJECT: IDENTIFIER 'java'
                    NAME: IDENTIFIER 'util'
                  NAME: IDENTIFIER 'Map'
                ELEMENT: IMPORTED_NAME '*'
              STATEMENT: CLASS 'class'
                ANNOTATION: ANNOTATION
                  NAME: IDENTIFIER 'Ann'
                  ARGUMENTS: ARGUMENT_LIST
                    ARGUMENT: KEYWORD_ARGUMENT
                      NAME: IDENTIFIER 'value'
                      VALUE: NUMBER '1'
                MODIFIERS: MODIFIERS
                  MODIFIER: MODIFIER 'public'
                  MODIFIER: MODIFIER 'final'
                NAME: IDENTIFIER 'C'
                TYPE_PARAMETERS: TYPE_PARAMETER_LIST
                  PARAMETER: PARAMETER
                    NAME: IDENTIFIER 'T'
                SUPERCLASS: IDENTIFIER 'D'
                INTERFACE: IDENTIFIER 'E'
                INTERFACE: IDENTIFIER 'F'
                BODY: BLOCK
                  STATEMENT: VARIABLE
                    MODIFIERS: MODIFIERS
                      MODIFIER: MODIFIER 'private'
                      MODIFIER: MODIFIER 'final'
                    TYPE: GENERIC_TYPE
                      TYPE: IDENTIFIER 'List'
                      TYPE_ARGUMENTS: TYPE_ARGUMENT_LIST
                        ARGUMENT: IDENTIFIER 'String'
                    NAME: IDENTIFIER 'names'
                    VALUE: NULL
                  STATEMENT: VARIABLE
                    MODIFIERS: MODIFIERS
                      MODIFIER: MODIFIER 'private'
                      MODIFIER: MODIFIER 'final'
                    TYPE: ARRAY_TYPE
                      TYPE: GENERIC_TYPE
                        TYPE: IDENTIFIER 'List'
                        TYPE_ARGUMENTS: TYPE_ARGUMENT_LIST
                          ARGUMENT: IDENTIFIER 'String'
                    NAME: IDENTIFIER 'others'
                    VALUE: NULL
                  STATEMENT: FUNCTION
                    ANNOTATION: ANNOTATION
                      NAME: IDENTIFIER 'Override'
                    MODIFIERS: MODIFIERS
                      MODIFIER: MODIFIER 'public'
                    TYPE_PARAMETERS: TYPE_PARAMETER_LIST
                      PARAMETER: PARAMETER
                        NAME: IDENTIFIER 'R'
                    TYPE: IDENTIFIER 'R'
                    NAME: IDENTIFIER 'm'
                    PARAMETERS: PARAMETER_LIST
                      PARAMETER: PARAMETER
                        ANNOTATION: ANNOTATION
                          NAME: IDENTIFIER 'P'
                        TYPE: IDENTIFIER 'int'
                        NAME: IDENTIFIER 'x'
                      PARAMETER: PARAMETER '...'
                        TYPE: ARRAY_TYPE
                          TYPE: IDENTIFIER 'String'
                        NAME: IDENTIFIER 'rest'
                    THROWS: IDENTIFIER 'IOException'
                    BODY: BLOCK
                      STATEMENT: RETURN
                        VALUE: NULL
                  STATEMENT: FUNCTION 'constructor'
                    NAME: IDENTIFIER 'C'
                    PARAMETERS: PARAMETER_LIST
                    BODY: BLOCK
                      STATEMENT: EXPRESSION_STATEMENT
                        VALUE: CALL
                          CALLEE: IDENTIFIER 'this'
                          ARGUMENTS: ARGUMENT_LIST
                            ARGUMENT: NUMBER '1'
            """);
  }

  @Test
  void lowersStatements() {
    assertThat(
            outlineOfBody(
                """
                for (int i = 0; i < n; i++) { continue; }
                for (String s : all) use(s);
                switch (k) { case 1: case 2: f(); break; default: g(); }
                try (R r = open()) { f(); } catch (A | B e) { throw e; } finally { }
                synchronized (lock) { ; }
                """))
        .isEqualTo(
            """
            BLOCK
              STATEMENT: FOR
                INIT: VARIABLE
                  TYPE: IDENTIFIER 'int'
                  NAME: IDENTIFIER 'i'
                  VALUE: NUMBER '0'
                CONDITION: BINARY '<'
                  LEFT: IDENTIFIER 'i'
                  RIGHT: IDENTIFIER 'n'
                UPDATE: UPDATE 'x++'
                  VALUE: IDENTIFIER 'i'
                BODY: BLOCK
                  STATEMENT: CONTINUE
              STATEMENT: FOR_EACH
                NAME: VARIABLE
                  TYPE: IDENTIFIER 'String'
                  NAME: IDENTIFIER 's'
                ITERABLE: IDENTIFIER 'all'
                BODY: EXPRESSION_STATEMENT
                  VALUE: CALL
                    CALLEE: IDENTIFIER 'use'
                    ARGUMENTS: ARGUMENT_LIST
                      ARGUMENT: IDENTIFIER 's'
              STATEMENT: SWITCH
                VALUE: IDENTIFIER 'k'
                CASE: CASE
                  LABEL: NUMBER '1'
                  BODY: BLOCK
                CASE: CASE
                  LABEL: NUMBER '2'
                  BODY: BLOCK
                    STATEMENT: EXPRESSION_STATEMENT
                      VALUE: CALL
                        CALLEE: IDENTIFIER 'f'
                        ARGUMENTS: ARGUMENT_LIST
                    STATEMENT: BREAK
                CASE: CASE
                  BODY: BLOCK
                    STATEMENT: EXPRESSION_STATEMENT
                      VALUE: CALL
                        CALLEE: IDENTIFIER 'g'
                        ARGUMENTS: ARGUMENT_LIST
              STATEMENT: TRY
                RESOURCE: VARIABLE
                  TYPE: IDENTIFIER 'R'
                  NAME: IDENTIFIER 'r'
                  VALUE: CALL
                    CALLEE: IDENTIFIER 'open'
                    ARGUMENTS: ARGUMENT_LIST
                BODY: BLOCK
                  STATEMENT: EXPRESSION_STATEMENT
                    VALUE: CALL
                      CALLEE: IDENTIFIER 'f'
                      ARGUMENTS: ARGUMENT_LIST
                CATCH: CATCH
                  PARAMETER: PARAMETER
                    TYPE: OTHER<union_type>
                      IDENTIFIER 'A'
                      IDENTIFIER 'B'
                    NAME: IDENTIFIER 'e'
                  BODY: BLOCK
                    STATEMENT: THROW
                      VALUE: IDENTIFIER 'e'
                FINALLY: BLOCK
              STATEMENT: SYNCHRONIZED
                VALUE: IDENTIFIER 'lock'
                BODY: BLOCK
                  STATEMENT: EMPTY
            """);
  }

  @Test
  void lowersExpressions() {
    assertThat(
            outlineOfBody(
                """
                var x = (a ? "p" + 'q' : 0x1FL) instanceof String s;
                y[1] += new int[] {1, 2}[0];
                Runnable r = () -> new T<>(A::b) { int f; };
                int old[] = (int[]) -z;
                """))
        .isEqualTo(
            """
            BLOCK
              STATEMENT: VARIABLE 'var'
                NAME: IDENTIFIER 'x'
                VALUE: TYPE_TEST
                  VALUE: CONDITIONAL
                    CONDITION: IDENTIFIER 'a'
                    THEN: BINARY '+'
                      LEFT: STRING 'p'
                      RIGHT: CHARACTER 'q'
                    ELSE: NUMBER '0x1f'
                  TYPE: IDENTIFIER 'String'
                  NAME: VARIABLE
                    TYPE: IDENTIFIER 'String'
                    NAME: IDENTIFIER 's'
              STATEMENT: EXPRESSION_STATEMENT
                VALUE: COMPOUND_ASSIGN '+='
                  LEFT: INDEX
                    OBJECT: IDENTIFIER 'y'
                    INDEX: NUMBER '1'
                  RIGHT: INDEX
                    OBJECT: NEW_ARRAY
                      TYPE: IDENTIFIER 'int'
                      VALUE: LIST
                        ELEMENT: NUMBER '1'
                        ELEMENT: NUMBER '2'
                    INDEX: NUMBER '0'
              STATEMENT: VARIABLE
                TYPE: IDENTIFIER 'Runnable'
                NAME: IDENTIFIER 'r'
                VALUE: LAMBDA
                  PARAMETERS: PARAMETER_LIST
                  BODY: NEW
                    TYPE: GENERIC_TYPE
                      TYPE: IDENTIFIER 'T'
                      TYPE_ARGUMENTS: TYPE_ARGUMENT_LIST
                    ARGUMENTS: ARGUMENT_LIST
                      ARGUMENT: METHOD_REFERENCE
                        OBJECT: IDENTIFIER 'A'
                        NAME: IDENTIFIER 'b'
                    BODY: BLOCK
                      STATEMENT: VARIABLE
                        TYPE: IDENTIFIER 'int'
                        NAME: IDENTIFIER 'f'
              STATEMENT: VARIABLE
                TYPE: ARRAY_TYPE
                  TYPE: IDENTIFIER 'int'
                NAME: IDENTIFIER 'old'
                VALUE: CAST
                  TYPE: ARRAY_TYPE
                    TYPE: IDENTIFIER 'int'
                  VALUE: UNARY '-'
                    VALUE: IDENTIFIER 'z'
            """);
  }

  @Test
  void separatesRecordComponentsFromMembersAndEnumConstantsFromFields() {
    SyntaxTree tree =
        parse("record P(int x, String y) { int z() { return x; } } enum E { A(1) { }, B; int f; }");
    assertThat(tree.outline(0))
        .contains(
            "PARAMETERS: PARAMETER_LIST\n      PARAMETER: PARAMETER\n        TYPE: IDENTIFIER 'int'")
        .contains("STATEMENT: ENUM_CONSTANT\n        NAME: IDENTIFIER 'A'")
        .contains("STATEMENT: ENUM_CONSTANT\n        NAME: IDENTIFIER 'B'")
        .contains(
            "STATEMENT: VARIABLE\n        TYPE: IDENTIFIER 'int'\n        NAME: IDENTIFIER 'f'");
  }

  @Test
  void placesNamesAndArgumentListsExactly() {
    SyntaxTree tree = parse("class A { void run(int run) { a.run (1, /* ) */ 2) ; } }");
    assertThat(texts(tree, Kind.ARGUMENT_LIST)).containsExactly("(1, /* ) */ 2)");
    assertThat(texts(tree, Kind.CALL)).containsExactly("a.run (1, /* ) */ 2)");
    assertThat(texts(tree, Kind.EXPRESSION_STATEMENT)).containsExactly("a.run (1, /* ) */ 2) ;");
    assertThat(texts(tree, Kind.PARAMETER_LIST)).containsExactly("(int run)");
    assertThat(tree.comments()).hasSize(1);
  }

  @Test
  void keepsMembersWithoutAClassAtTheTop() {
    SyntaxTree tree = parse("void f() { g(); } int x;");
    assertThat(tree.kind(tree.firstChild(0))).isEqualTo(Kind.FUNCTION);
    assertThat(tree.kind(tree.nextSibling(tree.firstChild(0)))).isEqualTo(Kind.VARIABLE);
  }

  @Test
  void everyNodeLiesWithinItsParent() {
    SyntaxTree tree =
        parse(
            """
            @A({1, 2}) class C { @B(x = "(") <T extends X & Y> C(T... t) { super(); }
              int a = 1, b[] = {2};
              static { switch (o) { case P(var q) when q > 1 -> f(); case null, default -> { } } }
            }
            """);
    for (int node = 1; node < tree.size(); node++) {
      int parent = tree.parent(node);
      assertThat(tree.range(parent).contains(tree.range(node)))
          .as(tree.kind(parent) + " contains " + tree.kind(node) + " " + tree.text(node))
          .isTrue();
    }
  }

  @Test
  void brokenCodeStillYieldsATreeAndANote() {
    SyntaxTree tree = parse("class A { void f() { g(; h(1); } ");
    assertThat(tree.notes()).isNotEmpty();
    assertThat(texts(tree, Kind.CALL)).anyMatch(text -> text.startsWith("h(1"));
  }

  @Test
  void tenThousandConcatenationsAreOneSpine() {
    SyntaxTree tree = parse("class A { String s = " + "\"a\" + ".repeat(10_000) + "x; }");
    assertThat(texts(tree, Kind.STRING)).hasSize(10_000);
  }

  @Test
  void nestingBeyondTheTreeIsCutWithANote() {
    SyntaxTree tree =
        parse("class A { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }");
    assertThat(tree.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.message()).contains("nested deeper"));
  }

  @Test
  void docCommentsAreAsPlainOnesAndTextThatLooksLikeThemStays() {
    String documented =
        """
        /** Of the class. @deprecated */
        class A {
          /**/ int none; /***/ int stars;
          /// Of the constant.
          /// @deprecated
          @Deprecated static final String S = "/** no comment */" + "/// nor this";
          int last; /** at the end\
        """;
    SyntaxTree tree = parse(documented);
    SyntaxTree plain =
        parse(
            documented
                .replace("/** Of", "/*  Of")
                .replace("/// Of", "//  Of")
                .replace("/// @", "//  @")
                .replace("/** at", "/*  at"));
    assertThat(tree.outline(0)).isEqualTo(plain.outline(0));
    assertThat(tree.comments()).isEqualTo(plain.comments()).hasSize(6);
    assertThat(texts(tree, Kind.STRING))
        .containsExactly("\"/** no comment */\"", "\"/// nor this\"");
    assertThat(tree.outline(0)).contains("/** no comment */", "/// nor this");
  }

  private SyntaxTree parse(String text) {
    return parser.parse(new SourceFile("A.java", Language.JAVA, text));
  }

  private String outlineOfBody(String statements) {
    SyntaxTree tree = parse("void f() {\n" + statements + "}");
    return tree.outline(tree.child(tree.firstChild(0), Role.BODY)).replaceFirst("^BODY: ", "");
  }

  private static java.util.List<String> texts(SyntaxTree tree, Kind kind) {
    return java.util.stream.IntStream.range(0, tree.size())
        .filter(node -> tree.is(node, kind))
        .mapToObj(tree::text)
        .toList();
  }
}
