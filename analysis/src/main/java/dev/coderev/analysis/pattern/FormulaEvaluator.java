package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.CodePattern.Form;
import dev.coderev.analysis.pattern.Ranged.Origin;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Evaluates one formula on one file as a calculation with ranges: of two ranges that are to hold
 * together the inner one remains, a {@code pattern-inside} only keeps or drops, and metavariables
 * of the same name must agree.
 */
final class FormulaEvaluator {
  private final FileContext context;
  private final Deadline deadline;
  private final BindingComparison comparison;
  private final Optional<Ranged> scope;

  FormulaEvaluator(FileContext context, Deadline deadline) {
    this(context, deadline, Optional.empty());
  }

  /**
   * @param scope what {@code metavariable-pattern} looks at, with the bindings that hold there
   */
  FormulaEvaluator(FileContext context, Deadline deadline, Optional<Ranged> scope) {
    this.context = context;
    this.deadline = deadline;
    this.scope = scope;
    this.comparison = new BindingComparison(context);
  }

  List<Match> evaluate(FormulaNode formula) {
    Set<Match> matches = new LinkedHashSet<>();
    for (Ranged ranged : ranges(formula)) {
      matches.add(ranged.match());
    }
    return CodeSearch.sorted(matches);
  }

  List<Ranged> ranges(FormulaNode formula) {
    deadline.check();
    return switch (formula) {
      case FormulaNode.Code(LazyPattern pattern) -> code(pattern.parsed());
      case FormulaNode.Regex regex -> regex(regex);
      case FormulaNode.Any(List<FormulaNode> operands) -> {
        List<Ranged> all = new ArrayList<>();
        for (FormulaNode operand : operands) {
          all.addAll(ranges(operand));
        }
        yield all;
      }
      case FormulaNode.Inside(FormulaNode operand) ->
          ranges(operand).stream()
              .map(r -> new Ranged(r.range(), r.node(), r.bindings(), Origin.INSIDE))
              .toList();
      case FormulaNode.All all -> all(all);
    };
  }

  private List<Ranged> code(CodePattern pattern) {
    List<Match> matches =
        pattern.form() == Form.GENERIC
            ? GenericSearch.find(pattern, context, deadline)
            : context.matches(pattern, deadline);
    if (isOnOther(pattern)) {
      int node = scope.orElseThrow().node();
      return inScope(CodeSearch.at(node, pattern, context, deadline), Origin.PATTERN);
    }
    return inScope(matches, Origin.PATTERN);
  }

  /** Whether what is looked at is a name or type, which no pattern finds by itself. */
  private boolean isOnOther(CodePattern pattern) {
    if (scope.isEmpty() || scope.get().node() == NONE || pattern.form() != Form.EXPRESSION) {
      return false;
    }
    int node = scope.get().node();
    return !Positions.isExpression(context.syntax(), node, context.syntax().kind(node));
  }

  private List<Ranged> inScope(List<Match> matches, Origin origin) {
    List<Ranged> ranged = new ArrayList<>(matches.size());
    for (Match match : matches) {
      deadline.check();
      boolean kept =
          scope.isEmpty()
              || (scope.get().range().contains(match.range())
                  && comparison.agree(match.bindings(), scope.get().bindings()));
      if (kept) {
        ranged.add(Ranged.of(match, origin));
      }
    }
    return ranged;
  }

  private List<Ranged> regex(FormulaNode.Regex regex) {
    String text = context.file().text();
    Matcher matcher = regex.regex().matcher(new DeadlineText(text, deadline));
    List<Match> matches = new ArrayList<>();
    if (scope.isEmpty() && regex.starts().isKnown()) {
      fromStarts(regex.starts().in(text), matcher, text.length(), matches);
    } else {
      TextRange range = scope.map(Ranged::range).orElse(new TextRange(0, text.length()));
      matcher.region(range.start(), range.end());
      while (matcher.find()) {
        deadline.check();
        matches.add(match(matcher));
      }
    }
    return inScope(matches, Origin.REGEX);
  }

  /** As {@link Matcher#find} over the whole text, but tries only where a match can begin. */
  private void fromStarts(
      RegexStarts.Search starts, Matcher matcher, int end, List<Match> matches) {
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    int at = starts.next(0);
    while (at >= 0) {
      deadline.check();
      int from = at + 1;
      if (matcher.region(at, end).lookingAt()) {
        matches.add(match(matcher));
        from = matcher.end();
      }
      at = starts.next(from);
    }
  }

  private static Match match(Matcher matcher) {
    return new Match(
        new TextRange(matcher.start(), matcher.end()), NONE, RegexGroups.of(matcher, 0));
  }

  // ---- conjunction ----------------------------------------------------------------------------

  private List<Ranged> all(FormulaNode.All all) {
    List<Ranged> ranges = positives(all);
    for (LazyPattern selector : all.selectors()) {
      if (!ranges.isEmpty()) {
        ranges = intersect(ranges, code(selector.parsed()));
      }
    }
    for (FormulaNode negative : all.negatives()) {
      if (!ranges.isEmpty()) {
        ranges = difference(ranges, ranges(negative));
      }
    }
    if (!all.tests().isEmpty()) {
      ranges = test(ranges, all.tests());
    }
    return all.focus().isEmpty() ? ranges : Focus.apply(all.focus(), ranges);
  }

