package dev.coderev.analysis.flow;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lowering of one file: hands out functions and classes and lowers each of them once. */
final class Lowering {
  final SyntaxTree tree;
  final Dialect dialect;
  private final List<@Nullable FlowFunction> functions = new ArrayList<>();
  private final List<@Nullable FlowClass> classes = new ArrayList<>();

  Lowering(SyntaxTree tree) {
    this.tree = tree;
    this.dialect = new Dialect(tree.file().language());
  }

  FileFlow file() {
    int id = reserve();
    FunctionBody body =
        new FunctionBody(id, 0, "", FlowFunction.Role.TOP_LEVEL, null, null, dialect);
    Statements statements = new Statements(this, body);
    statements.statementsOf(0);
    body.closeScope();
    functions.set(id, body.build());
    return new FileFlow(tree, complete(functions), complete(classes));
  }

  private static <T> List<T> complete(List<@Nullable T> parts) {
    List<T> all = new ArrayList<>(parts.size());
    for (T part : parts) {
      if (part == null) {
        throw new IllegalStateException("declared but not lowered");
      }
      all.add(part);
    }
    return all;
  }

  int reserve() {
    functions.add(null);
    return functions.size() - 1;
  }

  /** Lowers a function or lambda whose number was {@link #reserve reserved}. */
  void function(int id, int node, FunctionBody parent, FunctionBody.@Nullable ClassScope owner) {
    boolean named = tree.is(node, Kind.FUNCTION);
    int nameNode = tree.child(node, Role.NAME);
    String name = named && nameNode != NONE ? tree.symbol(nameNode) : "";
    if (tree.symbol(node).equals("constructor") && owner != null) {
      name = owner.name();
    }
    FlowFunction.Role role = named ? FlowFunction.Role.NAMED : FlowFunction.Role.ANONYMOUS;
    FunctionBody body = new FunctionBody(id, node, name, role, parent, owner, dialect);
    Statements statements = new Statements(this, body);
    statements.enter(node, named && owner != null);
    int bodyNode = tree.child(node, Role.BODY);
    if (bodyNode != NONE) {
      statements.body(bodyNode, dialect.lastValueReturns(!named));
    }
    body.closeScope();
    functions.set(id, bodyNode == NONE ? withoutBody(body) : body.build());
  }

  /** Whether a plain function of a script is written to be called with {@code new}. */
  boolean makesObjects(int node) {
    if (!isScript() || tree.rawType(node).equals("arrow_function")) {
      return false;
    }
    int named = tree.is(node, Kind.FUNCTION) ? node : tree.parent(node);
    int name = named == NONE ? NONE : tree.child(named, Role.NAME);
    if (name == NONE || !tree.is(name, Kind.IDENTIFIER)) {
      return false;
    }
    String written = tree.symbol(name);
    if (written.isEmpty() || !Character.isUpperCase(written.charAt(0))) {
      return false;
    }
    int end = tree.subtreeEnd(node);
    for (int at = node + 1; at < end; at++) {
      int left = tree.is(at, Kind.ASSIGN) ? tree.child(at, Role.LEFT) : NONE;
      int object =
          left != NONE && tree.is(left, Kind.MEMBER) ? tree.child(left, Role.OBJECT) : NONE;
      if (object != NONE && tree.symbol(object).equals("this")) {
        return true;
      }
    }
    return false;
  }

  boolean isScript() {
    Language language = dialect.language();
    return language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
  }

  private static FlowFunction withoutBody(FunctionBody body) {
    FlowFunction built = body.build();
    return new FlowFunction(
        built.id(),
        built.node(),
        built.name(),
        built.role(),
        built.parent(),
        built.owner(),
        built.self(),
        built.parameters(),
        built.variables(),
        built.blocks(),
        built.definitions(),
        List.of());
  }

