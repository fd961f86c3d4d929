package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Lowers one compilation unit of javac into the shapes of {@link Kind}: the file and its
 * declarations.
 */
final class JavaLowering extends StatementLowering {
  /** The name of the class that javac makes up for members without a class (JEP 512). */
  static final String IMPLICIT_CLASS = "CodeRevImplicitClass";

  private final CompilationUnitTree unit;
  private final Deque<ClassTree> classes = new ArrayDeque<>();

  JavaLowering(
      JavaText text, CompilationUnitTree unit, SourcePositions positions, TreeBuilder builder) {
    super(text, unit, positions, builder);
    this.unit = unit;
  }

  void lower() {
    builder.open(Kind.FILE, Role.CHILD, 0);
    lower(unit.getPackage(), Role.STATEMENT);
    lowerAll(unit.getImports(), Role.STATEMENT);
    lower(unit.getModule(), Role.STATEMENT);
    lowerAll(unit.getTypeDecls(), Role.STATEMENT);
    builder.close(text.length());
    text.comments(builder);
  }

  @Override
  public @Nullable Void visitPackage(PackageTree tree, Role role) {
    open(Kind.PACKAGE, role, tree);
    lowerAll(tree.getAnnotations(), Role.ANNOTATION);
    lower(tree.getPackageName(), Role.NAME);
    return close(tree);
  }

  @Override
  public @Nullable Void visitImport(ImportTree tree, Role role) {
    int node = open(Kind.IMPORT, role, tree);
    Tree imported = tree.getQualifiedIdentifier();
    boolean ofMember =
        imported instanceof MemberSelectTree select
            && (tree.isStatic() || select.getIdentifier().contentEquals("*"));
    if (ofMember && imported instanceof MemberSelectTree select) {
      builder.symbol(node, select.getExpression().toString());
      lower(select.getExpression(), Role.MODULE);
      String name = select.getIdentifier().toString();
      int at = end(select.getExpression());
      int element =
          builder.open(Kind.IMPORTED_NAME, Role.ELEMENT, Math.max(at, end(select) - name.length()));
      builder.symbol(element, name);
      builder.close(end(select));
    } else {
      builder.symbol(node, imported.toString());
      lower(imported, Role.MODULE);
    }
    builder.rawType(node, tree.isStatic() ? "import_static" : "import");
    return close(tree);
  }

