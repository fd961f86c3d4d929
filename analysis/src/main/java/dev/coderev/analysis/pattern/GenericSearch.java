package dev.coderev.analysis.pattern;

import static dev.coderev.analysis.tree.SyntaxTree.NONE;

import dev.coderev.analysis.pattern.GenericToken.Atom;
import dev.coderev.analysis.pattern.GenericToken.Block;
import dev.coderev.analysis.pattern.GenericToken.Dots;
import dev.coderev.analysis.pattern.GenericToken.Metavariable;
import dev.coderev.analysis.source.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches generic patterns: words and signs in order, however they are spaced; {@code $X} is one
 * word, {@code ...} skips up to some lines. An indented block of the pattern takes an indented
 * block of the text, and all of it.
 */
final class GenericSearch {
  private final MatchOptions.Generic options;
  private final String text;
  private final GenericDocument document;
  private final List<Atom> atoms;
  private final Deadline deadline;
  private final Map<String, Binding> bound = new LinkedHashMap<>();
  private int lastMatched;

  /** An ellipsis that is skipping: since which atom, and up to which line it may. */
  private record Skip(String name, int from, int lastLine) {}

  private GenericSearch(
      String text, GenericDocument document, MatchOptions.Generic options, Deadline deadline) {
    this.options = options;
    this.text = text;
    this.document = document;
    this.atoms = document.atoms();
    this.deadline = deadline;
  }

  static List<Match> find(CodePattern pattern, FileContext context, Deadline deadline) {
    MatchOptions.Generic options = pattern.options().generic();
    GenericSearch search =
        new GenericSearch(
            context.file().text(), context.document(options.comments()), options, deadline);
    return search.find(GenericPattern.read(pattern.text()));
  }

  private List<Match> find(List<GenericToken> pattern) {
    if (pattern.isEmpty()) {
      return List.of();
    }
    boolean fromBlocks = pattern.getFirst() instanceof Dots;
    Map<Integer, Match> byEnd = new LinkedHashMap<>();
    for (int start = 0; start < atoms.size(); start++) {
      deadline.check();
      if (fromBlocks && start > 0 && document.blockEnd(start) == 0) {
        continue;
      }
      bound.clear();
      if (match(null, start - 1, pattern, 0, start, atoms.size(), true, start)) {
        int last = Math.max(lastMatched, start);
        TextRange range = new TextRange(atoms.get(start).start(), atoms.get(last).end());
        byEnd.remove(last);
        byEnd.put(last, new Match(range, NONE, Bindings.of(bound)));
      }
    }
    return new ArrayList<>(byEnd.values());
  }

  /**
   * @param last the last atom that was matched
   * @param first the next atom of the text
   * @param limit where the text ends for this part of the pattern
   * @param whole whether {@code pattern} is the whole pattern, after which anything may follow
   */
  private boolean match(
      @Nullable Skip skipping,
      int last,
      List<GenericToken> pattern,
      int from,
      int first,
      int limit,
      boolean whole,
      int start) {
    Skip skip = skipping;
    int at = first;
    int p = from;
    while (p < pattern.size()) {
      deadline.check();
      switch (pattern.get(p)) {
        case Dots dots -> {
          skip = extended(skip, dots, last < start ? start : last, at);
          p++;
        }
        case Block block -> {
          int end = at < limit ? document.blockEnd(at) : 0;
          if (end > 0 && end <= limit) {
            if (!closed(skip, at) || !match(null, last, block.tokens(), 0, at, end, false, start)) {
              return false;
            }
            return match(null, lastMatched, pattern, p + 1, end, limit, whole, start);
          }
          if (at < limit && maySkip(skip, at)) {
            at++;
          } else if (isEmpty(block.tokens())) {
            p++;
          } else {
            return false;
          }
        }
        case Atom _, Metavariable _ -> {
          if (at >= limit || !isWithin(skip, at)) {
            return false;
          }
          if (matchAtom(skip, pattern, p, at, limit, whole, start)) {
            return true;
          }
          if (skip == null) {
            return false;
          }
          at++;
        }
      }
    }
    return end(skip, last, at, limit, whole);
  }

