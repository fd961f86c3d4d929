package dev.coderev.analysis.pattern;

import java.util.Locale;
import java.util.Map;

/**
 * Which names of types mean the same: boxed and unboxed, short and full names of the language's.
 */
final class TypeNames {
  private static final Map<String, String> CANONICAL =
      Map.ofEntries(
          Map.entry("Integer", "int"),
          Map.entry("Boolean", "boolean"),
          Map.entry("bool", "boolean"),
          Map.entry("Bool", "boolean"),
          Map.entry("Long", "long"),
          Map.entry("Double", "double"),
          Map.entry("Float", "float"),
          Map.entry("Short", "short"),
          Map.entry("Byte", "byte"),
          Map.entry("Character", "char"),
          Map.entry("string", "String"),
          Map.entry("str", "String"),
          Map.entry("Int", "int"));

  private TypeNames() {}

  /** As {@link #same}; a literal with a point fits every type of real numbers. */
  static boolean sameLiteral(String wanted, String given) {
    String literal = canonical(given);
    return same(wanted, given)
        || (canonical(wanted).equals("float") && literal.equals("double"))
        || (wanted.equals("number") && (literal.equals("int") || literal.equals("double")));
  }

  static boolean same(String wanted, String given) {
    return wanted.equals(given) || canonical(wanted).equals(canonical(given));
  }

  private static String canonical(String name) {
    String bare = name.startsWith("java.lang.") ? name.substring("java.lang.".length()) : name;
    String known = CANONICAL.getOrDefault(bare, bare);
    return known.isEmpty() ? bare.toLowerCase(Locale.ROOT) : known;
  }
}
