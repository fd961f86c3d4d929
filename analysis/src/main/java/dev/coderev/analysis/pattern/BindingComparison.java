package dev.coderev.analysis.pattern;

import dev.coderev.analysis.tree.Kind;

/** Whether metavariables of the same name in two matches stand for the same code. */
final class BindingComparison {
  private final FileContext context;

  BindingComparison(FileContext context) {
    this.context = context;
  }

  /** Every name that both bind is bound to the same; groups that have only a number never clash. */
  boolean agree(Bindings some, Bindings others) {
    if (some.isEmpty() || others.isEmpty()) {
      return true;
    }
    boolean[] agree = {true};
    some.forEach((name, binding) -> {
      Binding other = others.find(name);
      if (agree[0] && other != null && !isNumbered(name)) {
        agree[0] = same(binding, other);
      }
    });
    return agree[0];
  }

  private static boolean isNumbered(String name) {
    return name.length() > 1 && Character.isDigit(name.charAt(1));
  }

  private boolean same(Binding a, Binding b) {
    if (a.isNode() && b.isNode() && context.tree().isPresent()) {
      return new CodeComparison(context).same(a.node(), b.node());
    }
    return (a.range().equals(b.range()) && a.text().equals(b.text())) || plain(a).equals(plain(b));
  }

  private String plain(Binding binding) {
    boolean string =
        binding.isNode()
            && context.tree().isPresent()
            && context.syntax().is(binding.node(), Kind.STRING);
    return string
        ? context.syntax().symbol(binding.node())
        : binding.text().replaceAll("\\s+", " ");
  }
}
