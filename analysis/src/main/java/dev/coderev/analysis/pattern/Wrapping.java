package dev.coderev.analysis.pattern;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Code around a pattern that makes a whole file of it.
 *
 * @param part what of the parsed file is the pattern
 * @param drop what was only added to make the pattern parse
 */
record Wrapping(String prefix, String suffix, Part part, Drop drop) {
  /** Where the pattern lies in the parsed file. */
  enum Part {
    /** The children of the root. */
    FILE,
    /** The one document, or the only pair or item that it has. */
    DOCUMENT,
    /** The value of the variable {@code __f}. */
    VALUE,
    /** The type of the variable {@code __f}. */
    TYPE,
    /** The statements of the function {@code __w}. */
    STATEMENTS,
    /** The members of the class {@code __C}. */
    MEMBERS,
    /** The annotations of {@code __C} or {@code __w}. */
    ANNOTATIONS,
    /** The first node of the kind CASE. */
    CASE,
    /** The first node of the kind CATCH. */
    CATCH,
    /** The block under FINALLY. */
    FINALLY,
    /** The first pair of the map under {@code __f}. */
    PAIR
  }

  /** What of the last node is not meant. */
  enum Drop {
    NOTHING,
    BODY,
    FINALLY
  }

  private static Wrapping of(String prefix, String suffix, Part part) {
    return new Wrapping(prefix, suffix, part, Drop.NOTHING);
  }

  private static Wrapping header(String prefix, String suffix, Part part) {
    return new Wrapping(prefix, suffix, part, Drop.BODY);
  }

  /** The wrappings to try, in this order. */
  static List<Wrapping> of(Language language, String text) {
    List<Wrapping> all = new ArrayList<>();
    switch (language) {
      case JAVA -> java(text, all);
      case CSHARP -> csharp(text, all);
      case PYTHON -> python(text, all);
      case JAVASCRIPT, TYPESCRIPT -> script(text, all);
      case GO -> go(text, all);
      case C, CPP -> c(all);
      case RUBY -> ruby(text, all);
      case PHP -> php(all);
      case KOTLIN -> kotlin(all);
      case RUST -> rust(all);
      case SWIFT -> swift(all);
      case SCALA -> scala(all);
      case HCL, SOLIDITY -> {
        all.add(of("", "\n", Part.FILE));
        all.add(header("", " {}\n", Part.FILE));
      }
      case YAML -> all.add(of("", "", Part.DOCUMENT));
      case DOCKERFILE, JSON, HTML, XML -> all.add(of("", "\n", Part.FILE));
      case TEXT -> {}
    }
    return all;
  }

  private static boolean endsStatement(String text) {
    String end = text.stripTrailing();
    return end.endsWith(";");
  }

  private static void java(String text, List<Wrapping> all) {
    String in = "class __C { void __w() {\n";
    if (!endsStatement(text)) {
      all.add(of("class __C { Object __f = (\n", "\n); }", Part.VALUE));
    }
    all.add(of(in, "\n}}", Part.STATEMENTS));
    all.add(of("class __C {\n", "\n}", Part.MEMBERS));
    String name = leadingName(text);
    if (!name.isEmpty()) {
      all.add(of("class " + name + " {\n", "\n}", Part.MEMBERS));
    }
    all.add(of("", "", Part.FILE));
    all.add(of("", ";", Part.FILE));
    all.add(of(in, ";\n}}", Part.STATEMENTS));
    all.add(header("class __C {\n", "{}\n}", Part.MEMBERS));
    all.add(of("class __C {\n", ";\n}", Part.MEMBERS));
    all.add(header("", " {}", Part.FILE));
    all.add(of("", "\nclass __C {}", Part.ANNOTATIONS));
    all.add(header(in, "{}\n}}", Part.STATEMENTS));
    all.add(new Wrapping(in, " finally {}\n}}", Part.STATEMENTS, Drop.FINALLY));
    all.add(of(in + "try {} ", "\n}}", Part.CATCH));
    all.add(of(in + "try {} ", "\n}}", Part.FINALLY));
    all.add(of(in + "switch (__x) {\n", "\n}}}", Part.CASE));
    all.add(of("class __C { ", " __f; }", Part.TYPE));
  }

