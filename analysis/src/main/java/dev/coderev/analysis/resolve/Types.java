package dev.coderev.analysis.resolve;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The static types of expressions, as far as one file tells: declared types of variables,
 * parameters and fields, creations, literals, casts, operators, and functions of the same file.
 * Confined to one thread.
 */
public final class Types {
  private static final int DEEPEST = 12;

  private final SyntaxTree tree;
  private final Declarations declarations;
  private final Names names;
  private final Language language;
  private final Map<Integer, Optional<TypeRef>> known = new HashMap<>();

  public Types(SyntaxTree tree, Declarations declarations, Names names) {
    this.tree = tree;
    this.declarations = declarations;
    this.names = names;
    this.language = tree.file().language();
  }

  /** The type of an expression, empty where the file does not tell. */
  public Optional<TypeRef> of(int expression) {
    Optional<TypeRef> found = known.get(expression);
    if (found == null) {
      found = find(expression, 0);
      known.put(expression, found);
    }
    return found;
  }

  /** The full name of the type where imports tell it, otherwise the name as written. */
  public String fullName(TypeRef type) {
    if (type.node() != NONE) {
      String full = names.qualified(bare(type.node()));
      if (!full.isEmpty()) {
        return full;
      }
    }
    return type.name();
  }

  /** Whether libraries are known to make the type a special kind of another one. */
  public boolean isBelow(TypeRef type, String other) {
    Set<String> below = language == Language.JAVA ? LibraryTypes.below(other) : Set.of();
    return !below.isEmpty() && below.contains(libraryName(type));
  }

  /** As {@link #fullName}; also where everything of the type's package is imported. */
  private String libraryName(TypeRef type) {
    String full = fullName(type);
    if (type.node() == NONE || full.indexOf('.') >= 0) {
      return full;
    }
    for (String candidate : LibraryTypes.named(full)) {
      if (names.isCalled(bare(type.node()), candidate)) {
        return candidate;
      }
    }
    return full;
  }

