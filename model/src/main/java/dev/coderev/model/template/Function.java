package dev.coderev.model.template;

import java.util.List;
import java.util.Map;

/** Something that a template can call. */
@FunctionalInterface
interface Function {

  Object apply(Call call);

  /** The arguments of one call. */
  record Call(List<Object> positional, Map<String, Object> named) {

    private static final int DEEPEST = 100;
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    Object positional(int index) {
      return index < positional.size() ? positional.get(index) : None.UNDEFINED;
    }

    Object named(String name) {
      return named.getOrDefault(name, None.UNDEFINED);
    }

    /** The argument at a place, or else by name. */
    Object argument(int index, String name) {
      return index < positional.size() ? positional.get(index) : named(name);
    }

    /** Counts macros within macros. */
    void deeper() {
      int depth = DEPTH.get() + 1;
      if (depth > DEEPEST) {
        DEPTH.remove();
        throw new TemplateError("macros call each other more than " + DEEPEST + " deep");
      }
      DEPTH.set(depth);
    }

    void back() {
      DEPTH.set(DEPTH.get() - 1);
    }
  }
}