  /** Declares the class below {@code node} and lowers what is in it once the scope is known. */
  int declareClass(int node, String name, int bodyNode, FunctionBody around) {
    classes.add(null);
    int id = classes.size() - 1;
    FunctionBody.ClassScope scope =
        new FunctionBody.ClassScope(id, name, fields(node, bodyNode), around.owner);
    List<Integer> methods = new ArrayList<>();
    List<int[]> pending = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    for (int member : members(bodyNode)) {
      if (tree.is(member, Kind.FUNCTION)) {
        int function = reserve();
        methods.add(function);
        pending.add(new int[] {function, member});
      } else {
        rest.add(member);
        for (int accessor : accessors(member)) {
          int function = reserve();
          methods.add(function);
          pending.add(new int[] {function, accessor});
        }
      }
    }
    int initializer = rest.isEmpty() ? NONE : reserve();
    classes.set(
        id,
        new FlowClass(
            id,
            node,
            name,
            around.owner == null ? NONE : around.owner.id(),
            supertypes(node),
            methods,
            initializer));
    around.defer(() -> {
      if (initializer != NONE) {
        initializer(initializer, node, rest, around, scope);
      }
      for (int[] method : pending) {
        function(method[0], method[1], around, scope);
      }
    });
    return id;
  }

  /** Declares a method that is written outside of its type. */
  void declareMethod(int node, String type, FunctionBody around) {
    int function = reserve();
    classes.add(null);
    int id = classes.size() - 1;
    classes.set(id, new FlowClass(id, node, type, NONE, List.of(), List.of(function), NONE));
    around.defer(() ->
        function(
            function, node, around, new FunctionBody.ClassScope(id, type, Set.of(), around.owner)));
  }

  private void initializer(
      int id, int node, List<Integer> members, FunctionBody around, FunctionBody.ClassScope scope) {
    FunctionBody body =
        new FunctionBody(id, node, "", FlowFunction.Role.CLASS_INITIALIZER, around, scope, dialect);
    body.self = body.declareOutermost("this", NONE, scope.name());
    Statements statements = new Statements(this, body);
    for (int member : members) {
      statements.member(member);
    }
    body.closeScope();
    functions.set(id, body.build());
  }

  /** The members of a class body, those of nested blocks without meaning of their own included. */
  private List<Integer> members(int bodyNode) {
    List<Integer> members = new ArrayList<>();
    if (bodyNode == NONE) {
      return members;
    }
    for (int child = tree.firstChild(bodyNode); child != NONE; child = tree.nextSibling(child)) {
      members.add(child);
    }
    return members;
  }

  /** The accessors of a property. */
  private List<Integer> accessors(int member) {
    List<Integer> accessors = new ArrayList<>();
    int body = tree.is(member, Kind.VARIABLE) ? tree.child(member, Role.BODY) : NONE;
    for (int node : members(body)) {
      if (tree.is(node, Kind.FUNCTION)) {
        accessors.add(node);
      }
    }
    return accessors;
  }

  private Set<String> fields(int node, int bodyNode) {
    Set<String> fields = new HashSet<>();
    for (int member : members(bodyNode)) {
      if (tree.is(member, Kind.VARIABLE)) {
        int name = tree.child(member, Role.NAME);
        if (name != NONE) {
          fields.add(tree.symbol(name));
        }
      }
    }
    int parameters = tree.child(node, Role.PARAMETERS);
    for (int p = parameters == NONE ? NONE : tree.firstChild(parameters);
        p != NONE;
        p = tree.nextSibling(p)) {
      int name = tree.child(p, Role.NAME);
      if (name != NONE) {
        fields.add(tree.symbol(name));
      }
    }
    return fields;
  }

  private List<String> supertypes(int node) {
    List<String> names = new ArrayList<>();
    if (tree.is(node, Kind.NEW)) {
      int type = tree.child(node, Role.TYPE);
      if (type != NONE) {
        names.add(simpleName(type));
      }
      return names;
    }
    for (int child = tree.firstChild(node); child != NONE; child = tree.nextSibling(child)) {
      if (tree.role(child) == Role.SUPERCLASS || tree.role(child) == Role.INTERFACE) {
        names.add(simpleName(child));
      }
    }
    return names;
  }

  /** The last name of a type or a dotted expression, without type arguments. */
  String simpleName(int node) {
    return switch (tree.kind(node)) {
      case MEMBER, METHOD_REFERENCE -> {
        int name = tree.child(node, Role.NAME);
        yield name == NONE ? "" : tree.symbol(name);
      }
      case GENERIC_TYPE, NULLABLE_TYPE, POINTER_TYPE -> {
        int type = tree.child(node, Role.TYPE);
        yield type == NONE ? "" : simpleName(type);
      }
      case CALL -> {
        int callee = tree.child(node, Role.CALLEE);
        yield callee == NONE ? "" : simpleName(callee);
      }
      case IDENTIFIER -> tree.symbol(node);
      default -> tree.isLeaf(node) ? tree.symbol(node) : "";
    };
  }
}
