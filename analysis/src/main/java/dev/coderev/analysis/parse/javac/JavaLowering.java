package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssertTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Lowers one compilation unit of javac into the shapes of {@link Kind}. */
final class JavaLowering extends SimpleTreeVisitor<@Nullable Void, Role> {
  /** The name of the class that javac makes up for members without a class (JEP 512). */
  static final String IMPLICIT_CLASS = "CodeRevImplicitClass";

  private static final int MAX_DEPTH = 3000;

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final TreeBuilder builder;
  private final JavaText text;
  private final Deque<ClassTree> classes = new ArrayDeque<>();
  private int depth;
  private boolean cutNoted;

  /** The tree that begins where the one around it does; javac would search for it each time. */
  private @Nullable Tree leftmost;

  private int leftmostStart;

  /** The tree whose end was asked for last; it often is asked for again at once. */
  private @Nullable Tree ended;

  private int endedAt;

  JavaLowering(
      JavaText text, CompilationUnitTree unit, SourcePositions positions, TreeBuilder builder) {
    this.unit = unit;
    this.positions = positions;
    this.builder = builder;
    this.text = text;
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

  // ---- positions and plumbing ------------------------------------------------------------------

  private int start(Tree tree) {
    return tree == leftmost
        ? leftmostStart
        : Math.clamp(positions.getStartPosition(unit, tree), 0, text.length());
  }

  /** Lowers the child with which {@code tree} begins. */
  private void lowerFirst(Tree tree, Tree first, Role role) {
    leftmostStart = start(tree);
    leftmost = first;
    lower(first, role);
  }

  private int end(Tree tree) {
    if (tree != ended) {
      long end = positions.getEndPosition(unit, tree);
      ended = tree;
      endedAt = end < 0 ? start(tree) : (int) Math.min(end, text.length());
    }
    return endedAt;
  }

  private int endOr(@Nullable Tree tree, int otherwise) {
    return tree == null ? otherwise : Math.max(otherwise, end(tree));
  }

  private boolean isPlaced(Tree tree) {
    return positions.getEndPosition(unit, tree) > positions.getStartPosition(unit, tree);
  }

  private int open(Kind kind, Role role, Tree tree) {
    return builder.open(kind, role, start(tree));
  }

  private @Nullable Void close(Tree tree) {
    builder.close(end(tree));
    return null;
  }

  private @Nullable Void leaf(Kind kind, Role role, String symbol, Tree tree) {
    builder.leaf(kind, role, symbol, start(tree), end(tree));
    return null;
  }

  private void name(String name, Role role, int from, int end) {
    int at = text.word(name, from, end);
    builder.leaf(Kind.IDENTIFIER, role, name, at, Math.min(at + name.length(), text.length()));
  }

  private void lower(@Nullable Tree tree, Role role) {
    if (tree == null) {
      return;
    }
    if (depth >= MAX_DEPTH) {
      leaf(Kind.OTHER, role, "", tree);
      if (!cutNoted) {
        builder.omit(start(tree), end(tree), "nested deeper than " + MAX_DEPTH + " levels");
        cutNoted = true;
      }
      return;
    }
    depth++;
    tree.accept(this, role);
    depth--;
  }

  private void lowerAll(@Nullable Iterable<? extends Tree> trees, Role role) {
    if (trees != null) {
      for (Tree tree : trees) {
        lower(tree, role);
      }
    }
  }

  @Override
  protected @Nullable Void defaultAction(Tree tree, Role role) {
    int node = open(Kind.OTHER, role, tree);
    builder.rawType(node, tree.getKind().name().toLowerCase(Locale.ROOT));
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      private boolean atRoot = true;

      @Override
      public @Nullable Void scan(@Nullable Tree inner, @Nullable Void nothing) {
        if (atRoot) {
          atRoot = false;
          return super.scan(inner, null);
        }
        lower(inner, Role.CHILD);
        return null;
      }
    }.scan(tree, null);
    return close(tree);
  }

