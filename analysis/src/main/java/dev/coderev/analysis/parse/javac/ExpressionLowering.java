package dev.coderev.analysis.parse.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.TreeBuilder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lowers expressions and types. */
abstract class ExpressionLowering extends TreeLowering {
  ExpressionLowering(
      JavaText text, CompilationUnitTree unit, SourcePositions positions, TreeBuilder builder) {
    super(text, unit, positions, builder);
  }

  /** A variable, parameter or component, as a node of this kind. */
  abstract void variable(VariableTree tree, Kind kind, Role role);

  /** The members of a class, between braces after {@code header}. */
  abstract void body(ClassTree tree, List<? extends Tree> members, int header);

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
    int end = start + name.length();
    endsAt(tree, end);
    builder.leaf(Kind.IDENTIFIER, role, name, start, end);
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

  void typeArguments(List<? extends Tree> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    open(Kind.TYPE_ARGUMENT_LIST, Role.TYPE_ARGUMENTS, arguments.getFirst());
    lowerAll(arguments, Role.ARGUMENT);
    close(arguments.getLast());
  }

  void arguments(List<? extends ExpressionTree> arguments, int from, int callEnd) {
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
    int start = startOf(tree, left);
    for (BinaryTree binary : (Iterable<BinaryTree>) spine::descendingIterator) {
      int node = builder.open(Kind.BINARY, outermost ? role : Role.LEFT, start);
      builder.symbol(node, JavaOperators.symbol(binary.getKind()));
      outermost = false;
    }
    beginsAt(left, start);
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
