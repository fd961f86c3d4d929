package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The full, dotted names of what one file imports, by the name that the file uses.
 *
 * <p>{@code import a.b.C} makes {@code C.m} known as {@code a.b.C.m}; {@code from a import b as c}
 * makes {@code c} known as {@code a.b}; {@code const {x: y} = require("p/m")} makes {@code y} known
 * as {@code m.x}. Confined to one thread.
 */
public final class Names {
  private static final Set<String> JAVA_LANG =
      Set.of(
          "Object",
          "String",
          "StringBuilder",
          "StringBuffer",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Character",
          "Boolean",
          "Double",
          "Float",
          "Math",
          "System",
          "Thread",
          "Runtime",
          "Runnable",
          "Process",
          "ProcessBuilder",
          "Class",
          "ClassLoader",
          "Exception",
          "RuntimeException",
          "Throwable",
          "Error",
          "Iterable",
          "Comparable",
          "CharSequence",
          "Number",
          "Void",
          "Enum",
          "Record",
          "AutoCloseable",
          "Override",
          "Deprecated",
          "SuppressWarnings",
          "IllegalArgumentException",
          "IllegalStateException",
          "NullPointerException",
          "InterruptedException",
          "SecurityManager",
          "ThreadLocal");

  private final SyntaxTree tree;
  private final Declarations declarations;
  private final Language language;

  /** By symbol. */
  private final @Nullable String[] imported;

  /** Symbols that the file imports under another name than their own. */
  private final BitSet renamed = new BitSet();

  private final ImportScopes scopes;

  /** What variables of scripts and Python modules stand for, by what declares them. */
  private final Map<Integer, String> byDeclaration = new HashMap<>();

  private final List<String> wildcards = new ArrayList<>();
  private String packageName = "";
  private boolean imports;

  /** The import or declaration that is being collected. */
  private int importing;

  public Names(SyntaxTree tree, Declarations declarations) {
    this.tree = tree;
    this.declarations = declarations;
    this.language = tree.file().language();
    this.imported = new String[tree.symbolCount()];
    this.scopes = new ImportScopes(tree);
    collect();
  }

  /**
   * The full name of an identifier or of a chain of member accesses; empty where the imports do not
   * tell.
   */
  public String qualified(int node) {
    if (!imports && language != Language.JAVA) {
      return "";
    }
    if (tree.is(node, Kind.IDENTIFIER)) {
      return qualifiedIdentifier(node);
    }
    if (tree.is(node, Kind.MEMBER)) {
      int object = tree.child(node, Role.OBJECT);
      int name = tree.child(node, Role.NAME);
      if (object == NONE || name == NONE) {
        return "";
      }
      String prefix = qualified(object);
      return prefix.isEmpty() ? "" : prefix + "." + tree.symbol(name);
    }
    if (tree.is(node, Kind.GENERIC_TYPE)) {
      int type = tree.child(node, Role.TYPE);
      return type == NONE ? "" : qualified(type);
    }
    if (!isScript()) {
      return "";
    }
    if (tree.is(node, Kind.CALL)) {
      return qualifiedCall(node);
    }
    if (tree.is(node, Kind.AWAIT)) {
      int value = tree.child(node, Role.VALUE);
      return value == NONE ? "" : qualified(value);
    }
    return "";
  }

  /**
   * What a call gives that loads a module, or that makes another form of the same function: {@code
   * require("m")}, {@code promisify(m.f)}, {@code m.f.bind(m)}.
   */
  private String qualifiedCall(int call) {
    String module = loaded(call);
    if (!module.isEmpty()) {
      return module;
    }
    int callee = tree.child(call, Role.CALLEE);
    if (callee == NONE) {
      return "";
    }
    int name = tree.is(callee, Kind.MEMBER) ? tree.child(callee, Role.NAME) : NONE;
    if (name != NONE && tree.symbol(name).equals("bind")) {
      return qualified(tree.child(callee, Role.OBJECT));
    }
    int arguments = tree.child(call, Role.ARGUMENTS);
    int first = arguments == NONE ? NONE : tree.firstChild(arguments);
    if (first == NONE) {
      return "";
    }
    String known = qualified(callee);
    return ScriptModules.isWrapper(known.isEmpty() ? written(callee) : known)
        ? qualified(first)
        : "";
  }

  /** The module of {@code require("m")} or {@code import("m")}; empty for other calls. */
  private String loaded(int call) {
    int callee = tree.child(call, Role.CALLEE);
    int arguments = tree.child(call, Role.ARGUMENTS);
    if (callee == NONE
        || arguments == NONE
        || !(tree.symbol(callee).equals("require") || tree.symbol(callee).equals("import"))) {
      return "";
    }
    int path = tree.firstChild(arguments);
    return path != NONE && tree.is(path, Kind.STRING) ? ScriptModules.name(tree.symbol(path)) : "";
  }

