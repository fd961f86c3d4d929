package dev.coderev.analysis.project;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.resolve.Constant;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of one file off its tree, in one pass. Used once. */
public final class DeclarationReader {
  private static final int MOST_CALLS = 2000;

  private final int file;
  private final SyntaxTree tree;
  private final Language language;
  private final List<DeclaredClass> classes = new ArrayList<>();
  private final List<DeclaredFunction> functions = new ArrayList<>();
  private final Map<String, List<DeclaredFunction>> methodsOfOthers = new HashMap<>();
  private final Set<String> topLevelCalls = new LinkedHashSet<>();
  private final Set<String> variables = new HashSet<>();
  private String namespace = "";
  private @Nullable Map<String, String> types;
  private @Nullable Set<String> imported;

  private DeclarationReader(int file, SyntaxTree tree) {
    this.file = file;
    this.tree = tree;
    this.language = tree.file().language();
  }

  /** The declarations of the file with this number in the project. */
  public static FileDeclarations read(int file, SyntaxTree tree) {
    return new DeclarationReader(file, tree).read();
  }

  private FileDeclarations read() {
    members(0, new Members(""));
    methodsOfOthers.forEach((type, methods) ->
        classes.add(new DeclaredClass(file, NONE, type, List.of(), Map.of(), Map.of(), methods)));
    ModuleReader modules = new ModuleReader(tree);
    modules.read();
    return new FileDeclarations(
        file,
        tree.file().path(),
        language,
        namespace,
        modules.imports(),
        classes,
        functions,
        function(0, "", "", topLevelCalls),
        variables,
        modules.exports(),
        modules.handedOn(),
        words());
  }

  /** Goes through everything below {@code node} up to the next functions and classes. */
  private void members(int node, Members of) {
    String owner = of.owner;
    int end = tree.subtreeEnd(node);
    for (int at = node + 1; at < end; at++) {
      switch (tree.kind(at)) {
        case FUNCTION -> {
          declare(at, of);
          at = tree.subtreeEnd(at) - 1;
        }
        case CLASS -> {
          declareClass(at);
          at = tree.subtreeEnd(at) - 1;
        }
        case PACKAGE, NAMESPACE -> {
          int name = tree.child(at, Role.NAME);
          if (name != NONE) {
            namespace = dotted(name);
          }
        }
        case VARIABLE -> variable(at, of);
        case ASSIGN -> {
          if (owner.isEmpty()) {
            assigned(tree.child(at, Role.LEFT));
          }
        }
        case PAIR -> {
          int value = tree.child(at, Role.VALUE);
          int key = tree.child(at, Role.KEY);
          if (value != NONE && key != NONE && tree.is(value, Kind.LAMBDA)) {
            variables.add(tree.symbol(key));
          }
        }
        case CALL, NEW -> call(at, owner, topLevelCalls);
        default -> {}
      }
    }
  }

  private void variable(int node, Members of) {
    int name = tree.child(node, Role.NAME);
    if (name == NONE || !tree.is(name, Kind.IDENTIFIER)) {
      return;
    }
    if (of.owner.isEmpty()) {
      variables.add(tree.symbol(name));
    } else {
      of.fields.putIfAbsent(bare(tree.symbol(name)), typeOf(node));
      int value = tree.child(node, Role.VALUE);
      if (value != NONE && neverChanges(node, of)) {
        literal(value).ifPresent(constant -> of.constants.put(tree.symbol(name), constant));
      }
    }
  }

  /** What was found in one class, or outside of all. */
  private static final class Members {
    final String owner;
    final List<DeclaredFunction> methods = new ArrayList<>();
    final Map<String, String> fields = new HashMap<>();
    final Map<String, Constant> constants = new HashMap<>();
    boolean isInterface;

    Members(String owner) {
      this.owner = owner;
    }
  }

  private boolean neverChanges(int variable, Members of) {
    int modifiers = tree.child(variable, Role.MODIFIERS);
    boolean fixed = of.isInterface || tree.symbol(variable).equals("const");
    for (int m = modifiers == NONE ? NONE : tree.firstChild(modifiers);
        m != NONE;
        m = tree.nextSibling(m)) {
      fixed |=
          switch (tree.symbol(m)) {
            case "final", "const", "readonly" -> true;
            default -> false;
          };
    }
    return fixed;
  }

