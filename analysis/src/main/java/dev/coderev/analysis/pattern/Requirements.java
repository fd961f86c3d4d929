package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pattern.PatternNode.Content;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayList;
import java.util.List;

/** Derives from a formula what the text of a file must contain for it to match. */
final class Requirements {
  private static final int SHORTEST = 2;

  private Requirements() {}

  static Requirement of(FormulaNode formula) {
    return switch (formula) {
      case FormulaNode.Code(CodePattern pattern) -> of(pattern);
      case FormulaNode.Regex(var regex) -> RegexLiterals.of(regex);
      case FormulaNode.Inside(FormulaNode operand) -> of(operand);
      case FormulaNode.Any(List<FormulaNode> operands) -> anyOf(operands);
      case FormulaNode.All all -> {
        List<Requirement> needed = new ArrayList<>();
        for (FormulaNode positive : all.positives()) {
          needed.add(of(positive));
        }
        for (CodePattern selector : all.selectors()) {
          needed.add(of(selector));
        }
        yield allOf(needed);
      }
    };
  }

  static Requirement of(CodePattern pattern) {
    List<Requirement> needed = new ArrayList<>();
    for (PatternNode root : pattern.roots()) {
      collect(root, pattern, needed);
    }
    return allOf(needed);
  }

  private static Requirement anyOf(List<FormulaNode> operands) {
    List<Requirement> alternatives = new ArrayList<>();
    for (FormulaNode operand : operands) {
      Requirement alternative = of(operand);
      if (alternative.isTrivial()) {
        return Requirement.none();
      }
      alternatives.add(alternative);
    }
    return new Requirement.AnyOf(alternatives);
  }

  private static Requirement allOf(List<Requirement> needed) {
    List<Requirement> distinct =
        needed.stream().filter(requirement -> !requirement.isTrivial()).distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : new Requirement.AllOf(distinct);
  }

  private static void collect(PatternNode node, CodePattern pattern, List<Requirement> needed) {
    switch (node.kind) {
      case IDENTIFIER -> {
        if (isWritten(node.symbol, pattern)) {
          needed.add(new Requirement.Literal(node.symbol, true));
        }
        return;
      }
      case MEMBER -> {
        if (!node.dotted.isEmpty()) {
          if (isWritten(node.lastName, pattern)) {
            needed.add(new Requirement.Literal(node.lastName, true));
          }
          return;
        }
      }
      case IMPORT -> {
        return;
      }
      case STRING -> {
        boolean written =
            node.content == Content.EXACT
                && node.role == Role.KEY
                && !pattern.options().constantPropagation();
        if (written && isPlain(node.symbol)) {
          needed.add(new Requirement.Literal(node.symbol, false));
        }
        return;
      }
      case TYPED_METAVARIABLE -> {
        typeName(node, pattern, needed);
        return;
      }
      case MODIFIERS -> {
        return;
      }
      case SYNCHRONIZED, CATCH -> {
        if (pattern.language() == Language.JAVA) {
          String keyword = node.is(Kind.CATCH) ? "catch" : "synchronized";
          needed.add(new Requirement.Literal(keyword, true));
        }
      }
      default -> {}
    }
    if (pattern.options().symbolicPropagation() && node.kind == Kind.LAMBDA) {
      return;
    }
    for (PatternNode child : node.children) {
      collect(child, pattern, needed);
    }
  }

  /** In Java a type with a package is known only where a declaration, creation or cast names it. */
  private static void typeName(PatternNode node, CodePattern pattern, List<Requirement> needed) {
    PatternNode type = node.child(Role.TYPE);
    if (type == null || pattern.language() != Language.JAVA) {
      return;
    }
    if (type.dotted.contains(".") && !isLiteralType(type.dotted) && isPlain(type.lastName)) {
      needed.add(new Requirement.Literal(type.lastName, true));
    }
  }

  /** The types that literals and operators have without being named are all in java.lang itself. */
  private static boolean isLiteralType(String dotted) {
    String prefix = "java.lang.";
    return dotted.startsWith(prefix) && dotted.indexOf('.', prefix.length()) < 0;
  }

  private static boolean isWritten(String name, CodePattern pattern) {
    if (name.length() < SHORTEST) {
      return false;
    }
    return switch (pattern.language()) {
      case PHP -> false;
      default -> isPlain(name) && !name.equals("this") && !name.equals("self");
    };
  }

  private static boolean isPlain(String text) {
    if (text.length() < SHORTEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '_')) {
        return false;
      }
    }
    return true;
  }
}
