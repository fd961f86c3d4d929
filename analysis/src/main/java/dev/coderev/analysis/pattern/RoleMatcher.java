package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.Arrays;
import java.util.List;

/** Matches the children of nodes of one kind, role by role. */
final class RoleMatcher {
  private final CodeMatcher matcher;
  private final SyntaxTree tree;
  private final Language language;
  private final NodeIndex index;
  private final ListMatcher lists;

  RoleMatcher(CodeMatcher matcher, FileContext context, ListMatcher lists) {
    this.matcher = matcher;
    this.tree = context.syntax();
    this.language = tree.file().language();
    this.index = context.index();
    this.lists = lists;
  }

  boolean typeArguments(PatternNode p, int t, Next next) {
    PatternNode wanted = p.child(Role.TYPE_ARGUMENTS);
    if (wanted == null) {
      return next.run();
    }
    int given = tree.child(t, Role.TYPE_ARGUMENTS);
    return given != NONE && matcher.match(wanted, given, next);
  }

  /** Compares the children role by role. */
  boolean roles(PatternNode p, int t, Kind kind, Next next) {
    List<Role> wanted = p.roles;
    for (int child = tree.firstChild(t); child != NONE; child = tree.nextSibling(child)) {
      Role role = tree.role(child);
      if (!wanted.contains(role) && !Shapes.mayBeMissing(p, kind, role)) {
        return false;
      }
    }
    return roles(p, t, kind, wanted, 0, next);
  }

  boolean roles(PatternNode p, int t, Kind kind, List<Role> wanted, int at, Next next) {
    if (at == wanted.size()) {
      return next.run();
    }
    Role role = wanted.get(at);
    Next rest = () -> roles(p, t, kind, wanted, at + 1, next);
    List<PatternNode> expected = p.children(role);
    return switch (Shapes.order(kind, role, language)) {
      case LIST -> {
        int[] given = lists.children(t, role);
        yield lists.ordered(expected, given, 0, 0, rest)
            || (language == Language.DOCKERFILE && command(expected, given, rest));
      }
      case PREFIX -> lists.prefix(expected, lists.children(t, role), 0, rest);
      case SUBSET -> lists.subset(expected, lists.children(t, role), rest);
      case SET -> lists.set(expected, lists.children(t, role), rest);
      case ONE -> {
        int child = tree.child(t, role);
        if (expected.size() > 1) {
          yield lists.ordered(expected, lists.children(t, role), 0, 0, rest);
        }
        PatternNode only = expected.getFirst();
        if (child == NONE) {
          yield only.isEllipsis() && kind != Kind.VARIABLE && rest.run();
        }
        yield (only.is(Kind.BLOCK) && Shapes.hasMembers(kind, language))
            ? members(only, child, rest)
            : matcher.match(only, child, rest);
      }
    };
  }

  /** The words of one command among those that an instruction of a Dockerfile joins. */
  private boolean command(List<PatternNode> expected, int[] given, Next next) {
    int from = 0;
    for (int to = 0; to <= given.length; to++) {
      boolean ends = to == given.length || isJoint(tree.symbol(given[to]));
      if (ends && to - from < given.length) {
        int[] words = Arrays.copyOfRange(given, from, to);
        if (lists.ordered(expected, words, 0, 0, next)) {
          return true;
        }
      }
      from = ends ? to + 1 : from;
    }
    return false;
  }

  private static boolean isJoint(String word) {
    return switch (word) {
      case "&&", "||", ";", "|", "&", "(", ")" -> true;
      default -> false;
    };
  }

  /**
   * Class bodies: any order, others may stand between. In HCL an ellipsis also reaches into blocks.
   */
  boolean members(PatternNode p, int body, Next next) {
    boolean deep =
        language == Language.HCL && p.children.stream().anyMatch(PatternNode::isEllipsis);
    int[] given = deep ? index.statementsBelow(body) : lists.children(body);
    return lists.subset(p.children, given, next);
  }
}
