package dev.coderev.analysis.rule;

import dev.coderev.analysis.yaml.NearestWord;
import dev.coderev.analysis.yaml.YamlNode;
import dev.coderev.analysis.yaml.YamlNode.Scalar;
import dev.coderev.analysis.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the readers of one rule share: where problems go, and whose they are.
 *
 * @param where the end of each message, for example {@code " in rule 'x'"}
 */
record ReadingContext(String where, ProblemList problems) {

  void problem(YamlNode at, String message) {
    problems.add(at, message + where);
  }

  /** A problem with a guess at what was meant, which ends the message. */
  void misspelt(YamlNode at, String message, String written, Collection<String> legal) {
    problems.add(at, message + " '" + written + "'" + where + NearestWord.hint(written, legal));
  }

  void unknown(String what, Scalar written, Collection<String> legal) {
    misspelt(written, "unknown " + what, written.text(), legal);
  }

  Optional<String> text(YamlNode node, String what) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    problem(node, what + " must be text, not " + node.description());
    return Optional.empty();
  }

  Optional<String> metavariable(YamlNode node) {
    Optional<String> name = text(node, "a metavariable");
    if (name.isPresent() && !MetavariableNames.isLegal(name.get())) {
      problem(
          node,
          "'"
              + name.get()
              + "' is no metavariable: write $ and then capital letters, digits and _, for"
              + " example $X");
      return Optional.empty();
    }
    return name;
  }

  List<String> texts(YamlNode node, String what) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      return List.of(scalar.text());
    }
    return list(node, what, item -> text(item, "an item of " + what));
  }

  <T> List<T> list(YamlNode node, String what, Function<YamlNode, Optional<T>> read) {
    if (!(node instanceof Sequence sequence)) {
      problem(node, what + " must be a list, not " + node.description());
      return List.of();
    }
    List<T> all = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      read.apply(item).ifPresent(all::add);
    }
    return all;
  }
}
