package dev.coderev.analysis.parse.docker;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A parser of Dockerfiles: one instruction after the other.
 *
 * <p>An instruction becomes an OTHER node with its name in upper case as {@linkplain
 * SyntaxTree#rawType raw type}. Its words are STRINGs as STATEMENT*, the signs between commands
 * among them; flags are MODIFIER*, a list in brackets is a LIST, {@code key=value} a PAIR. {@code
 * FROM} has the image as CHILD, its tag as TYPE_ARGUMENTS, its digest as RECEIVER and the name of
 * the stage as ALIAS. A line that begins with no instruction is taken for words of a command.
 */
public final class DockerParser implements SourceParser {
  @Override
  public SyntaxTree parse(SourceFile file) {
    String text = file.text();
    List<TextRange> comments = new ArrayList<>();
    Draft root = Draft.of(Kind.FILE, 0);
    DockerLines lines = new DockerLines(text, comments);
    while (lines.next()) {
      List<DockerWord> words = DockerWords.of(text, lines.start(), lines.end(), comments);
      Instruction.add(root, words);
    }
    return root.endAt(text.length()).tree(file, comments, List.of());
  }
}
