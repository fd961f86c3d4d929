package dev.coderev.analysis.parse.treesitter.lowering;

import dev.coderev.analysis.parse.treesitter.binding.Grammar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The constructs of one language by the names of its grammar's node types. */
public final class Constructs {
  private final Map<String, Construct> byType = new HashMap<>();
  private final Set<String> statements = new HashSet<>();

  /** Says how nodes of a type are lowered; a later word about a type replaces an earlier one. */
  public Constructs on(String type, Construct construct) {
    byType.put(type, construct);
    return this;
  }

  /** Says the same for several types. */
  public Constructs on(List<String> types, Construct construct) {
    types.forEach(type -> byType.put(type, construct));
    return this;
  }

  /**
   * Says which types are statements, in a language whose grammar has no node around an expression
   * that stands as a statement: all others are wrapped there.
   */
  public Constructs statements(String... types) {
    statements.addAll(List.of(types));
    return this;
  }

  /** Begins with what another language says. */
  public Constructs including(Constructs other) {
    byType.putAll(other.byType);
    statements.addAll(other.statements);
    return this;
  }

  /** The types spoken of that the grammar does not know. */
  public Set<String> unknownTo(Grammar grammar) {
    Set<String> unknown = new HashSet<>(byType.keySet());
    unknown.addAll(statements);
    unknown.removeAll(grammar.types());
    return unknown;
  }

  /** The constructs by the grammar's numbers; {@code null} where nothing was said. */
  @Nullable Construct[] bySymbol(Grammar grammar) {
    List<String> types = grammar.types();
    @Nullable Construct[] constructs = new @Nullable Construct[types.size()];
    for (int i = 0; i < constructs.length; i++) {
      if (grammar.isNamed(i)) {
        constructs[i] = byType.get(types.get(i));
      }
    }
    return constructs;
  }

  boolean[] bareExpressions(Grammar grammar) {
    List<String> types = grammar.types();
    boolean[] bare = new boolean[types.size()];
    for (int i = 0; i < bare.length; i++) {
      bare[i] = !statements.isEmpty() && grammar.isNamed(i) && !statements.contains(types.get(i));
    }
    return bare;
  }
}
