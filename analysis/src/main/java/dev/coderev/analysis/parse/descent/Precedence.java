package dev.coderev.analysis.parse.descent;

import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How strongly the binary operators of a language bind; all of them associate to the left. */
public final class Precedence {
  private static final int NONE = -1;

  private final Map<String, Integer> levels = new HashMap<>();

  private Precedence(List<? extends Collection<String>> levels) {
    for (int level = 0; level < levels.size(); level++) {
      for (String operator : levels.get(level)) {
        this.levels.put(operator, level);
      }
    }
  }

  /**
   * @param levels the operators from those that bind weakest to those that bind strongest
   */
  public static Precedence of(List<? extends Collection<String>> levels) {
    return new Precedence(levels);
  }

  /** Reads operands and the operators between them by precedence climbing. */
  public Draft read(Tokens tokens, Supplier<Draft> operand) {
    return read(tokens, operand, 0);
  }

  private Draft read(Tokens tokens, Supplier<Draft> operand, int least) {
    Draft left = operand.get();
    while (level(tokens.peek()) >= least) {
      Token operator = tokens.take();
      Draft right = read(tokens, operand, level(operator) + 1);
      left =
          Draft.of(Kind.BINARY, operator.text(), left.start(), left.end())
              .add(Role.LEFT, left)
              .add(Role.RIGHT, right);
    }
    return left;
  }

  private int level(Token token) {
    return token.is(TokenType.SIGN) ? levels.getOrDefault(token.text(), NONE) : NONE;
  }
}
