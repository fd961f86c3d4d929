package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;

/** PHP's strings, whose variables stand in the text without a node around them. */
final class PhpStrings {
  private PhpStrings() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(
            "string",
            (to, node, role) ->
                to.leaf(
                    Kind.STRING,
                    role,
                    to.inner(node, 1).replace("\\'", "'").replace("\\\\", "\\"),
                    node))
        .on("encapsed_string", (to, node, role) -> interpolated(to, node, node, role))
        .on("heredoc", (to, node, role) -> document(to, node, role))
        .on("nowdoc", (to, node, role) -> document(to, node, role))
        .on("shell_command_expression", PhpStrings::command);
  }

  private static void document(Lowering to, int node, Role role) {
    int body = to.tree().child(node, "value");
    if (body == NONE) {
      to.leaf(Kind.STRING, role, "", node);
    } else if (to.tree().is(body, "nowdoc_body")) {
      to.leaf(Kind.STRING, role, to.text(body), node);
    } else {
      interpolated(to, node, body, role);
    }
  }

  /** The literal {@code node} with its text in {@code body}. */
  private static void interpolated(Lowering to, int node, int body, Role role) {
    if (isPlain(to.tree(), body)) {
      String content = body == node ? to.inner(node, 1) : to.text(body);
      to.leaf(Kind.STRING, role, Literals.unescape(content, true), node);
      return;
    }
    to.open(Kind.TEMPLATE, role, node);
    parts(to, body);
    to.close(node);
  }

  private static boolean isPlain(ConcreteTree tree, int body) {
    boolean plain = true;
    for (int child = tree.firstNamed(body); child != NONE; child = tree.nextNamed(child)) {
      plain &= isText(tree, child);
    }
    return plain;
  }

  private static void parts(Lowering to, int body) {
    ConcreteTree tree = to.tree();
    int child = tree.firstNamed(body);
    while (child != NONE) {
      if (isText(tree, child)) {
        child = text(to, child);
      } else {
        to.open(Kind.INTERPOLATION, Role.PART, child);
        to.lower(child, Role.VALUE);
        to.close(child);
        child = tree.nextNamed(child);
      }
    }
  }

  private static boolean isText(ConcreteTree tree, int node) {
    return tree.is(node, "string_content") || tree.is(node, "escape_sequence");
  }

  /** Writes a run of text as one part; the node after it. */
  private static int text(Lowering to, int first) {
    ConcreteTree tree = to.tree();
    int last = first;
    int next = tree.nextNamed(first);
    while (next != NONE && isText(tree, next)) {
      last = next;
      next = tree.nextNamed(next);
    }
    String written = to.text(tree.start(first), tree.end(last));
    to.leafAt(
        Kind.STRING,
        Role.PART,
        Literals.unescape(written, true),
        tree.start(first),
        tree.end(last));
    return next;
  }

  private static void command(Lowering to, int node, Role role) {
    to.open(Kind.CALL, role, node);
    to.leaf(Kind.IDENTIFIER, Role.CALLEE, "shell_exec", to.tree().firstChild(node));
    // The command stands between the backticks; the call is all of it.
    int start = to.tree().start(node) + 1;
    int end = Math.max(start, to.tree().end(node) - 1);
    to.openAt(Kind.ARGUMENT_LIST, Role.ARGUMENTS, start);
    if (isPlain(to.tree(), node)) {
      to.leafAt(Kind.STRING, Role.ARGUMENT, Literals.unescape(to.inner(node, 1), true), start, end);
    } else {
      to.openAt(Kind.TEMPLATE, Role.ARGUMENT, start);
      parts(to, node);
      to.closeAt(end);
    }
    to.closeAt(end);
    to.close(node);
  }
}
