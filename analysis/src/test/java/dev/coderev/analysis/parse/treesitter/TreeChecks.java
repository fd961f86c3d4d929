package dev.coderev.analysis.parse.treesitter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;

/** What holds for every tree. */
final class TreeChecks {
  private TreeChecks() {}

  static void rangesNest(SyntaxTree tree) {
    TextRange whole = new TextRange(0, tree.file().text().length());
    assertThat(tree.range(0)).isEqualTo(whole);
    for (int node = 1; node < tree.size(); node++) {
      int parent = tree.parent(node);
      if (!tree.range(parent).contains(tree.range(node))) {
        assertThat(tree.range(node))
            .as("%s within %s", tree.outline(node), tree.kind(parent))
            .isEqualTo(tree.range(parent));
      }
    }
  }
}