  /** The name as written, dotted; empty for what is no chain of names. */
  public String written(int node) {
    if (tree.is(node, Kind.IDENTIFIER)) {
      return tree.symbol(node);
    }
    if (tree.is(node, Kind.MEMBER)) {
      int object = tree.child(node, Role.OBJECT);
      int name = tree.child(node, Role.NAME);
      if (object == NONE || name == NONE) {
        return "";
      }
      String prefix = written(object);
      return prefix.isEmpty() ? "" : prefix + "." + tree.symbol(name);
    }
    if (tree.is(node, Kind.GENERIC_TYPE)) {
      int type = tree.child(node, Role.TYPE);
      return type == NONE ? "" : written(type);
    }
    return "";
  }

  /**
   * Whether {@code node} is called {@code name} in full: by its import, by an import of everything
   * from a package or module, or for being in the same package or in the language's own.
   */
  public boolean isCalled(int node, String name) {
    String full = qualified(node);
    if (!full.isEmpty()) {
      return full.equals(name);
    }
    if (wildcards.isEmpty() && packageName.isEmpty()) {
      return false;
    }
    String written = written(node);
    if (written.isEmpty() || !name.endsWith(written)) {
      return false;
    }
    int prefix = name.length() - written.length() - 1;
    if (prefix <= 0 || name.charAt(prefix) != '.') {
      return false;
    }
    String wanted = name.substring(0, prefix);
    if (!wanted.equals(packageName) && !wildcards.contains(wanted)) {
      return false;
    }
    return declarations.of(root(node)) == NONE;
  }

  /** Whether the last part of the {@link #qualified} name of an identifier may be another name. */
  public boolean isRenamed(int identifier) {
    return renamed.get(tree.symbolId(identifier));
  }

  /** The imported names as used in this file, with their full names. */
  public Map<String, String> imports() {
    Map<String, String> result = new HashMap<>();
    for (int symbol = 0; symbol < imported.length; symbol++) {
      String full = imported[symbol];
      if (full != null) {
        result.put(tree.symbolOf(symbol), full);
      }
    }
    return result;
  }

  /** Packages and modules of which everything is imported. */
  public List<String> wildcards() {
    return List.copyOf(wildcards);
  }

  /** The package of the file, dotted; empty where it has none. */
  public String packageName() {
    return packageName;
  }

