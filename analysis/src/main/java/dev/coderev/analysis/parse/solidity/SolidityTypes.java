package dev.coderev.analysis.parse.solidity;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.parse.descent.Token;
import dev.coderev.analysis.parse.descent.TokenType;
import dev.coderev.analysis.parse.descent.Tokens;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.Set;

/** Types, parameters and declared variables. */
final class SolidityTypes {
  private static final Set<String> WORDS =
      Set.of(
          "memory",
          "storage",
          "calldata",
          "indexed",
          "payable",
          "public",
          "private",
          "internal",
          "external",
          "constant",
          "immutable",
          "transient",
          "override",
          "view",
          "pure",
          "virtual");

  private static final Set<String> NO_TYPES =
      Set.of(
          "return",
          "delete",
          "emit",
          "new",
          "else",
          "throw",
          "revert",
          "assembly",
          "unchecked",
          "if",
          "for",
          "while",
          "do",
          "try",
          "catch",
          "break",
          "continue",
          "is",
          "using",
          "import",
          "pragma",
          "returns");

  private final Tokens tokens;
  private final SolidityExpressions expressions;

  SolidityTypes(Tokens tokens, SolidityExpressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  static boolean isModifier(String word) {
    return WORDS.contains(word);
  }

  /** Whether a type and a name come next. */
  boolean atDeclaration() {
    Token first = tokens.peek();
    if (!first.is(TokenType.WORD) || NO_TYPES.contains(first.text())) {
      return false;
    }
    if (first.is("mapping") && tokens.peek(1).is("(")) {
      return true;
    }
    int ahead = 1;
    while (tokens.peek(ahead).is(".") && tokens.peek(ahead + 1).is(TokenType.WORD)) {
      ahead += 2;
    }
    while (tokens.peek(ahead).is("[")) {
      int depth = 0;
      do {
        depth += tokens.peek(ahead).is("[") ? 1 : tokens.peek(ahead).is("]") ? -1 : 0;
        ahead++;
      } while (depth > 0 && !tokens.peek(ahead).is(TokenType.END));
    }
    Token name = tokens.peek(ahead);
    return name.is(TokenType.WORD) && !name.afterBreak() && !NO_TYPES.contains(name.text());
  }

  Draft type() {
    Token first = tokens.peek();
    if (!tokens.enter()) {
      tokens.leave();
      return Draft.of(Kind.ERROR, first.start());
    }
    Draft type = first.is("mapping") ? mapping() : name();
    while (tokens.at("[")) {
      tokens.take();
      Draft array = Draft.of(Kind.ARRAY_TYPE, type.start()).add(Role.TYPE, type);
      if (!tokens.at("]")) {
        array.add(Role.INDEX, expressions.expression());
      }
      tokens.expect("]");
      type = array.endAt(tokens.lastEnd());
    }
    tokens.leave();
    return type;
  }

  private Draft name() {
    Token first = tokens.take();
    Draft name = Draft.of(Kind.IDENTIFIER, first.text(), first.start(), first.end());
    while (tokens.at(".") && tokens.peek(1).is(TokenType.WORD)) {
      tokens.take();
      Token next = tokens.take();
      name =
          Draft.of(Kind.MEMBER, ".", name.start(), name.end())
              .add(Role.OBJECT, name)
              .add(Role.NAME, Draft.of(Kind.IDENTIFIER, next.text(), next.start(), next.end()));
    }
    return name;
  }

  private Draft mapping() {
    Token word = tokens.take();
    Draft arguments = Draft.of(Kind.TYPE_ARGUMENT_LIST, tokens.peek().start());
    tokens.expect("(");
    arguments.add(Role.ARGUMENT, type());
    while (!tokens.at(")") && !tokens.atEnd()) {
      int before = tokens.mark();
      if (tokens.skip("=>")) {
        arguments.add(Role.ARGUMENT, type());
      } else if (tokens.peek().is(TokenType.WORD)) {
        tokens.take();
      }
      if (tokens.mark() == before) {
        break;
      }
    }
    tokens.expect(")");
    return Draft.of(Kind.GENERIC_TYPE, word.start())
        .add(Role.TYPE, Draft.of(Kind.IDENTIFIER, word.text(), word.start(), word.end()))
        .add(Role.TYPE_ARGUMENTS, arguments.endAt(tokens.lastEnd()));
  }

  /** {@code (type words name, …)}. */
  Draft parameters() {
    Draft list = Draft.of(Kind.PARAMETER_LIST, tokens.peek().start());
    tokens.expect("(");
    while (!tokens.at(")") && !tokens.atEnd()) {
      int before = tokens.mark();
      Draft parameter = Draft.of(Kind.PARAMETER, tokens.peek().start());
      declared(parameter, type());
      list.add(Role.PARAMETER, parameter);
      if (!tokens.skip(",") && tokens.mark() == before) {
        break;
      }
    }
    tokens.expect(")");
    return list.endAt(tokens.lastEnd());
  }

  /** A variable with its words, name and value, up to the semicolon. */
  Draft variable() {
    Draft variable = Draft.of(Kind.VARIABLE, tokens.peek().start());
    declared(variable, type());
    if (tokens.skip("=")) {
      variable.add(Role.VALUE, expressions.expression());
    }
    return variable;
  }

  private void declared(Draft owner, Draft type) {
    Draft words = modifiers();
    if (!words.children().isEmpty()) {
      owner.add(Role.MODIFIERS, words);
    }
    owner.add(Role.TYPE, type);
    if (tokens.peek().is(TokenType.WORD)) {
      Token name = tokens.take();
      owner.add(Role.NAME, Draft.of(Kind.IDENTIFIER, name.text(), name.start(), name.end()));
    }
  }

  /** The words of the language that come next. */
  Draft modifiers() {
    Draft words = Draft.of(Kind.MODIFIERS, tokens.peek().start());
    while (tokens.peek().is(TokenType.WORD) && isModifier(tokens.peek().text())) {
      Token word = tokens.take();
      words.add(Role.MODIFIER, Draft.of(Kind.MODIFIER, word.text(), word.start(), word.end()));
      if (word.is("override") && tokens.at("(")) {
        parameters();
      }
    }
    return words;
  }
}
