package dev.coderev.analysis.parse.treesitter.language;

import static dev.coderev.analysis.parse.treesitter.binding.ConcreteTree.NONE;

import dev.coderev.analysis.parse.treesitter.binding.ConcreteTree;
import dev.coderev.analysis.parse.treesitter.lowering.Construct;
import dev.coderev.analysis.parse.treesitter.lowering.Constructs;
import dev.coderev.analysis.parse.treesitter.lowering.Literals;
import dev.coderev.analysis.parse.treesitter.lowering.Lowering;
import dev.coderev.analysis.parse.treesitter.lowering.Shape;
import dev.coderev.analysis.parse.treesitter.lowering.Templates;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.List;

/** Ruby's strings, symbols, regular expressions, commands and here-documents. */
final class RubyStrings {
  private static final Templates QUOTED =
      new Templates(text -> Literals.unescape(text, false), "interpolation");
  private static final Templates RAW =
      new Templates(text -> text.replace("\\'", "'").replace("\\\\", "\\"), "interpolation");

  private RubyStrings() {}

  static void addTo(Constructs constructs) {
    constructs
        .on(List.of("string", "bare_string"), RubyStrings::string)
        .on("chained_string", RubyStrings::chained)
        .on("interpolation", Templates.INTERPOLATION)
        .on("character", (to, node, role) -> to.leaf(Kind.CHARACTER, role, rest(to, node), node))
        .on("simple_symbol", (to, node, role) -> to.leaf(Kind.ATOM, role, rest(to, node), node))
        .on(List.of("hash_key_symbol", "bare_symbol"), Shape.leaf(Kind.ATOM))
        .on("delimited_symbol", RubyStrings::symbol)
        .on(List.of("string_array", "symbol_array"), Shape.of(Kind.LIST).rest(Role.ELEMENT))
        .on("subshell", RubyStrings::command)
        .on("regex", RubyStrings::regex)
        .on("heredoc_beginning", RubyStrings::heredoc)
        .on("heredoc_body", Construct.NOTHING);
  }

  private static String rest(Lowering to, int node) {
    String text = to.text(node);
    return text.isEmpty() ? text : text.substring(1);
  }

  private static int opening(ConcreteTree tree, int node) {
    int first = tree.firstChild(node);
    return first == NONE || tree.isNamed(first) ? 0 : tree.end(first) - tree.start(node);
  }

  private static void string(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int open = opening(tree, node);
    String quote = to.text(node);
    boolean raw = quote.startsWith("'") || quote.startsWith("%q");
    (raw ? RAW : QUOTED).lower(to, node, role, open, open == 0 ? 0 : 1);
  }

  private static void chained(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    to.open(Kind.TEMPLATE, role, node);
    for (int part = tree.firstNamed(node); part != NONE; part = tree.nextNamed(part)) {
      if (QUOTED.isInterpolated(tree, part)) {
        QUOTED.parts(to, part, tree.start(part) + opening(tree, part), tree.end(part) - 1);
      } else {
        to.lower(part, Role.PART);
      }
    }
    to.close(node);
  }

  private static void symbol(Lowering to, int node, Role role) {
    if (QUOTED.isInterpolated(to.tree(), node)) {
      QUOTED.lower(to, node, role, opening(to.tree(), node), 1);
    } else {
      int content = to.tree().firstNamed(node);
      to.leaf(Kind.ATOM, role, content == NONE ? "" : to.text(content), node);
    }
  }

  private static void command(Lowering to, int node, Role role) {
    int quote = to.tree().firstChild(node);
    to.open(Kind.CALL, role, node);
    to.leaf(Kind.IDENTIFIER, Role.CALLEE, "`", quote == NONE ? node : quote);
    to.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, node);
    QUOTED.lower(to, node, Role.ARGUMENT, opening(to.tree(), node), 1);
    to.close(node);
    to.close(node);
  }

  private static void regex(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int first = tree.firstChild(node);
    int last = first;
    for (int child = first; child != NONE; child = tree.nextSibling(child)) {
      last = child;
    }
    int opened = to.open(Kind.REGEX, role, node);
    if (first != last) {
      to.symbol(opened, to.textBetween(first, last));
    }
    for (int child = tree.firstNamed(node); child != NONE; child = tree.nextNamed(child)) {
      if (tree.is(child, "interpolation")) {
        to.lower(child, Role.PART);
      }
    }
    to.close(node);
  }

  /** The text of a here-document stands where its beginning does, which reaches to its end. */
  private static void heredoc(Lowering to, int node, Role role) {
    ConcreteTree tree = to.tree();
    int body = body(tree, node);
    if (body == NONE) {
      to.leaf(Kind.STRING, role, "", node);
      return;
    }
    int end = tree.childOfType(body, "heredoc_end");
    int contentEnd = end == NONE ? tree.end(body) : tree.start(end);
    boolean raw = to.text(node).indexOf('\'') > 0;
    Templates text = raw ? RAW : QUOTED;
    to.reach(node, tree.end(body));
    int start = Math.min(tree.start(body) + 1, contentEnd);
    if (text.isInterpolated(tree, body)) {
      to.open(Kind.TEMPLATE, role, node);
      text.parts(to, body, start, contentEnd);
      to.close(node);
    } else {
      String content = to.text(start, contentEnd);
      String value = to.text(node).startsWith("<<~") ? content.stripIndent() : content;
      int opened = to.open(Kind.STRING, role, node);
      to.symbol(opened, raw ? value : Literals.unescape(value, false));
      to.close(node);
    }
  }

  /** The n-th body belongs to the n-th beginning. */
  private static int body(ConcreteTree tree, int beginning) {
    int before = 0;
    for (int node = 0; node < beginning; node++) {
      before += tree.is(node, "heredoc_beginning") ? 1 : 0;
    }
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, "heredoc_body") && before-- == 0) {
        return node;
      }
    }
    return NONE;
  }
}