  private int root(int node) {
    int at = node;
    while (tree.is(at, Kind.MEMBER) || tree.is(at, Kind.GENERIC_TYPE)) {
      int next = tree.child(at, tree.is(at, Kind.MEMBER) ? Role.OBJECT : Role.TYPE);
      if (next == NONE) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private String qualifiedIdentifier(int node) {
    String full = imported[tree.symbolId(node)];
    if (full != null && scopes.matter(tree.symbolId(node))) {
      full = scopes.at(node);
    }
    if (full == null || full.isEmpty()) {
      String name = tree.symbol(node);
      return language == Language.JAVA && JAVA_LANG.contains(name) && !isShadowed(node)
          ? "java.lang." + name
          : "";
    }
    int parent = tree.parent(node);
    if (parent != NONE && tree.is(parent, Kind.MEMBER) && tree.role(node) == Role.NAME) {
      return "";
    }
    int declaration = byDeclaration.isEmpty() ? NONE : declarations.of(node);
    String exact = declaration == NONE ? null : byDeclaration.get(declaration);
    if (exact != null) {
      return exact;
    }
    return isShadowed(node) ? "" : full;
  }

  private boolean isShadowed(int node) {
    int declaration = declarations.of(node);
    if (declaration == NONE) {
      return false;
    }
    Kind kind = tree.kind(tree.parent(declaration));
    return kind != Kind.IMPORT && kind != Kind.IMPORTED_NAME;
  }

  private void collect() {
    imports = isScript() && loadsModules();
    for (int node = 0; node < tree.size(); node++) {
      switch (tree.kind(node)) {
        case IMPORT -> collectImport(node);
        case PACKAGE -> {
          int name = tree.child(node, Role.NAME);
          packageName = name == NONE ? "" : dotted(name);
        }
        case VARIABLE -> {
          if (isScript()) {
            collectVariable(node);
          }
        }
        default -> {}
      }
    }
    if (imports && language == Language.PYTHON) {
      for (int assignment : ModuleAliases.of(tree)) {
        collectAlias(assignment);
      }
    }
  }

  private void collectAlias(int assignment) {
    int name = tree.child(assignment, Role.LEFT);
    String full = qualified(tree.child(assignment, Role.RIGHT));
    if (!full.isEmpty() && imported[tree.symbolId(name)] == null) {
      importing = assignment;
      declare(name, full);
    }
  }

  private boolean loadsModules() {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Kind.CALL) && !loaded(node).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isScript() {
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  private void collectImport(int node) {
    importing = node;
    String module = normalize(tree.symbol(node));
    if (module.isEmpty()) {
      int written = tree.child(node, Role.MODULE);
      module = written == NONE ? "" : dotted(written);
    }
    if (module.isEmpty()) {
      return;
    }
    String base =
        isScript()
            ? ScriptModules.name(tree.symbol(node))
            : language == Language.GO ? lastPathElement(module) : module;
    int alias = tree.child(node, Role.ALIAS);
    boolean elements = false;
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.ELEMENT) {
        elements = true;
        collectElement(child, base);
      }
    }
    if (alias != NONE) {
      importAs(tree.symbolId(alias), base);
    } else if (!elements) {
      collectWhole(base);
    }
  }

  private void collectWhole(String module) {
    switch (language) {
      case PYTHON -> {
        int dot = module.indexOf('.');
        String first = dot < 0 ? module : module.substring(0, dot);
        put(first, first);
      }
      case GO -> put(module, module);
      case CSHARP -> wildcards.add(module);
      case JAVA, KOTLIN, PHP, RUST, SWIFT, SCALA -> put(lastPart(module), module);
      default -> {}
    }
  }

  private void collectElement(int element, String module) {
    String name = tree.symbol(element);
    int written = tree.child(element, Role.NAME);
    if (name.isEmpty() && written != NONE) {
      name = tree.symbol(written);
    }
    int alias = tree.child(element, Role.ALIAS);
    if (name.equals("*")) {
      if (alias != NONE) {
        importAs(tree.symbolId(alias), module);
      } else {
        wildcards.add(module);
      }
      return;
    }
    String full = name.equals("default") && isScript() ? module : module + "." + normalize(name);
    if (alias != NONE) {
      importAs(tree.symbolId(alias), full);
    } else if (written != NONE) {
      importAs(tree.symbolId(written), full);
    } else {
      put(lastPart(normalize(name)), full);
    }
  }

  /**
   * {@code const x = require("m")}, {@code const f = m.f} and {@code const {a, b: c} = m}, where
   * {@code m} is imported.
   */
  private void collectVariable(int variable) {
    int name = tree.child(variable, Role.NAME);
    int value = tree.child(variable, Role.VALUE);
    if (name == NONE || value == NONE) {
      return;
    }
    String full = qualified(value);
    if (full.isEmpty()) {
      return;
    }
    importing = variable;
    if (tree.is(name, Kind.IDENTIFIER)) {
      declare(name, full);
      return;
    }
    for (int child = tree.firstChild(name); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.IDENTIFIER)) {
        declare(child, full + "." + tree.symbol(child));
      } else if (tree.is(child, Kind.PAIR)) {
        int key = tree.child(child, Role.KEY);
        int local = tree.child(child, Role.VALUE);
        if (key != NONE && local != NONE && tree.is(local, Kind.IDENTIFIER)) {
          declare(local, full + "." + tree.symbol(key));
        }
      }
    }
  }

  private void declare(int identifier, String full) {
    String name = full.endsWith(".default") ? full.substring(0, full.lastIndexOf('.')) : full;
    byDeclaration.put(identifier, name);
    importAs(tree.symbolId(identifier), name);
  }

  private void put(String name, String full) {
    int symbol = tree.symbolIdOf(name);
    if (symbol != NONE) {
      importAs(symbol, full);
    }
  }

  private void importAs(int symbol, String full) {
    scopes.put(importing, symbol, full);
    imported[symbol] = full;
    imports = true;
    if (!lastPart(full).equals(tree.symbolOf(symbol))) {
      renamed.set(symbol);
    }
  }

  private String dotted(int node) {
    String written = written(node);
    if (!written.isEmpty()) {
      return written;
    }
    return normalize(tree.symbol(node).isEmpty() ? tree.text(node) : tree.symbol(node));
  }

  private static String normalize(String module) {
    String result = module.replace("::", ".").replace('\\', '.');
    return result.startsWith(".") && result.length() > 1 && result.charAt(1) != '.'
        ? result.substring(1)
        : result;
  }

  private static String lastPart(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  private static String lastPathElement(String path) {
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1];
    if (parts.length > 1 && last.matches("v\\d+")) {
      last = parts[parts.length - 2];
    }
    return last.replaceFirst("-go$|\\.v\\d+$", "").replaceFirst("^go-", "");
  }
}