  private static void csharp(String text, List<Wrapping> all) {
    if (text.strip().matches("(?s)using\\s+(?:static\\s+)?[\\w.]+\\s*;.*")) {
      all.add(of("", "", Part.FILE));
    }
    String in = "class __C { void __w() {\n";
    if (!endsStatement(text)) {
      all.add(of("class __C { void __w() { var __f = (\n", "\n); } }", Part.VALUE));
      all.add(of("class __C { void __w() { var __f = \n", "\n; } }", Part.VALUE));
    }
    all.add(of(in, "\n}}", Part.STATEMENTS));
    all.add(of("class __C {\n", "\n}", Part.MEMBERS));
    String name = leadingName(text);
    if (!name.isEmpty()) {
      all.add(of("class " + name + " {\n", "\n}", Part.MEMBERS));
    }
    all.add(of("", "", Part.FILE));
    all.add(of("", ";", Part.FILE));
    all.add(of(in, ";\n}}", Part.STATEMENTS));
    all.add(header("class __C {\n", "{}\n}", Part.MEMBERS));
    all.add(header("", " {}", Part.FILE));
    all.add(of("", "\nclass __C {}", Part.ANNOTATIONS));
    all.add(header(in, "{}\n}}", Part.STATEMENTS));
    all.add(new Wrapping(in, " finally {}\n}}", Part.STATEMENTS, Drop.FINALLY));
    all.add(of(in + "try {} ", "\n}}", Part.CATCH));
    all.add(of(in + "switch (__x) {\n", "\n}}}", Part.CASE));
    all.add(of("class __C { ", " __f; }", Part.TYPE));
  }

  private static void python(String text, List<Wrapping> all) {
    all.add(of("", "\n", Part.FILE));
    all.add(of("__f = {", "\n}\n", Part.PAIR));
    all.add(header("", "\n  pass\n", Part.FILE));
    all.add(header("", ":\n  pass\n", Part.FILE));
    all.add(of("", "\ndef __w(): pass\n", Part.ANNOTATIONS));
    all.add(of("try:\n  pass\n", "\n", Part.CATCH));
    all.add(of("try:\n  pass\n", "\n", Part.FINALLY));
    all.add(new Wrapping("", "\nfinally:\n  pass\n", Part.FILE, Drop.FINALLY));
    all.add(of("def __w():\n" + indent(text), "\n", Part.STATEMENTS));
    all.add(of("__f = (", "\n)\n", Part.VALUE));
  }

  private static String indent(String text) {
    return text.isEmpty() ? "" : " ";
  }

  private static void script(String text, List<Wrapping> all) {
    String start = text.stripLeading();
    boolean object = start.startsWith("{");
    Wrapping value = of("let __f = (\n", "\n);", Part.VALUE);
    if (isPair(start)) {
      all.add(of("let __f = {", "\n};", Part.PAIR));
    }
    if (object) {
      all.add(value);
    }
    if (!start.startsWith("\"") && !start.startsWith("'")) {
      all.add(of("", "\n", Part.FILE));
    }
    if (!endsStatement(text)) {
      all.add(value);
    }
    all.add(of("", "\n", Part.FILE));
    all.add(of("async function __w() {\n", "\n}", Part.STATEMENTS));
    all.add(of("class __C {\n", "\n}", Part.MEMBERS));
    all.add(of("let __f = {", "\n};", Part.PAIR));
    all.add(header("", " {}", Part.FILE));
    all.add(header("class __C {\n", " {}\n}", Part.MEMBERS));
    all.add(of("", "\nclass __C {}", Part.ANNOTATIONS));
    all.add(of("class __C {\n", "\n__w() {}\n}", Part.ANNOTATIONS));
    all.add(new Wrapping("", " finally {}", Part.FILE, Drop.FINALLY));
    all.add(of("try {} ", "\n", Part.CATCH));
    all.add(of("try {} ", "\n", Part.FINALLY));
    all.add(of("switch (__x) {\n", "\n}", Part.CASE));
    all.add(of("let __f: ", " = 1;", Part.TYPE));
  }

  /** Whether the text begins as a pair of an object does, and no label is likely. */
  private static boolean isPair(String text) {
    return text.matches("(?s)[\"']?[\\w$-]+[\"']?\\s*:(?![:=]).*")
        && !text.matches("(?s)(?:default|case)\\b.*");
  }

  private static void go(String text, List<Wrapping> all) {
    String in = "package p\nfunc __w() {\n";
    if (isPair(text.strip())) {
      all.add(of("package p\nvar __f = __T{", "}\n", Part.PAIR));
    }
    all.add(of(in, "\n}\n", Part.STATEMENTS));
    all.add(of("", "\n", Part.FILE));
    all.add(of("package p\nvar __f = ", "\n", Part.VALUE));
    all.add(of("package p\nvar __f = __T{", "}\n", Part.PAIR));
    all.add(header(in, " {}\n}\n", Part.STATEMENTS));
    all.add(header("", " {}\n", Part.FILE));
    all.add(of(in + "switch __x {\n", "\n}\n}\n", Part.CASE));
    all.add(of("package p\nvar __f ", "\n", Part.TYPE));
  }

  private static void c(List<Wrapping> all) {
    String in = "void __w() {\n";
    all.add(of(in, "\n}\n", Part.STATEMENTS));
    all.add(new Wrapping(in, ";\n}\n", Part.STATEMENTS, Drop.NOTHING));
    all.add(of("", "\n", Part.FILE));
    all.add(of("", ";\n", Part.FILE));
    all.add(header("", " {}\n", Part.FILE));
    all.add(of("class __C {\n", "\n};\n", Part.MEMBERS));
    all.add(header(in, " {}\n}\n", Part.STATEMENTS));
    all.add(of(in + "try {} ", "\n}\n", Part.CATCH));
    all.add(of(in + "switch (__x) {\n", "\n}\n}\n", Part.CASE));
    all.add(of("", " __f;\n", Part.TYPE));
  }

