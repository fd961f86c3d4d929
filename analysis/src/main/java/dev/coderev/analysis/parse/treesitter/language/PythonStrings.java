package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Locale;

/** Python's string literals: plain, raw, interpolated and adjacent. */
final class PythonStrings {
  private PythonStrings() {}

  static void addTo(Constructs constructs) {
    constructs
        .on("string", PythonStrings::string)
        .on(
            "concatenated_string",
            (to, node, role) -> {
              to.open(Kind.TEMPLATE, role, node);
              ConcreteTree tree = to.tree();
              for (int part = tree.firstNamed(node); part != NONE; part = tree.nextNamed(part)) {
                if (tree.has(part, "interpolation")) {
                  parts(to, part);
                } else {
                  to.lower(part, Role.PART);
                }
              }
              to.close(node);
            })
        .on(
            "interpolation",
            (to, node, role) -> {
              to.open(Kind.INTERPOLATION, role, node);
              to.field(node, "expression", Role.VALUE);
              to.field(node, "format_specifier", Role.CHILD);
              to.close(node);
            });
  }

  private static void string(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    if (tree.has(node, "interpolation")) {
      to.open(Kind.TEMPLATE, role, node);
      parts(to, node);
      to.close(node);
      return;
    }
    int begin = tree.childOfType(node, "string_start");
    int end = tree.childOfType(node, "string_end");
    if (begin == NONE || end == NONE) {
      to.other(node, role);
      return;
    }
    String content = to.textBetween(begin, end);
    to.leaf(Kind.STRING, role, value(prefix(to, node), content), node);
  }

  private static void parts(Lowering to, int string) {
    ConcreteTree tree = to.tree();
    String prefix = prefix(to, string);
    for (int part = tree.firstNamed(string); part != NONE; part = tree.nextNamed(part)) {
      if (tree.is(part, "string_content")) {
        to.leaf(Kind.STRING, Role.PART, value(prefix, to.text(part)), part);
      } else if (tree.is(part, "interpolation")) {
        to.lower(part, Role.PART);
      }
    }
  }

  /** The letters before the quotes, in lower case. */
  private static String prefix(Lowering to, int string) {
    int start = to.tree().start(string);
    int end = start;
    while (Character.isLetter(to.charAt(end))) {
      end++;
    }
    return to.text(start, end).toLowerCase(Locale.ROOT);
  }

  private static String value(String prefix, String content) {
    String value = prefix.contains("f") ? content.replace("{{", "{").replace("}}", "}") : content;
    return prefix.contains("r") ? value : Literals.unescape(value, true);
  }
}