  private List<Ranged> positives(FormulaNode.All all) {
    if (all.positives().isEmpty()) {
      return scope.map(List::of).orElse(List.of());
    }
    List<List<Ranged>> found =
        new ArrayList<>(Collections.nCopies(all.positives().size(), List.of()));
    for (int index : all.cheapestFirst()) {
      List<Ranged> ranges = ranges(all.positives().get(index));
      if (ranges.isEmpty()) {
        return List.of();
      }
      found.set(index, ranges);
    }
    List<List<Ranged>> plain = new ArrayList<>();
    List<List<Ranged>> inside = new ArrayList<>();
    for (List<Ranged> ranges : found) {
      (ranges.getFirst().origin() == Origin.INSIDE ? inside : plain).add(ranges);
    }
    plain.addAll(inside);
    List<Ranged> result = plain.getFirst();
    for (List<Ranged> other : plain.subList(1, plain.size())) {
      result = intersect(result, other);
    }
    return result;
  }

  private List<Ranged> intersect(List<Ranged> some, List<Ranged> others) {
    Set<Ranged> result = new LinkedHashSet<>();
    RangeIndex outer = new RangeIndex(others);
    for (Ranged one : some) {
      outer.forEachRelated(
          one.range(),
          other -> {
            deadline.check();
            if (other.range().contains(one.range()) && survives(one, other)) {
              merge(one, other).ifPresent(result::add);
            }
            if (one.range().contains(other.range()) && survives(other, one)) {
              merge(other, one).ifPresent(result::add);
            }
          });
    }
    return new ArrayList<>(result);
  }

  /** A {@code pattern-inside} never narrows another pattern. */
  private static boolean survives(Ranged inner, Ranged outer) {
    return inner.origin() != Origin.INSIDE || outer.origin() == Origin.INSIDE;
  }

  private Optional<Ranged> merge(Ranged inner, Ranged outer) {
    return comparison.agree(inner.bindings(), outer.bindings())
        ? Optional.of(inner.with(inner.bindings().and(outer.bindings())))
        : Optional.empty();
  }

  private List<Ranged> difference(List<Ranged> ranges, List<Ranged> negatives) {
    if (negatives.isEmpty()) {
      return ranges;
    }
    RangeIndex index = new RangeIndex(negatives);
    List<Ranged> kept = new ArrayList<>();
    for (Ranged range : ranges) {
      boolean dropped =
          index.anyRelated(
              range.range(),
              negative -> {
                deadline.check();
                return excludes(negative, range)
                    && comparison.agree(range.bindings(), negative.bindings());
              });
      if (!dropped) {
        kept.add(range);
      }
    }
    return kept;
  }

  private static boolean excludes(Ranged negative, Ranged range) {
    return switch (negative.origin()) {
      case INSIDE -> negative.range().contains(range.range());
      case REGEX ->
          negative.range().contains(range.range()) || range.range().contains(negative.range());
      case PATTERN -> negative.range().equals(range.range());
    };
  }

  // ---- conditions -----------------------------------------------------------------------------

  private List<Ranged> test(List<Ranged> ranges, List<FormulaNode.Test> tests) {
    ConditionTests conditions = new ConditionTests(context, deadline);
    List<Ranged> passed = new ArrayList<>();
    for (Ranged range : ranges) {
      Set<Bindings> added = new LinkedHashSet<>();
      boolean holds = true;
      for (FormulaNode.Test test : tests) {
        Optional<Collection<Bindings>> outcome = conditions.holds(test, range);
        if (outcome.isEmpty()) {
          holds = false;
          break;
        }
        added.addAll(outcome.get());
      }
      if (holds) {
        passed.add(range);
        for (Bindings more : added) {
          if (!more.isEmpty()) {
            passed.add(range.with(range.bindings().and(more)));
          }
        }
      }
    }
    return passed;
  }

  /** The named and numbered groups of regular expressions, as metavariables. */
  static final class RegexGroups {
    private RegexGroups() {}

    /**
     * @param offset where the matched text begins in the file
     */
    static Bindings of(Matcher matcher, int offset) {
      if (matcher.groupCount() == 0) {
        return Bindings.EMPTY;
      }
      Map<String, Binding> groups = new LinkedHashMap<>();
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.start(group) >= 0) {
          groups.put("$" + group, binding(matcher, group, offset));
        }
      }
      matcher
          .namedGroups()
          .forEach((name, group) -> {
            if (matcher.start(group) >= 0) {
              groups.put("$" + name, binding(matcher, group, offset));
            }
          });
      return Bindings.of(groups);
    }

    private static Binding binding(Matcher matcher, int group, int offset) {
      return new Binding(
          NONE,
          new TextRange(offset + matcher.start(group), offset + matcher.end(group)),
          matcher.group(group));
    }
  }
}