  @Override
  public @Nullable Void visitModifiers(ModifiersTree tree, Role role) {
    if (!isPlaced(tree)) {
      return null;
    }
    lowerAll(tree.getAnnotations(), Role.ANNOTATION);
    if (tree.getFlags().isEmpty()) {
      return null;
    }
    open(Kind.MODIFIERS, Role.MODIFIERS, tree);
    for (Modifier flag : tree.getFlags()) {
      String word = flag.toString();
      int at = text.word(word, start(tree), end(tree));
      builder.leaf(Kind.MODIFIER, Role.MODIFIER, word, at, at + word.length());
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree tree, Role role) {
    open(Kind.ANNOTATION, role, tree);
    lower(tree.getAnnotationType(), Role.NAME);
    int bracket = text.symbol('(', end(tree.getAnnotationType()));
    if (!tree.getArguments().isEmpty() && bracket < end(tree)) {
      builder.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, bracket);
      for (ExpressionTree argument : tree.getArguments()) {
        if (argument instanceof AssignmentTree named) {
          open(Kind.KEYWORD_ARGUMENT, Role.ARGUMENT, named);
          lower(named.getVariable(), Role.NAME);
          lower(named.getExpression(), Role.VALUE);
          close(named);
        } else {
          lower(argument, Role.ARGUMENT);
        }
      }
      builder.close(end(tree));
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, Role role) {
    if (tree.getSimpleName().contentEquals(IMPLICIT_CLASS)) {
      classes.push(tree);
      lowerAll(tree.getMembers(), role);
      classes.pop();
      return null;
    }
    int node = open(Kind.CLASS, role, tree);
    builder.symbol(
        node,
        switch (tree.getKind()) {
          case INTERFACE -> "interface";
          case ENUM -> "enum";
          case RECORD -> "record";
          case ANNOTATION_TYPE -> "annotation";
          default -> "class";
        });
    lower(tree.getModifiers(), Role.MODIFIERS);
    int header = isPlaced(tree.getModifiers()) ? end(tree.getModifiers()) : start(tree);
    String name = tree.getSimpleName().toString();
    int at = text.word(name, header, end(tree));
    name(name, Role.NAME, header, end(tree));
    header = Math.max(header, at + name.length());
    header = typeParameters(tree.getTypeParameters(), header);
    List<? extends Tree> members = tree.getMembers();
    if (tree.getKind() == Tree.Kind.RECORD) {
      int open = text.symbol('(', header);
      int close = text.closing(open);
      builder.open(Kind.PARAMETER_LIST, Role.PARAMETERS, open);
      List<Tree> others = new ArrayList<>();
      for (Tree member : members) {
        if (member instanceof VariableTree component && start(component) < close) {
          variable(component, Kind.PARAMETER, Role.PARAMETER);
        } else {
          others.add(member);
        }
      }
      builder.close(close);
      members = others;
      header = close;
    }
    lower(tree.getExtendsClause(), Role.SUPERCLASS);
    header = endOr(tree.getExtendsClause(), header);
    for (Tree face : tree.getImplementsClause()) {
      lower(face, Role.INTERFACE);
      header = endOr(face, header);
    }
    for (Tree permitted : tree.getPermitsClause()) {
      header = endOr(permitted, header);
    }
    body(tree, members, header);
    return close(tree);
  }

  @Override
  void body(ClassTree tree, List<? extends Tree> members, int header) {
    int brace = text.symbol('{', header);
    builder.open(Kind.BLOCK, Role.BODY, brace < end(tree) ? brace : header);
    classes.push(tree);
    lowerAll(members, Role.STATEMENT);
    classes.pop();
    builder.close(end(tree));
  }

  int typeParameters(List<? extends TypeParameterTree> parameters, int from) {
    if (parameters.isEmpty()) {
      return from;
    }
    int end = end(parameters.getLast());
    builder.open(Kind.TYPE_PARAMETER_LIST, Role.TYPE_PARAMETERS, start(parameters.getFirst()));
    for (TypeParameterTree parameter : parameters) {
      open(Kind.PARAMETER, Role.PARAMETER, parameter);
      lowerAll(parameter.getAnnotations(), Role.ANNOTATION);
      name(parameter.getName().toString(), Role.NAME, start(parameter), end(parameter));
      lowerAll(parameter.getBounds(), Role.TYPE);
      close(parameter);
    }
    builder.close(end);
    return end;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, Role role) {
    int node = open(Kind.FUNCTION, role, tree);
    boolean constructor = tree.getName().contentEquals("<init>");
    ClassTree owner = classes.peek();
    String name =
        constructor && owner != null ? owner.getSimpleName().toString() : tree.getName().toString();
    if (constructor) {
      builder.symbol(node, "constructor");
    }
    lower(tree.getModifiers(), Role.MODIFIERS);
    int header = isPlaced(tree.getModifiers()) ? end(tree.getModifiers()) : start(tree);
    header = typeParameters(tree.getTypeParameters(), header);
    Tree returned = tree.getReturnType();
    if (returned != null) {
      lower(returned, Role.TYPE);
      header = Math.max(header, end(returned));
    }
    int limit = tree.getBody() == null ? end(tree) : start(tree.getBody());
    int at = text.word(name, header, limit);
    name(name, Role.NAME, header, limit);
    int bracket = text.symbol('(', at + name.length());
    boolean compact = bracket >= limit || bracket < at;
    if (!compact) {
      builder.open(Kind.PARAMETER_LIST, Role.PARAMETERS, bracket);
      for (VariableTree parameter : tree.getParameters()) {
        variable(parameter, Kind.PARAMETER, Role.PARAMETER);
      }
      builder.close(text.closing(bracket));
    }
    lowerAll(tree.getThrows(), Role.THROWS);
    lower(tree.getDefaultValue(), Role.VALUE);
    lower(tree.getBody(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, Role role) {
    if (isEnumConstant(tree)) {
      enumConstant(tree, role);
    } else {
      variable(tree, Kind.VARIABLE, role);
    }
    return null;
  }

  boolean isEnumConstant(VariableTree tree) {
    ClassTree owner = classes.peek();
    return owner != null
        && owner.getKind() == Tree.Kind.ENUM
        && tree.getInitializer() instanceof NewClassTree
        && !isPlaced(tree.getType());
  }

  void enumConstant(VariableTree tree, Role role) {
    open(Kind.ENUM_CONSTANT, role, tree);
    int from = start(tree);
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      lower(annotation, Role.ANNOTATION);
      from = end(annotation);
    }
    String name = tree.getName().toString();
    name(name, Role.NAME, from, end(tree));
    NewClassTree created = (NewClassTree) tree.getInitializer();
    if (!created.getArguments().isEmpty()) {
      arguments(created.getArguments(), text.word(name, from, end(tree)), end(tree));
    }
    ClassTree body = created.getClassBody();
    if (body != null) {
      body(body, body.getMembers(), start(body));
    }
    close(tree);
  }

  @Override
  void variable(VariableTree tree, Kind kind, Role role) {
    int node = open(kind, role, tree);
    lower(tree.getModifiers(), Role.MODIFIERS);
    int from = isPlaced(tree.getModifiers()) ? end(tree.getModifiers()) : start(tree);
    Tree type = tree.getType();
    if (type != null && isPlaced(type)) {
      lower(type, Role.TYPE);
      int typeEnd = end(type);
      if (text.slice(start(type), typeEnd).endsWith("...")) {
        builder.symbol(node, "...");
      }
      // int x[]: the type reaches past the name
      from = text.slice(start(type), typeEnd).contains(tree.getName()) ? from : typeEnd;
    } else if (kind == Kind.VARIABLE && text.hasWord("var", from)) {
      builder.symbol(node, "var");
      from += "var".length();
    }
    Name name = tree.getName();
    if (name.isEmpty()) {
      builder.leaf(Kind.IDENTIFIER, Role.NAME, "_", from, from);
    } else {
      name(name.toString(), Role.NAME, from, end(tree));
    }
    lower(tree.getInitializer(), Role.VALUE);
    close(tree);
  }
}
