package dev.coderev.training.defect.inject;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import org.jspecify.annotations.Nullable;

/** Each use of a parameter or variable, with each other one of the same declared type. */
final class VariableEdits extends ScopedScanner {

  VariableEdits(JavaSource java) {
    super(java);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void nothing) {
    String used = name.getName().toString();
    type(name)
        .filter(type -> !type.equals("var"))
        .ifPresent(type ->
            inScope()
                .forEach((other, otherType) -> {
                  if (otherType.equals(type) && !other.equals(used)) {
                    edit(java().start(name), java().end(name), other);
                  }
                }));
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
    if (!(call.getMethodSelect() instanceof IdentifierTree)) {
      scan(call.getMethodSelect(), null);
    }
    return scan(call.getArguments(), null);
  }
}
