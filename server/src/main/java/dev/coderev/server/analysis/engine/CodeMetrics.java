package dev.coderev.server.analysis.engine;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures of one file. Cyclomatic complexity counts the branches of a function and one; the
 * maintainability index is that of Oman and Hagemeister, scaled to 0..1:
 *
 * <pre>
 * MI = (171 − 5.2·ln V − 0.23·G − 16.2·ln LOC) / 171,   V = N·log2 n  (Halstead)
 * </pre>
 *
 * @param complexity the highest of a function; 1 where there are none
 */
public record CodeMetrics(int linesOfCode, int complexity, double maintainability) {

  static CodeMetrics of(SourceFile file) {
    int lines = (int) file.text().lines().filter(line -> !line.isBlank()).count();
    if (!file.language().isParsed()) {
      return new CodeMetrics(lines, 1, 1);
    }
    try {
      SyntaxTree tree = new Parsers().parse(file);
      int complexity = complexity(tree);
      return new CodeMetrics(lines, complexity, maintainability(tree, complexity, lines));
    } catch (ParseFailure _) {
      return new CodeMetrics(lines, 1, 1);
    }
  }

  private static int complexity(SyntaxTree tree) {
    Map<Integer, Integer> byFunction = new HashMap<>();
    for (int node = 0; node < tree.size(); node++) {
      int function = tree.is(node, Kind.FUNCTION) ? node : tree.ancestor(node, Kind.FUNCTION);
      if (function != SyntaxTree.NONE) {
        byFunction.merge(function, branches(tree, node), Integer::sum);
      }
    }
    return 1 + byFunction.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static int branches(SyntaxTree tree, int node) {
    return switch (tree.kind(node)) {
      case IF, WHILE, DO_WHILE, FOR, FOR_EACH, CASE, CATCH, CONDITIONAL, COMPREHENSION_CLAUSE -> 1;
      case BINARY ->
          switch (tree.symbol(node)) {
            case "&&", "||", "??" -> 1;
            default -> 0;
          };
      default -> 0;
    };
  }

  private static double maintainability(SyntaxTree tree, int complexity, int lines) {
    Map<String, Integer> words = new HashMap<>();
    for (int node = 0; node < tree.size(); node++) {
      String symbol = tree.symbol(node);
      if (!symbol.isEmpty()) {
        words.merge(tree.kind(node) + symbol, 1, Integer::sum);
      }
    }
    int all = words.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0 || lines == 0) {
      return 1;
    }
    double volume = all * Math.max(1, Math.log(words.size()) / Math.log(2));
    double index =
        (171 - 5.2 * Math.log(volume) - 0.23 * complexity - 16.2 * Math.log(lines)) / 171;
    return Math.round(Math.clamp(index, 0, 1) * 1000) / 1000.0;
  }
}