  private Optional<TypeRef> find(int node, int depth) {
    if (node == NONE || depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (tree.kind(node)) {
      case STRING, TEMPLATE -> Optional.of(TypeRef.named(textType()));
      case NUMBER -> Optional.of(TypeRef.named(numberType(node)));
      case BOOLEAN, TYPE_TEST -> Optional.of(TypeRef.named(truthType()));
      case CHARACTER -> Optional.of(TypeRef.named("char"));
      case NEW, CAST, COMPOSITE -> written(tree.child(node, Role.TYPE));
      case CONDITIONAL -> {
        Optional<TypeRef> then = find(tree.child(node, Role.THEN), depth + 1);
        yield then.isPresent() ? then : find(tree.child(node, Role.ELSE), depth + 1);
      }
      case ASSIGN -> find(tree.child(node, Role.RIGHT), depth + 1);
      case AWAIT, UPDATE -> find(tree.child(node, Role.VALUE), depth + 1);
      case UNARY ->
          tree.symbol(node).equals("!")
              ? Optional.of(TypeRef.named(truthType()))
              : find(tree.child(node, Role.VALUE), depth + 1);
      case BINARY -> ofBinary(node, depth);
      case CALL -> ofCall(node, depth);
      case IDENTIFIER, MEMBER -> ofName(node, depth);
      case INDEX -> ofElement(node, depth);
      default -> Optional.empty();
    };
  }

  private Optional<TypeRef> ofBinary(int node, int depth) {
    return switch (tree.symbol(node)) {
      case "==", "!=", "<", ">", "<=", ">=", "&&", "||", "===", "!==", "in", "not in", "is" ->
          Optional.of(TypeRef.named(truthType()));
      case "+" -> {
        Optional<TypeRef> left = find(tree.child(node, Role.LEFT), depth + 1);
        Optional<TypeRef> right = find(tree.child(node, Role.RIGHT), depth + 1);
        if (left.filter(this::isText).isPresent()) {
          yield left;
        }
        yield right.filter(this::isText).isPresent() || left.isEmpty() ? right : left;
      }
      default -> find(tree.child(node, Role.LEFT), depth + 1);
    };
  }

  private Optional<TypeRef> ofCall(int node, int depth) {
    int callee = tree.child(node, Role.CALLEE);
    if (callee == NONE) {
      return Optional.empty();
    }
    int declaration = declarations.of(callee);
    if (declaration == NONE && tree.is(callee, Kind.MEMBER)) {
      declaration = declarations.of(callee);
    }
    if (declaration != NONE) {
      int declaring = declarations.declaring(declaration);
      if (tree.is(declaring, Kind.FUNCTION)) {
        return written(tree.child(declaring, Role.TYPE));
      }
      if (tree.is(declaring, Kind.CLASS)) {
        return written(callee);
      }
    }
    String name = names.written(callee);
    boolean constructs =
        language == Language.PYTHON || language == Language.KOTLIN || language == Language.SWIFT;
    String last = name.substring(name.lastIndexOf('.') + 1);
    return constructs && !last.isEmpty() && Character.isUpperCase(last.charAt(0))
        ? written(callee)
        : ofMethod(node, callee, depth);
  }

  private Optional<TypeRef> ofMethod(int call, int callee, int depth) {
    if (!tree.is(callee, Kind.MEMBER) || depth > 4 || call == NONE) {
      return Optional.empty();
    }
    int name = tree.child(callee, Role.NAME);
    if (name == NONE || language != Language.JAVA) {
      return Optional.empty();
    }
    return switch (tree.symbol(name)) {
      case "toString", "toLowerCase", "toUpperCase", "trim", "strip", "concat", "substring" ->
          Optional.of(TypeRef.named(textType()));
      case "equals", "isEmpty", "contains", "startsWith", "endsWith", "equalsIgnoreCase" ->
          Optional.of(TypeRef.named(truthType()));
      default -> ofLibraryMethod(callee, tree.symbol(name), depth);
    };
  }

  private Optional<TypeRef> ofLibraryMethod(int callee, String method, int depth) {
    return LibraryTypes.hasMethod(method)
        ? find(tree.child(callee, Role.OBJECT), depth + 1)
            .flatMap(receiver -> LibraryTypes.result(libraryName(receiver), method))
            .map(TypeRef::named)
        : Optional.empty();
  }

  private Optional<TypeRef> ofName(int node, int depth) {
    int declaration = declarations.of(node);
    if (declaration == NONE && isClassName(node)) {
      return written(node);
    }
    if (declaration == NONE) {
      return tree.is(node, Kind.MEMBER) && tree.symbol(tree.child(node, Role.NAME)).equals("length")
          ? Optional.of(TypeRef.named("int"))
          : Optional.empty();
    }
    int declaring = declarations.declaring(declaration);
    return switch (tree.kind(declaring)) {
      case VARIABLE, PARAMETER -> ofVariable(declaring, declaration, depth);
      case ASSIGN ->
          tree.parent(declaration) == declaring
              ? find(tree.child(declaring, Role.RIGHT), depth + 1)
              : Optional.empty();
      case CATCH, FOR_EACH -> written(tree.child(declaring, Role.TYPE));
      default -> Optional.empty();
    };
  }

  /** Whether it is a class whose static members are used: {@code T} in {@code T.of()}. */
  private boolean isClassName(int node) {
    return language == Language.JAVA
        && tree.is(node, Kind.IDENTIFIER)
        && tree.role(node) == Role.OBJECT
        && Character.isUpperCase(tree.symbol(node).charAt(0));
  }

  private Optional<TypeRef> ofVariable(int declaring, int declaration, int depth) {
    int type = tree.child(declaring, Role.TYPE);
    if (type != NONE && !isInferred(type)) {
      return written(type);
    }
    int value = tree.child(declaring, Role.VALUE);
    return value != NONE && tree.parent(declaration) == declaring
        ? find(value, depth + 1)
        : Optional.empty();
  }

  private Optional<TypeRef> ofElement(int node, int depth) {
    Optional<TypeRef> array = find(tree.child(node, Role.OBJECT), depth + 1);
    int type = array.map(TypeRef::node).orElse(NONE);
    return type != NONE && tree.is(type, Kind.ARRAY_TYPE)
        ? written(tree.child(type, Role.TYPE))
        : Optional.empty();
  }

  private Optional<TypeRef> written(int type) {
    return type == NONE ? Optional.empty() : Optional.of(new TypeRef(type, nameOf(type)));
  }

  private String nameOf(int type) {
    int bare = bare(type);
    String written = names.written(bare);
    return written.isEmpty() ? tree.text(bare) : written;
  }

  private int bare(int type) {
    int at = type;
    while (tree.is(at, Kind.GENERIC_TYPE)
        || tree.is(at, Kind.POINTER_TYPE)
        || tree.is(at, Kind.NULLABLE_TYPE)) {
      int inner = tree.child(at, Role.TYPE);
      if (inner == NONE) {
        return at;
      }
      at = inner;
    }
    return at;
  }

  private boolean isInferred(int type) {
    String name = tree.symbol(type);
    return name.equals("var") || name.equals("auto") || name.equals("val") || name.equals("let");
  }

  private boolean isText(TypeRef type) {
    return type.name().equals(textType()) || type.name().equals("java.lang.String");
  }

  private String textType() {
    return switch (language) {
      case JAVA, KOTLIN, SWIFT, RUBY -> "String";
      case PYTHON -> "str";
      case RUST -> "str";
      case C, CPP -> "char";
      default -> "string";
    };
  }

  private String truthType() {
    return switch (language) {
      case JAVA, JAVASCRIPT, TYPESCRIPT -> "boolean";
      case KOTLIN -> "Boolean";
      case SWIFT -> "Bool";
      default -> "bool";
    };
  }

  private String numberType(int node) {
    String written = tree.text(node);
    boolean hexadecimal = written.startsWith("0x") || written.startsWith("0X");
    boolean real =
        !hexadecimal
            && (written.contains(".")
                || written.contains("e")
                || written.contains("E")
                || written.endsWith("f")
                || written.endsWith("F")
                || written.endsWith("d"));
    return switch (language) {
      case JAVASCRIPT, TYPESCRIPT -> "number";
      case JAVA, CSHARP ->
          real
              ? written.endsWith("f") || written.endsWith("F") ? "float" : "double"
              : written.endsWith("L") || written.endsWith("l") ? "long" : "int";
      case KOTLIN, SWIFT -> real ? "Double" : "Int";
      case GO -> real ? "float64" : "int";
      default -> real ? "float" : "int";
    };
  }
}