  /** The atom here, and then the rest of the pattern; leaves no binding where that fails. */
  private boolean matchAtom(
      @Nullable Skip skip,
      List<GenericToken> pattern,
      int p,
      int at,
      int limit,
      boolean whole,
      int start) {
    Atom atom = atoms.get(at);
    if (!fits(pattern.get(p), atom)) {
      return false;
    }
    Map<String, Binding> before = Map.copyOf(bound);
    boolean done =
        closed(skip, at)
            && bind(pattern.get(p), atom)
            && match(null, at, pattern, p + 1, at + 1, limit, whole, start);
    if (!done) {
      bound.keySet().retainAll(before.keySet());
    }
    return done;
  }

  private boolean fits(GenericToken wanted, Atom atom) {
    return switch (wanted) {
      case Metavariable(String name) -> {
        Binding known = bound.get(name);
        yield atom.word() && (known == null || known.text().equals(atom.text()));
      }
      case Atom other ->
          options.caseless()
              ? other.text().equalsIgnoreCase(atom.text())
              : other.text().equals(atom.text());
      case Dots _, Block _ -> false;
    };
  }

  private boolean bind(GenericToken wanted, Atom atom) {
    if (wanted instanceof Metavariable(String name)) {
      bound.putIfAbsent(
          name, new Binding(NONE, new TextRange(atom.start(), atom.end()), atom.text()));
    }
    return true;
  }

  private Skip extended(@Nullable Skip skip, Dots dots, int last, int at) {
    if (skip != null) {
      return new Skip(skip.name(), skip.from(), skip.lastLine() + options.span());
    }
    int line = last < atoms.size() ? atoms.get(last).line() : Integer.MAX_VALUE - options.span();
    return new Skip(dots.name(), at, line + options.span());
  }

  private boolean isWithin(@Nullable Skip skip, int at) {
    return skip == null || atoms.get(at).line() <= skip.lastLine();
  }

  private boolean maySkip(@Nullable Skip skip, int at) {
    return skip != null && isWithin(skip, at);
  }

  /** Binds what a named ellipsis has skipped before the atom {@code at}. */
  private boolean closed(@Nullable Skip skip, int at) {
    if (skip == null || skip.name().isEmpty()) {
      return true;
    }
    int from = skip.from() == 0 ? 0 : atoms.get(skip.from() - 1).end();
    int to = at == skip.from() ? from : atoms.get(at - 1).end();
    String value = text.substring(from, to);
    Binding known = bound.putIfAbsent(skip.name(), skipped(from, to, value));
    return known == null || known.text().equals(value.strip());
  }

  private static Binding skipped(int from, int to, String value) {
    int start = from + value.length() - value.stripLeading().length();
    String stripped = value.strip();
    return new Binding(
        NONE,
        new TextRange(Math.min(start, to), Math.min(start, to) + stripped.length()),
        stripped);
  }

  private static boolean isEmpty(List<GenericToken> pattern) {
    return pattern.stream()
        .allMatch(token ->
            token instanceof Dots
                || (token instanceof Block(List<GenericToken> inner) && isEmpty(inner)));
  }

  /** The pattern is used up: an ellipsis at its end takes the rest of the block. */
  private boolean end(@Nullable Skip skip, int last, int at, int limit, boolean whole) {
    if (skip == null) {
      lastMatched = last;
      return whole || at == limit;
    }
    int end = whole && last >= 0 ? Math.min(limit, document.enclosingEnd(last)) : limit;
    int to = Math.max(at, 0);
    int taken = last;
    while (to < end && isWithin(skip, to)) {
      taken = to++;
    }
    lastMatched = taken;
    return closed(skip, taken + 1);
  }
}
