package dev.coderev.analysis.parse.yaml;

import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.Kind;
import dev.coderev.analysis.tree.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree of a YAML text from its events, one after the other. */
final class YamlDrafts {
  private final String text;
  private final Offsets offsets;
  private final Draft root = Draft.of(Kind.FILE, 0);
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<TextRange> scalars = new ArrayList<>();

  /** A collection that has not ended, with the key whose value comes next. */
  private static final class Open {
    private final Draft draft;
    private final boolean flow;
    private @Nullable Draft key;

    Open(Draft draft, boolean flow) {
      this.draft = draft;
      this.flow = flow;
    }
  }

  YamlDrafts(String text, Offsets offsets) {
    this.text = text;
    this.offsets = offsets;
  }

  void accept(Event event) {
    switch (event) {
      case ScalarEvent scalar -> place(scalar(scalar));
      case AliasEvent alias ->
          place(Draft.of(Kind.IDENTIFIER, "*" + alias.getAlias(), start(alias), end(alias)));
      case CollectionStartEvent start -> {
        boolean map = start.getEventId() == Event.ID.MappingStart;
        Draft draft = Draft.of(map ? Kind.MAP : Kind.LIST, start(start));
        open.push(new Open(draft, start.isFlow()));
      }
      case CollectionEndEvent end -> {
        Open closed = open.pop();
        place(closed.flow ? closed.draft.endAt(end(end)) : closed.draft);
      }
      default -> {}
    }
  }

  /** The tree of all that was accepted, also where collections are still open. */
  Draft finish() {
    while (!open.isEmpty()) {
      Open last = open.pop();
      Draft key = last.key;
      if (key != null) {
        last.draft.add(Role.ELEMENT, key);
      }
      place(last.draft);
    }
    return root.endAt(text.length());
  }

  /** Where the scalars are, in order. */
  List<TextRange> scalars() {
    return scalars;
  }

  private void place(Draft node) {
    Open parent = open.peek();
    if (parent == null) {
      root.add(Role.STATEMENT, node);
    } else if (parent.draft.kind() == Kind.LIST) {
      parent.draft.add(Role.ELEMENT, node);
    } else if (parent.key == null) {
      parent.key = node;
    } else {
      Draft key = parent.key;
      parent.key = null;
      Draft pair = Draft.of(Kind.PAIR, key.start()).add(Role.KEY, key).add(Role.VALUE, node);
      parent.draft.add(Role.ELEMENT, pair);
    }
  }

  private Draft scalar(ScalarEvent scalar) {
    int start = start(scalar);
    int end = Math.max(start, end(scalar));
    scalars.add(new TextRange(start, end));
    if (scalar.isLiteral() || scalar.isFolded()) {
      return block(scalar.getValue(), start, end);
    }
    return scalar.isPlain() && !scalar.getValue().isEmpty()
        ? YamlScalars.plain(scalar.getValue(), start, end)
        : Draft.of(Kind.STRING, scalar.getValue(), start, end);
  }

  /** A block scalar begins after its {@code |} or {@code >} and ends with its last character. */
  private Draft block(String value, int from, int to) {
    int start = from;
    while (start < to && "|>+-0123456789".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int end = to;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return Draft.of(Kind.STRING, value, start, end);
  }

  private int start(Event event) {
    return offset(event.getStartMark());
  }

  private int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).map(offsets::at).orElse(0);
  }
}
