package dev.coderev.training.defect.inject;

import com.sun.source.tree.MethodTree;
import dev.coderev.training.corpus.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A method as its file has it, with what stands before it.
 *
 * @param file the file's name
 * @param share a number in [0, 1) that depends on the file's content alone
 * @param line on which the method begins
 * @param context the lines before it, some hundred characters at most
 * @param code from its first modifier to its last brace
 */
record MethodText(String file, double share, int line, String context, String code) {

  private static final int SHORTEST = 120;
  private static final int LONGEST = 1100;
  private static final int CONTEXT = 500;

  /** The methods of a file that are neither trivial nor too long to be read at once. */
  static List<MethodText> of(SourceText source) {
    var methods = new ArrayList<MethodText>();
    JavaSource.parse(source.text())
        .ifPresent(java -> {
          for (MethodTree method : java.methods()) {
            int start = java.start(method);
            int length = java.end(method) - start;
            if (length >= SHORTEST && length <= LONGEST) {
              methods.add(of(source, start, start + length));
            }
          }
        });
    return methods;
  }

  private static MethodText of(SourceText source, int start, int end) {
    String text = source.text();
    int from = Math.max(0, start - CONTEXT);
    if (from > 0) {
      int lineEnd = text.indexOf('\n', from);
      from = lineEnd < 0 || lineEnd >= start ? start : lineEnd + 1;
    }
    int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new MethodText(
        source.name(),
        source.digest().share(),
        line,
        text.substring(from, start),
        text.substring(start, end));
  }
}