  private static void ruby(String text, List<Wrapping> all) {
    if (text.strip().matches(":?[\\w\"']+\\s*=>.*")) {
      all.add(of("__f = {", "\n}\n", Part.PAIR));
    }
    all.add(of("", "\n", Part.FILE));
    all.add(of("__f = {", "\n}\n", Part.PAIR));
    all.add(header("", "\nend\n", Part.FILE));
    all.add(of("def __w()\n", "\nend\n", Part.STATEMENTS));
    all.add(of("begin\n", "\nend\n", Part.CATCH));
    all.add(of("case __x\n", "\nend\n", Part.CASE));
  }

  private static void php(List<Wrapping> all) {
    all.add(of("<?php ", "\n", Part.FILE));
    all.add(of("<?php ", ";\n", Part.FILE));
    all.add(of("<?php class __C {\n", "\n}\n", Part.MEMBERS));
    all.add(of("<?php $__f = [", "\n];\n", Part.PAIR));
    all.add(header("<?php ", " {}\n", Part.FILE));
    all.add(header("<?php class __C {\n", " {}\n}\n", Part.MEMBERS));
    all.add(new Wrapping("<?php ", " finally {}\n", Part.FILE, Drop.FINALLY));
    all.add(of("<?php try {} ", "\n", Part.CATCH));
    all.add(of("<?php switch (__x) {\n", "\n}\n", Part.CASE));
    all.add(of("<?php ", "\nclass __C {}\n", Part.ANNOTATIONS));
  }

  private static void kotlin(List<Wrapping> all) {
    String in = "fun __w() {\n";
    all.add(of(in, "\n}\n", Part.STATEMENTS));
    all.add(of("", "\n", Part.FILE));
    all.add(of("class __C {\n", "\n}\n", Part.MEMBERS));
    all.add(header(in, " {}\n}\n", Part.STATEMENTS));
    all.add(header("", " {}\n", Part.FILE));
    all.add(of("", "\nclass __C {}\n", Part.ANNOTATIONS));
    all.add(new Wrapping(in, " finally {}\n}\n", Part.STATEMENTS, Drop.FINALLY));
    all.add(of(in + "try {} ", "\n}\n", Part.CATCH));
    all.add(of("val __f: ", " = 1\n", Part.TYPE));
  }

  private static void rust(List<Wrapping> all) {
    String in = "fn __w() {\n";
    all.add(of(in, "\n}\n", Part.STATEMENTS));
    all.add(of(in, ";\n}\n", Part.STATEMENTS));
    all.add(of("", "\n", Part.FILE));
    all.add(of("impl __C {\n", "\n}\n", Part.MEMBERS));
    all.add(header("", " {}\n", Part.FILE));
    all.add(header(in, " {}\n}\n", Part.STATEMENTS));
    all.add(of("", "\nstruct __C {}\n", Part.ANNOTATIONS));
    all.add(of(in + "match __x {\n", "\n}\n}\n", Part.CASE));
    all.add(of(in + "let __f: ", ";\n}\n", Part.TYPE));
  }

  private static void scala(List<Wrapping> all) {
    all.add(of("", "\n", Part.FILE));
    all.add(of("object __C {\n", "\n}\n", Part.MEMBERS));
    all.add(of("def __w() = {\n", "\n}\n", Part.STATEMENTS));
    all.add(header("", " {}\n", Part.FILE));
    all.add(of("val __f: ", " = 1\n", Part.TYPE));
  }

  private static void swift(List<Wrapping> all) {
    all.add(of("", "\n", Part.FILE));
    all.add(of("func __w() {\n", "\n}\n", Part.STATEMENTS));
    all.add(of("class __C {\n", "\n}\n", Part.MEMBERS));
    all.add(header("", " {}\n", Part.FILE));
    all.add(header("class __C {\n", " {}\n}\n", Part.MEMBERS));
    all.add(of("", "\nclass __C {}\n", Part.ANNOTATIONS));
    all.add(of("switch __x {\n", "\n}\n", Part.CASE));
    all.add(of("let __f: ", " = 1\n", Part.TYPE));
  }

  /** The first plain name before a parenthesis, for constructors. */
  private static String leadingName(String text) {
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile(
                "^(?:(?:public|protected|private)\\s+)?([A-Za-z_]\\w*)\\s*\\(")
            .matcher(text.strip());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Whether {@code kind} is a body that {@link Drop#BODY} removes. */
  static boolean isBody(Kind kind) {
    return kind == Kind.BLOCK || kind == Kind.EMPTY;
  }
}