  @Override
  public @Nullable Void visitErroneous(ErroneousTree tree, Role role) {
    open(Kind.ERROR, role, tree);
    lowerAll(tree.getErrorTrees(), Role.CHILD);
    return close(tree);
  }

  // ---- declarations
  // ------------------------------------------------------------------------------

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

  private void body(ClassTree tree, List<? extends Tree> members, int header) {
    int brace = text.symbol('{', header);
    builder.open(Kind.BLOCK, Role.BODY, brace < end(tree) ? brace : header);
    classes.push(tree);
    lowerAll(members, Role.STATEMENT);
    classes.pop();
    builder.close(end(tree));
  }

  private int typeParameters(List<? extends TypeParameterTree> parameters, int from) {
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

  private boolean isEnumConstant(VariableTree tree) {
    ClassTree owner = classes.peek();
    return owner != null
        && owner.getKind() == Tree.Kind.ENUM
        && tree.getInitializer() instanceof NewClassTree
        && !isPlaced(tree.getType());
  }

  private void enumConstant(VariableTree tree, Role role) {
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

  private void variable(VariableTree tree, Kind kind, Role role) {
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

  // ---- statements
  // ----------------------------------------------------------------------------------

  @Override
  public @Nullable Void visitBlock(BlockTree tree, Role role) {
    open(Kind.BLOCK, role, tree);
    lowerAll(tree.getStatements(), Role.STATEMENT);
    return close(tree);
  }

  @Override
  public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, Role role) {
    open(Kind.EXPRESSION_STATEMENT, role, tree);
    lowerFirst(tree, tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitIf(IfTree tree, Role role) {
    open(Kind.IF, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getThenStatement(), Role.THEN);
    lower(tree.getElseStatement(), Role.ELSE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitWhileLoop(WhileLoopTree tree, Role role) {
    open(Kind.WHILE, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, Role role) {
    open(Kind.DO_WHILE, role, tree);
    lower(tree.getStatement(), Role.BODY);
    lower(tree.getCondition(), Role.CONDITION);
    return close(tree);
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree tree, Role role) {
    open(Kind.FOR, role, tree);
    for (StatementTree init : tree.getInitializer()) {
      lowerUnwrapped(init, Role.INIT);
    }
    lower(tree.getCondition(), Role.CONDITION);
    for (StatementTree update : tree.getUpdate()) {
      lowerUnwrapped(update, Role.UPDATE);
    }
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  private void lowerUnwrapped(StatementTree tree, Role role) {
    lower(tree instanceof ExpressionStatementTree wrapped ? wrapped.getExpression() : tree, role);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, Role role) {
    open(Kind.FOR_EACH, role, tree);
    lower(tree.getVariable(), Role.NAME);
    lower(tree.getExpression(), Role.ITERABLE);
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitLabeledStatement(LabeledStatementTree tree, Role role) {
    builder.symbol(open(Kind.LABELED, role, tree), tree.getLabel().toString());
    lower(tree.getStatement(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, Role role) {
    return switching(tree, tree.getExpression(), tree.getCases(), role);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Role role) {
    return switching(tree, tree.getExpression(), tree.getCases(), role);
  }

  private @Nullable Void switching(
      Tree tree, ExpressionTree subject, List<? extends CaseTree> cases, Role role) {
    open(Kind.SWITCH, role, tree);
    lower(subject, Role.VALUE);
    lowerAll(cases, Role.CASE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitCase(CaseTree tree, Role role) {
    int node = open(Kind.CASE, role, tree);
    int header = start(tree);
    for (CaseLabelTree label : tree.getLabels()) {
      header = Math.max(header, end(label));
      switch (label) {
        case DefaultCaseLabelTree _ -> {}
        case ConstantCaseLabelTree constant -> lower(constant.getConstantExpression(), Role.LABEL);
        case PatternCaseLabelTree pattern -> lower(pattern.getPattern(), Role.LABEL);
        default -> lower(label, Role.LABEL);
      }
    }
    lower(tree.getGuard(), Role.GUARD);
    header = endOr(tree.getGuard(), header);
    if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
      builder.symbol(node, "->");
      Tree body = tree.getBody();
      if (body instanceof BlockTree) {
        lower(body, Role.BODY);
      } else if (body != null) {
        builder.open(Kind.BLOCK, Role.BODY, start(body));
        if (body instanceof ExpressionTree) {
          open(Kind.EXPRESSION_STATEMENT, Role.STATEMENT, body);
          lower(body, Role.VALUE);
          close(body);
        } else {
          lower(body, Role.STATEMENT);
        }
        builder.close(end(body));
      }
    } else {
      List<? extends StatementTree> statements = tree.getStatements();
      int from = statements == null || statements.isEmpty() ? header : start(statements.getFirst());
      builder.open(Kind.BLOCK, Role.BODY, from);
      lowerAll(statements, Role.STATEMENT);
      builder.close(end(tree));
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitYield(YieldTree tree, Role role) {
    builder.symbol(open(Kind.YIELD, role, tree), "yield");
    lower(tree.getValue(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, Role role) {
    open(Kind.SYNCHRONIZED, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    lower(tree.getBlock(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, Role role) {
    open(Kind.TRY, role, tree);
    lowerAll(tree.getResources(), Role.RESOURCE);
    lower(tree.getBlock(), Role.BODY);
    lowerAll(tree.getCatches(), Role.CATCH);
    lower(tree.getFinallyBlock(), Role.FINALLY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitCatch(CatchTree tree, Role role) {
    open(Kind.CATCH, role, tree);
    variable(tree.getParameter(), Kind.PARAMETER, Role.PARAMETER);
    lower(tree.getBlock(), Role.BODY);
    return close(tree);
  }

  @Override
  public @Nullable Void visitReturn(ReturnTree tree, Role role) {
    open(Kind.RETURN, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitThrow(ThrowTree tree, Role role) {
    open(Kind.THROW, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitAssert(AssertTree tree, Role role) {
    open(Kind.ASSERT, role, tree);
    lower(tree.getCondition(), Role.CONDITION);
    lower(tree.getDetail(), Role.MESSAGE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitBreak(BreakTree tree, Role role) {
    return leaf(Kind.BREAK, role, tree.getLabel() == null ? "" : tree.getLabel().toString(), tree);
  }

  @Override
  public @Nullable Void visitContinue(ContinueTree tree, Role role) {
    return leaf(
        Kind.CONTINUE, role, tree.getLabel() == null ? "" : tree.getLabel().toString(), tree);
  }

  @Override
  public @Nullable Void visitEmptyStatement(EmptyStatementTree tree, Role role) {
    return leaf(Kind.EMPTY, role, "", tree);
  }

  // ---- expressions
  // -----------------------------------------------------------------------------------

  @Override
  public @Nullable Void visitParenthesized(ParenthesizedTree tree, Role role) {
    lower(tree.getExpression(), role);
    return null;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, Role role) {
    String name = tree.getName().toString();
    int start = start(tree);
    if (name.isEmpty() || !text.has(name, start)) {
      return leaf(Kind.IDENTIFIER, role, name, tree);
    }
    ended = tree;
    endedAt = start + name.length();
    builder.leaf(Kind.IDENTIFIER, role, name, start, endedAt);
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, Role role) {
    builder.symbol(open(Kind.MEMBER, role, tree), ".");
    lowerFirst(tree, tree.getExpression(), Role.OBJECT);
    name(tree.getIdentifier().toString(), Role.NAME, end(tree.getExpression()), end(tree));
    return close(tree);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, Role role) {
    open(Kind.METHOD_REFERENCE, role, tree);
    lower(tree.getQualifierExpression(), Role.OBJECT);
    String name =
        tree.getMode() == MemberReferenceTree.ReferenceMode.NEW ? "new" : tree.getName().toString();
    name(name, Role.NAME, end(tree.getQualifierExpression()), end(tree));
    return close(tree);
  }

  @Override
  public @Nullable Void visitArrayAccess(ArrayAccessTree tree, Role role) {
    open(Kind.INDEX, role, tree);
    lowerFirst(tree, tree.getExpression(), Role.OBJECT);
    lower(tree.getIndex(), Role.INDEX);
    return close(tree);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Role role) {
    open(Kind.CALL, role, tree);
    lowerFirst(tree, tree.getMethodSelect(), Role.CALLEE);
    typeArguments(tree.getTypeArguments());
    arguments(tree.getArguments(), end(tree.getMethodSelect()), end(tree));
    return close(tree);
  }

  private void typeArguments(List<? extends Tree> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    open(Kind.TYPE_ARGUMENT_LIST, Role.TYPE_ARGUMENTS, arguments.getFirst());
    lowerAll(arguments, Role.ARGUMENT);
    close(arguments.getLast());
  }

  private void arguments(List<? extends ExpressionTree> arguments, int from, int callEnd) {
    int bracket = text.symbol('(', from);
    int end = arguments.isEmpty() ? bracket + 1 : end(arguments.getLast());
    builder.open(Kind.ARGUMENT_LIST, Role.ARGUMENTS, Math.min(bracket, callEnd));
    lowerAll(arguments, Role.ARGUMENT);
    int close = text.symbol(')', end);
    builder.close(Math.min(callEnd, close >= end ? close + 1 : callEnd));
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, Role role) {
    open(Kind.NEW, role, tree);
    lower(tree.getEnclosingExpression(), Role.OBJECT);
    lower(tree.getIdentifier(), Role.TYPE);
    arguments(tree.getArguments(), end(tree.getIdentifier()), end(tree));
    ClassTree body = tree.getClassBody();
    if (body != null) {
      body(body, body.getMembers(), start(body));
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitNewArray(NewArrayTree tree, Role role) {
    Tree type = tree.getType();
    if (type == null) {
      open(Kind.LIST, role, tree);
      lowerAll(tree.getInitializers(), Role.ELEMENT);
      return close(tree);
    }
    open(Kind.NEW_ARRAY, role, tree);
    lower(type, Role.TYPE);
    lowerAll(tree.getDimensions(), Role.INDEX);
    List<? extends ExpressionTree> elements = tree.getInitializers();
    if (elements != null) {
      builder.open(Kind.LIST, Role.VALUE, text.symbol('{', end(type)));
      lowerAll(elements, Role.ELEMENT);
      builder.close(end(tree));
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitLiteral(LiteralTree tree, Role role) {
    Object value = tree.getValue();
    return switch (tree.getKind()) {
      case NULL_LITERAL -> leaf(Kind.NULL, role, "", tree);
      case BOOLEAN_LITERAL -> leaf(Kind.BOOLEAN, role, String.valueOf(value), tree);
      case STRING_LITERAL -> leaf(Kind.STRING, role, String.valueOf(value), tree);
      case CHAR_LITERAL -> leaf(Kind.CHARACTER, role, String.valueOf(value), tree);
      default -> leaf(Kind.NUMBER, role, number(text.slice(start(tree), end(tree))), tree);
    };
  }

  private static String number(String written) {
    String plain = written.toLowerCase(Locale.ROOT).replace("_", "");
    boolean hex = plain.startsWith("0x");
    boolean suffixed =
        plain.endsWith("l") || (!hex && (plain.endsWith("f") || plain.endsWith("d")));
    return suffixed ? plain.substring(0, plain.length() - 1) : plain;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, Role role) {
    boolean update =
        switch (tree.getKind()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
          default -> false;
        };
    int node = open(update ? Kind.UPDATE : Kind.UNARY, role, tree);
    builder.symbol(node, JavaOperators.symbol(tree.getKind()));
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  /** Iterative on the left side: a concatenation of thousands of parts is one deep left spine. */
  @Override
  public @Nullable Void visitBinary(BinaryTree tree, Role role) {
    Deque<BinaryTree> spine = new ArrayDeque<>();
    ExpressionTree left = tree;
    while (left instanceof BinaryTree binary) {
      spine.push(binary);
      left = binary.getLeftOperand();
    }
    boolean outermost = true;
    int start = tree == leftmost ? leftmostStart : start(left);
    for (BinaryTree binary : (Iterable<BinaryTree>) spine::descendingIterator) {
      int node = builder.open(Kind.BINARY, outermost ? role : Role.LEFT, start);
      builder.symbol(node, JavaOperators.symbol(binary.getKind()));
      outermost = false;
    }
    leftmost = left;
    leftmostStart = start;
    lower(left, Role.LEFT);
    for (BinaryTree binary : spine) {
      lower(binary.getRightOperand(), Role.RIGHT);
      close(binary);
    }
    return null;
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree tree, Role role) {
    builder.symbol(open(Kind.ASSIGN, role, tree), "=");
    lowerFirst(tree, tree.getVariable(), Role.LEFT);
    lower(tree.getExpression(), Role.RIGHT);
    return close(tree);
  }

  @Override
  public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, Role role) {
    builder.symbol(open(Kind.COMPOUND_ASSIGN, role, tree), JavaOperators.symbol(tree.getKind()));
    lower(tree.getVariable(), Role.LEFT);
    lower(tree.getExpression(), Role.RIGHT);
    return close(tree);
  }

  @Override
  public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, Role role) {
    open(Kind.CONDITIONAL, role, tree);
    lowerFirst(tree, tree.getCondition(), Role.CONDITION);
    lower(tree.getTrueExpression(), Role.THEN);
    lower(tree.getFalseExpression(), Role.ELSE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitTypeCast(TypeCastTree tree, Role role) {
    open(Kind.CAST, role, tree);
    lower(tree.getType(), Role.TYPE);
    lower(tree.getExpression(), Role.VALUE);
    return close(tree);
  }

  @Override
  public @Nullable Void visitInstanceOf(InstanceOfTree tree, Role role) {
    open(Kind.TYPE_TEST, role, tree);
    lower(tree.getExpression(), Role.VALUE);
    if (tree.getPattern() instanceof BindingPatternTree binding) {
      lower(binding.getVariable().getType(), Role.TYPE);
      lower(binding.getVariable(), Role.NAME);
    } else if (tree.getPattern() != null) {
      lower(tree.getPattern(), Role.TYPE);
    } else {
      lower(tree.getType(), Role.TYPE);
    }
    return close(tree);
  }

  @Override
  public @Nullable Void visitBindingPattern(BindingPatternTree tree, Role role) {
    lower(tree.getVariable(), role);
    return null;
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, Role role) {
    open(Kind.LAMBDA, role, tree);
    builder.open(Kind.PARAMETER_LIST, Role.PARAMETERS, start(tree));
    int end = start(tree);
    for (VariableTree parameter : tree.getParameters()) {
      variable(parameter, Kind.PARAMETER, Role.PARAMETER);
      end = end(parameter);
    }
    builder.close(end);
    lower(tree.getBody(), Role.BODY);
    return close(tree);
  }

  // ---- types
  // --------------------------------------------------------------------------------------------

  @Override
  public @Nullable Void visitPrimitiveType(PrimitiveTypeTree tree, Role role) {
    String name = tree.getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT);
    return leaf(Kind.IDENTIFIER, role, name, tree);
  }

  @Override
  public @Nullable Void visitAnnotatedType(AnnotatedTypeTree tree, Role role) {
    lower(tree.getUnderlyingType(), role);
    return null;
  }

  @Override
  public @Nullable Void visitParameterizedType(ParameterizedTypeTree tree, Role role) {
    open(Kind.GENERIC_TYPE, role, tree);
    lowerFirst(tree, tree.getType(), Role.TYPE);
    builder.open(Kind.TYPE_ARGUMENT_LIST, Role.TYPE_ARGUMENTS, end(tree.getType()));
    lowerAll(tree.getTypeArguments(), Role.ARGUMENT);
    builder.close(end(tree));
    return close(tree);
  }

  @Override
  public @Nullable Void visitArrayType(ArrayTypeTree tree, Role role) {
    open(Kind.ARRAY_TYPE, role, tree);
    lower(tree.getType(), Role.TYPE);
    return close(tree);
  }
}
