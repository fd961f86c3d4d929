package dev.coderev.benchmarks;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.FileContext;
import dev.coderev.analysis.resolve.Declarations;
import dev.coderev.analysis.resolve.TypeRef;
import dev.coderev.analysis.resolve.Types;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import dev.coderev.benchmarks.TextEdits.Edit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** New names for the classes, methods and local variables that a corpus declares. */
final class Renaming {
  private static final int LETTERS = 8;

  private final Random random;
  private final Map<String, String> classes = new TreeMap<>();
  private final Map<String, String> methods = new TreeMap<>();

  Renaming(Collection<SyntaxTree> trees, Random random) {
    this.random = random;
    Set<String> types = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    Set<String> foreign = new HashSet<>();
    Set<String> ofInterfaces = new HashSet<>();
    for (SyntaxTree tree : trees) {
      for (int node = 0; node < tree.size(); node++) {
        if (tree.is(node, Kind.CLASS)) {
          add(tree, node, types);
        } else if (tree.is(node, Kind.FUNCTION)) {
          function(tree, node, own, foreign, ofInterfaces);
        }
      }
    }
    foreign.removeAll(ofInterfaces);
    trees.forEach(tree -> calledOnOthers(tree, types, stems(trees), foreign));
    own.removeAll(foreign);
    own.removeAll(types);
    types.forEach(name -> classes.put(name, word(random, true)));
    own.stream()
        .filter(name -> name.length() > 4 && !name.startsWith("__"))
        .forEach(name -> methods.put(name, word(random, false)));
  }

  private static void add(SyntaxTree tree, int node, Set<String> into) {
    int name = tree.child(node, Role.NAME);
    if (name != NONE) {
      into.add(tree.symbol(name));
    }
  }

  /** A method that overrides one of a library keeps its name. */
  private static void function(
      SyntaxTree tree, int node, Set<String> own, Set<String> foreign, Set<String> ofInterfaces) {
    if (tree.symbol(node).equals("constructor")) {
      return;
    }
    boolean overrides = tree.text(node).matches("(?s).*@Override\\b.*");
    int type = tree.ancestor(node, Kind.CLASS);
    boolean declaresOnly = type != NONE && tree.symbol(type).equals("interface");
    boolean decorated =
        tree.file().language() == Language.PYTHON && tree.child(node, Role.ANNOTATION) != NONE;
    if (overrides || decorated) {
      add(tree, node, foreign);
    } else {
      add(tree, node, own);
    }
    if (declaresOnly) {
      add(tree, node, ofInterfaces);
    }
  }

  private static Set<String> stems(Collection<SyntaxTree> trees) {
    Set<String> stems = new HashSet<>();
    trees.forEach(
        tree -> stems.add(tree.file().path().replaceFirst(".*/", "").replaceFirst("\\..*", "")));
    return stems;
  }

  /** Collects names of methods called on objects that may be of a class of a library. */
  private static void calledOnOthers(
      SyntaxTree tree, Set<String> types, Set<String> modules, Set<String> into) {
    Types known = FileContext.of(tree).types();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.MEMBER) && tree.role(node) == Role.CALLEE) {
        int object = tree.child(node, Role.OBJECT);
        int name = tree.child(node, Role.NAME);
        if (object == NONE || name == NONE) {
          continue;
        }
        String last =
            tree.is(object, Kind.MEMBER) && tree.child(object, Role.NAME) != NONE
                ? tree.symbol(tree.child(object, Role.NAME))
                : tree.symbol(object);
        String type = known.of(object).map(TypeRef::name).orElse("").replaceFirst(".*\\.", "");
        if (!types.contains(last)
            && !modules.contains(last)
            && !types.contains(type)
            && !last.equals("this")) {
          into.add(tree.symbol(name));
        }
      }
    }
  }

  /** A word that nobody has chosen. */
  static String word(Random random, boolean capital) {
    StringBuilder word = new StringBuilder();
    word.append((char) ((capital ? 'A' : 'a') + random.nextInt(26)));
    for (int i = 1; i < LETTERS; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }

  /** The new name of a class, the old one where the corpus does not declare it. */
  String classNamed(String name) {
    return classes.getOrDefault(name, name);
  }

  /** A text with the names of classes in it changed. */
  String inText(String text) {
    String changed = text;
    for (Map.Entry<String, String> entry : classes.entrySet()) {
      if (changed.contains(entry.getKey())) {
        changed =
            changed.replaceAll("\\b" + Pattern.quote(entry.getKey()) + "\\b", entry.getValue());
      }
    }
    return changed;
  }

  List<Edit> edits(SyntaxTree tree) {
    Declarations declarations = new Declarations(tree);
    Map<Integer, List<Integer>> locals = new TreeMap<>();
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.IDENTIFIER) && tree.text(node).equals(tree.symbol(node))) {
        identifier(tree, node, declarations, locals, edits);
      } else if (tree.is(node, Kind.STRING) && mentionsClass(tree.symbol(node))) {
        edits.add(new Edit(tree.range(node), inText(tree.text(node))));
      }
    }
    Map<String, String> names = new HashMap<>();
    locals.forEach((declaration, uses) -> {
      String name =
          names.computeIfAbsent(tree.symbol(declaration) + declaration, _ -> word(random, false));
      uses.forEach(use -> edits.add(new Edit(tree.range(use), name)));
    });
    return edits;
  }

  private boolean mentionsClass(String text) {
    for (String word : text.split("\\W+", -1)) {
      if (classes.containsKey(word)) {
        return true;
      }
    }
    return false;
  }

  private void identifier(
      SyntaxTree tree,
      int node,
      Declarations declarations,
      Map<Integer, List<Integer>> locals,
      List<Edit> edits) {
    String name = tree.symbol(node);
    boolean member = tree.role(node) == Role.NAME && tree.is(tree.parent(node), Kind.MEMBER);
    boolean called =
        member
            ? tree.role(tree.parent(node)) == Role.CALLEE
            : tree.role(node) == Role.CALLEE
                || (tree.role(node) == Role.NAME && tree.is(tree.parent(node), Kind.FUNCTION));
    boolean imported = tree.is(tree.parent(node), Kind.IMPORTED_NAME);
    int declaration = member ? NONE : declarations.of(node);
    if (classes.containsKey(name)) {
      edits.add(new Edit(tree.range(node), classNamed(name)));
    } else if (methods.containsKey(name) && (called || imported)) {
      edits.add(new Edit(tree.range(node), methods.getOrDefault(name, name)));
    } else if (declaration != NONE && isRenamed(tree, declaration, declarations)) {
      locals.computeIfAbsent(declaration, _ -> new ArrayList<>()).add(node);
    }
  }

  private static boolean isRenamed(SyntaxTree tree, int declaration, Declarations declarations) {
    if (!declarations.isLocal(declaration)) {
      return false;
    }
    boolean java = tree.file().language() == Language.JAVA;
    return switch (tree.kind(declarations.declaring(declaration))) {
      case VARIABLE, ASSIGN, FOR_EACH -> true;
      case PARAMETER -> java;
      default -> false;
    };
  }
}