  private Optional<Constant> literal(int value) {
    return switch (tree.kind(value)) {
      case STRING -> Optional.of(new Constant.Text(tree.symbol(value)));
      case NUMBER -> Constant.ofNumber(tree.symbol(value));
      case BOOLEAN -> Optional.of(new Constant.Truth(tree.symbol(value).equals("true")));
      default -> Optional.empty();
    };
  }

  private void assigned(int left) {
    if (left != NONE && tree.is(left, Kind.IDENTIFIER)) {
      variables.add(tree.symbol(left));
    } else if (left != NONE && tree.is(left, Kind.MEMBER)) {
      int name = tree.child(left, Role.NAME);
      if (name != NONE) {
        variables.add(tree.symbol(name));
      }
    }
  }

  private void declareClass(int node) {
    int nameNode = tree.child(node, Role.NAME);
    String name = nameNode == NONE ? "" : tree.symbol(nameNode);
    Members of = new Members(name);
    of.isInterface = tree.symbol(node).equals("interface");
    members(node, of);
    List<String> supertypes = new ArrayList<>();
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.SUPERCLASS || tree.role(child) == Role.INTERFACE) {
        supertypes.add(simpleName(child));
      }
    }
    if (!name.isEmpty()) {
      classes.add(
          new DeclaredClass(file, node, name, supertypes, of.fields, of.constants, of.methods));
    }
  }

  private void declare(int node, Members of) {
    String owner = of.owner;
    int nameNode = tree.child(node, Role.NAME);
    String name = nameNode == NONE ? "" : tree.symbol(nameNode);
    boolean constructor = tree.symbol(node).equals("constructor") && !owner.isEmpty();
    if (constructor) {
      promoted(node, of.fields);
    }
    if (constructor) {
      name = owner;
    }
    Set<String> calls = new LinkedHashSet<>();
    int end = tree.subtreeEnd(node);
    for (int at = node + 1; at < end; at++) {
      switch (tree.kind(at)) {
        case CALL, NEW -> call(at, owner, calls);
        case CLASS -> {
          declareClass(at);
          at = tree.subtreeEnd(at) - 1;
        }
        default -> {}
      }
    }
    int receiver = tree.child(node, Role.RECEIVER);
    if (receiver != NONE) {
      String type = typeOf(receiver);
      methodsOfOthers
          .computeIfAbsent(type, _ -> new ArrayList<>())
          .add(function(node, name, type, calls));
    } else if (owner.isEmpty()) {
      functions.add(function(node, name, "", calls));
    } else {
      of.methods.add(function(node, name, owner, calls));
    }
  }

  /** Parameters of a constructor that are fields as well. */
  private void promoted(int constructor, Map<String, String> fields) {
    int parameters = tree.child(constructor, Role.PARAMETERS);
    for (int p = parameters == NONE ? NONE : tree.firstChild(parameters);
        p != NONE;
        p = tree.nextSibling(p)) {
      int name = tree.child(p, Role.NAME);
      if (name != NONE && tree.child(p, Role.MODIFIERS) != NONE) {
        fields.put(bare(tree.symbol(name)), typeOf(p));
      }
    }
  }

  private void call(int node, String owner, Set<String> calls) {
    boolean creates = tree.is(node, Kind.NEW);
    int callee = tree.child(node, creates ? Role.TYPE : Role.CALLEE);
    String name = callee == NONE ? "" : simpleName(callee);
    if (name.isEmpty() || calls.size() >= MOST_CALLS) {
      return;
    }
    if (creates || !hasTypes()) {
      calls.add(name);
    } else if (tree.is(callee, Kind.MEMBER)) {
      String type = receiverType(tree.child(callee, Role.OBJECT), owner);
      calls.add(type.isEmpty() ? name : type + "#" + name);
    } else {
      calls.add(owner.isEmpty() ? name : owner + "#" + name);
      if (importedNames().contains(name)) {
        calls.add(name);
      }
    }
  }

  /** Whether every variable of the language is declared with a type, or nearly. */
  private boolean hasTypes() {
    return switch (language) {
      case JAVA, CSHARP -> true;
      default -> false;
    };
  }

  /** The simple name of the type of an object, empty where its name does not tell. */
  private String receiverType(int object, String owner) {
    if (object == NONE) {
      return "";
    }
    return switch (tree.kind(object)) {
      case IDENTIFIER -> {
        String name = tree.symbol(object);
        if (name.equals("this") || name.equals("super") || name.equals("base")) {
          yield owner;
        }
        Map<String, String> declared = typesOfNames();
        boolean isClass = !declared.containsKey(name) && Character.isUpperCase(name.charAt(0));
        yield isClass ? name : declared.getOrDefault(name, "");
      }
      case NEW -> typeOf(object);
      case STRING, TEMPLATE -> "String";
      case MEMBER -> {
        int name = tree.child(object, Role.NAME);
        yield name == NONE ? "" : typesOfNames().getOrDefault(tree.symbol(name), "");
      }
      default -> "";
    };
  }

  /** Declared types by the names of variables; empty for names with more than one type. */
  private Map<String, String> typesOfNames() {
    if (types == null) {
      types = new HashMap<>();
      for (int node = 0; node < tree.size(); node++) {
        if (tree.is(node, Kind.VARIABLE) || tree.is(node, Kind.PARAMETER)) {
          int name = tree.child(node, Role.NAME);
          if (name != NONE) {
            String type = typeOf(node);
            String known = type.equals("var") ? "" : type;
            types.merge(tree.symbol(name), known, (a, b) -> a.equals(b) ? a : "");
          }
        }
      }
    }
    return types;
  }

  private Set<String> importedNames() {
    if (imported == null) {
      imported = new HashSet<>();
      for (int node = 0; node < tree.size(); node++) {
        if (tree.is(node, Kind.IMPORTED_NAME)) {
          imported.add(tree.symbol(node));
        }
      }
    }
    return imported;
  }

  private DeclaredFunction function(int node, String name, String owner, Set<String> calls) {
    int parameters = node == 0 ? NONE : tree.child(node, Role.PARAMETERS);
    int least = 0;
    int most = 0;
    boolean first = true;
    for (int p = parameters == NONE ? NONE : tree.firstChild(parameters);
        p != NONE;
        p = tree.nextSibling(p)) {
      String symbol = tree.is(p, Kind.PARAMETER) ? tree.symbol(p) : "";
      boolean self = first && language == Language.PYTHON && !owner.isEmpty() && !isStatic(node);
      first = false;
      if (self) {
        continue;
      }
      if (symbol.equals("*") || symbol.equals("...") || symbol.equals("**")) {
        most = Integer.MAX_VALUE / 2;
      } else {
        most++;
        least += canBeLeftOut(p) ? 0 : 1;
      }
    }
    boolean hasBody = node == 0 || tree.child(node, Role.BODY) != NONE;
    return new DeclaredFunction(file, node, name, owner, least, most, hasBody, List.copyOf(calls));
  }

  private boolean canBeLeftOut(int parameter) {
    return switch (language) {
      case JAVA, GO -> false;
      case JAVASCRIPT, TYPESCRIPT, RUBY -> true;
      default -> tree.is(parameter, Kind.PARAMETER) && tree.child(parameter, Role.VALUE) != NONE;
    };
  }

  private boolean isStatic(int function) {
    for (int child = tree.firstChild(function); child != NONE; child = tree.nextSibling(child)) {
      if (tree.is(child, Kind.ANNOTATION) && tree.text(child).endsWith("staticmethod")) {
        return true;
      }
    }
    return false;
  }

  private String typeOf(int node) {
    int type = tree.child(node, Role.TYPE);
    return type == NONE ? "" : simpleName(type);
  }

  /** The last name of a type or a dotted expression, without type arguments. */
  private String simpleName(int node) {
    return switch (tree.kind(node)) {
      case MEMBER, METHOD_REFERENCE -> {
        int name = tree.child(node, Role.NAME);
        yield name == NONE ? "" : tree.symbol(name);
      }
      case GENERIC_TYPE, NULLABLE_TYPE, POINTER_TYPE -> {
        int type = tree.child(node, Role.TYPE);
        yield type == NONE ? "" : simpleName(type);
      }
      case IDENTIFIER -> lastPart(tree.symbol(node));
      default -> tree.isLeaf(node) ? lastPart(tree.symbol(node)) : "";
    };
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('\\') + 1);
  }

  private static String bare(String variable) {
    return variable.startsWith("$") ? variable.substring(1) : variable;
  }

  private String dotted(int name) {
    return tree.text(name).replaceAll("\\s+", "").replace("\\", ".").replace("::", ".");
  }

  private int[] words() {
    return IntStream.range(0, tree.symbolCount())
        .map(symbol -> tree.symbolOf(symbol).hashCode())
        .sorted()
        .distinct()
        .toArray();
  }
}
