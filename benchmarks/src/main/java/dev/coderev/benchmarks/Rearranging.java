package dev.coderev.benchmarks;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.benchmarks.TextEdits.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Changes of order and of constants that leave the meaning of a file as it is. */
final class Rearranging {
  private Rearranging() {}

  /** The methods of each class in another order. */
  static List<Edit> methods(SyntaxTree tree, Random random) {
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      int body = tree.is(node, Kind.CLASS) ? tree.child(node, Role.BODY) : NONE;
      List<TextRange> places = new ArrayList<>();
      for (int member = body == NONE ? NONE : tree.firstChild(body);
          member != NONE;
          member = tree.nextSibling(member)) {
        if (tree.is(member, Kind.FUNCTION) && tree.file().language() == Language.JAVA) {
          places.add(tree.range(member));
        }
      }
      List<TextRange> shuffled = new ArrayList<>(places);
      Collections.shuffle(shuffled, random);
      boolean inner = !edits.isEmpty() && tree.ancestor(node, Kind.CLASS) != NONE;
      for (int i = 0; i < places.size() && !inner; i++) {
        edits.add(new Edit(places.get(i), tree.file().text(shuffled.get(i))));
      }
    }
    return edits;
  }

  /** Neighbours that only name values, and not each other's, change places. */
  static List<Edit> statements(SyntaxTree tree, Random random) {
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      int next = tree.nextSibling(node);
      if (next != NONE && isPlain(tree, node) && isPlain(tree, next) && random.nextBoolean()) {
        String between = tree.file().text().substring(tree.end(node), tree.start(next));
        if (between.matches(";?\\s*\\n\\s*") && areIndependent(tree, node, next)) {
          edits.add(new Edit(tree.range(node), tree.text(next)));
          edits.add(new Edit(tree.range(next), tree.text(node)));
          node = tree.subtreeEnd(next) - 1;
        }
      }
    }
    return edits;
  }

  private static boolean isPlain(SyntaxTree tree, int node) {
    if (tree.role(node) != Role.STATEMENT) {
      return false;
    }
    boolean assigns =
        tree.is(node, Kind.VARIABLE)
            || (tree.is(node, Kind.EXPRESSION_STATEMENT)
                && tree.firstChild(node) != NONE
                && tree.is(tree.firstChild(node), Kind.ASSIGN));
    for (int at = node; at < tree.subtreeEnd(node) && assigns; at++) {
      assigns =
          switch (tree.kind(at)) {
            case CALL, NEW, UPDATE, AWAIT, LAMBDA, INDEX, MEMBER, YIELD -> false;
            default -> true;
          };
    }
    return assigns && tree.ancestor(node, Kind.FUNCTION) != NONE;
  }

  private static boolean areIndependent(SyntaxTree tree, int one, int two) {
    Set<String> names = names(tree, one);
    names.retainAll(names(tree, two));
    names.removeIf(name -> Character.isUpperCase(name.charAt(0)));
    return names.isEmpty();
  }

  private static Set<String> names(SyntaxTree tree, int node) {
    Set<String> names = new HashSet<>();
    for (int at = node; at < tree.subtreeEnd(node); at++) {
      if (tree.is(at, Kind.IDENTIFIER) && tree.role(at) != Role.TYPE) {
        names.add(tree.symbol(at));
      }
    }
    return names;
  }

  /** Whole numbers to which variables are set become sums. */
  static List<Edit> numbers(SyntaxTree tree, Random random) {
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      int parent = tree.parent(node);
      boolean set =
          tree.is(node, Kind.NUMBER)
              && tree.text(node).matches("[1-9][0-9]{0,5}")
              && tree.ancestor(node, Kind.FUNCTION) != NONE
              && ((tree.is(parent, Kind.VARIABLE)
                      && tree.child(parent, Role.TYPE) != NONE
                      && tree.text(tree.child(parent, Role.TYPE)).equals("int"))
                  || (tree.is(parent, Kind.ASSIGN) && tree.file().language() == Language.PYTHON));
      if (set) {
        int number = Integer.parseInt(tree.text(node));
        int part = random.nextInt(number + 1);
        edits.add(new Edit(tree.range(node), "(" + part + " + " + (number - part) + ")"));
      }
    }
    return edits;
  }

  /** Texts under which something is put and found again in one file become other texts. */
  static List<Edit> keys(SyntaxTree tree, Random random) {
    Map<String, Integer> uses = new HashMap<>();
    Set<String> keys = new HashSet<>();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.STRING) && tree.symbol(node).matches("[A-Za-z][\\w-]{2,}")) {
        uses.merge(tree.symbol(node), 1, Integer::sum);
        if (isKey(tree, node)) {
          keys.add(tree.symbol(node));
        }
      }
    }
    Map<String, String> changed = new HashMap<>();
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      String text = tree.is(node, Kind.STRING) ? tree.symbol(node) : "";
      if (keys.contains(text) && uses.getOrDefault(text, 0) > 1 && tree.text(node).contains(text)) {
        String other = changed.computeIfAbsent(text, _ -> Renaming.word(random, false));
        edits.add(new Edit(tree.range(node), tree.text(node).replace(text, other)));
      }
    }
    return edits;
  }

  private static boolean isKey(SyntaxTree tree, int string) {
    int arguments = tree.parent(string);
    int call = arguments == NONE ? NONE : tree.parent(arguments);
    if (tree.role(string) == Role.INDEX) {
      return true;
    }
    int callee = call != NONE && tree.is(call, Kind.CALL) ? tree.child(call, Role.CALLEE) : NONE;
    int name =
        callee != NONE && tree.is(callee, Kind.MEMBER) ? tree.child(callee, Role.NAME) : NONE;
    return name != NONE && tree.symbol(name).equals("put");
  }
}
