package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.Block;
import dev.coderev.analysis.flow.FileFlow;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.rule.Placement;
import dev.coderev.analysis.rule.TaintSpec;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the matches of a rule mean for single instructions.
 *
 * <p>A match marks the instructions whose text lies within it. Of these the <em>best</em> are those
 * that lie within no other: for {@code sink(a ? b : c)} the call, not its parts.
 */
final class Marks {
  private static final Mark NOTHING = new Mark();

  private final Map<Long, Mark> values;
  private final Map<Long, Mark> targets;

  private final Map<Integer, List<Receiver>> receivers;

  /** By function the registers with marks of either kind. */
  private final Map<Integer, BitSet> marked = new HashMap<>();

  private Marks(
      Map<Long, Mark> values, Map<Long, Mark> targets, Map<Integer, List<Receiver>> receivers) {
    this.values = values;
    this.targets = targets;
    this.receivers = receivers;
    values.keySet().forEach(this::mark);
    targets.keySet().forEach(this::mark);
  }

  private void mark(Long key) {
    marked.computeIfAbsent((int) (key >> 32), _ -> new BitSet()).set(key.intValue());
  }

  /** The registers of a function that have a mark, of a value or of a target. */
  BitSet marked(int function) {
    return marked.getOrDefault(function, new BitSet());
  }

  /** An instruction that stands for what a propagator leads to. */
  record Receiver(int function, int register, boolean target) {}

  /** All instructions that a propagator leads to. */
  List<Receiver> receivers(int propagator) {
    return receivers.getOrDefault(propagator, List.of());
  }

  /** The instructions of a function that a propagator leads to. */
  List<Receiver> receivers(int propagator, int function) {
    return receivers.getOrDefault(propagator, List.of()).stream()
        .filter(receiver -> receiver.function() == function)
        .toList();
  }

  /** What holds for one instruction or for the target of one assignment. */
  static final class Mark {
    final List<SourceMark> sources = new ArrayList<>();
    final List<SinkMark> sinks = new ArrayList<>();
    final List<Integer> propagatesFrom = new ArrayList<>();
    final List<Integer> propagatesTo = new ArrayList<>();
    final List<GuardMark> guards = new ArrayList<>();
    boolean sanitized;
    boolean sanitizesPlace;

    /** Where the value must be put to be clean. */
    @Nullable Placement within;

    boolean isEmpty() {
      return this == NOTHING;
    }
  }

  /**
   * @param index into {@link SpecMatches#sources()}
   * @param exact whether the instruction is all that the source matches
   */
  record SourceMark(int index, boolean exact) {}

  /**
   * @param index into {@link SpecMatches#sinks()}
   */
  record SinkMark(int index) {}

  /**
   * A check, in registers of the function that makes it; {@link Instruction#NONE} for what is not
   * there.
   */
  record GuardMark(TaintSpec.Guard spec, List<Integer> values, int among, int matching) {}

  /** One place in the text that an instruction stands for. */
  private record Spot(
      int start, int end, int function, int register, boolean target, boolean call) {
    boolean isWithin(TextRange range) {
      return range.start() <= start && end <= range.end();
    }

    boolean covers(Spot other) {
      return start <= other.start && other.end <= end;
    }
  }

  static Marks of(Spots spots, SpecMatches matches) {
    return new Builder(spots).build(matches);
  }

  /** What stands for an instruction without marks. */
  static Mark nothing() {
    return NOTHING;
  }

  Mark value(int function, int register) {
    return values.isEmpty() ? NOTHING : values.getOrDefault(key(function, register), NOTHING);
  }

  Mark target(int function, int register) {
    return targets.isEmpty() ? NOTHING : targets.getOrDefault(key(function, register), NOTHING);
  }

  private static long key(int function, int register) {
    return ((long) function << 32) | register;
  }

  /** All instructions of a file by their places in the text. Immutable; safe to share. */
  static final class Spots {
    private final List<Spot> spots = new ArrayList<>();

    Spots(FileFlow flow) {
      SyntaxTree tree = flow.tree();
      for (FlowFunction function : flow.functions()) {
        for (int block : function.order()) {
          add(tree, function, function.blocks().get(block));
        }
      }
      spots.sort((a, b) ->
          a.start != b.start ? Integer.compare(a.start, b.start) : Integer.compare(b.end, a.end));
    }

    private void add(SyntaxTree tree, FlowFunction function, Block block) {
      for (Instruction instruction : block.instructions()) {
        boolean call = instruction instanceof Instruction.Invoke;
        add(tree, function.id(), instruction.result(), instruction.node(), false, call);
        int target =
            switch (instruction) {
              case Instruction.WriteVariable write -> write.target();
              case Instruction.WriteField write -> write.target();
              case Instruction.WriteIndex write -> write.target();
              default -> Instruction.NONE;
            };
        add(tree, function.id(), instruction.result(), target, true, false);
      }
    }

    private void add(
        SyntaxTree tree, int function, int register, int node, boolean target, boolean call) {
      if (node != Instruction.NONE) {
        spots.add(new Spot(tree.start(node), tree.end(node), function, register, target, call));
      }
    }

    /** Whether a range is all of one call. */
    private boolean isCall(TextRange range) {
      return inside(range).stream()
          .anyMatch(spot -> spot.call && spot.start == range.start() && spot.end == range.end());
    }

    private List<Spot> inside(TextRange range) {
      int low = 0;
      int high = spots.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (spots.get(middle).start < range.start()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      List<Spot> inside = new ArrayList<>();
      for (int i = low; i < spots.size() && spots.get(i).start < range.end(); i++) {
        if (spots.get(i).end <= range.end()) {
          inside.add(spots.get(i));
        }
      }
      return inside;
    }
  }

  private static final class Builder {
    private final Spots spots;
    private final Map<Long, Mark> values = new HashMap<>();
    private final Map<Long, Mark> targets = new HashMap<>();
    private final Map<Integer, List<Receiver>> receivers = new HashMap<>();

    Builder(Spots spots) {
      this.spots = spots;
    }

    Marks build(SpecMatches matches) {
      for (int i = 0; i < matches.sources().size(); i++) {
        SpecMatches.SourceMatch source = matches.sources().get(i);
        int index = i;
        TextRange range = source.match().range();
        mark(
            range,
            source.spec().exact(),
            (mark, spot) -> mark.sources.add(new SourceMark(index, isExact(spot, range))));
      }
      for (int i = 0; i < matches.sinks().size(); i++) {
        int index = i;
        SpecMatches.SinkMatch sink = matches.sinks().get(i);
        mark(
            sink.match().range(),
            sink.spec().exact(),
            (mark, _) -> mark.sinks.add(new SinkMark(index)));
      }
      for (SpecMatches.SanitizerMatch sanitizer : matches.sanitizers()) {
        TextRange range = sanitizer.match().range();
        List<TextRange> ends = spots.isCall(range) ? sinksInside(matches, range) : List.of();
        mark(
            range,
            sanitizer.spec().exact(),
            (mark, spot) -> {
              if (sanitizer.spec().within().isPresent()) {
                mark.within = sanitizer.spec().within().get();
              } else if (ends.stream().noneMatch(spot::isWithin)) {
                mark.sanitized = true;
                mark.sanitizesPlace |= sanitizer.spec().bySideEffect() && isExact(spot, range);
              }
            });
      }
      for (int i = 0; i < matches.propagators().size(); i++) {
        SpecMatches.PropagatorMatch propagator = matches.propagators().get(i);
        int index = i;
        markExactly(propagator.from(), (mark, _) -> mark.propagatesFrom.add(index));
        markExactly(
            propagator.to(),
            (mark, spot) -> {
              mark.propagatesTo.add(index);
              receivers
                  .computeIfAbsent(index, _ -> new ArrayList<>())
                  .add(new Receiver(spot.function, spot.register, spot.target));
            });
      }
      matches.guards().forEach(this::guard);
      return new Marks(values, targets, receivers);
    }

    /** What reaches a sink before a sanitizing call is given the result is not clean yet. */
    private static List<TextRange> sinksInside(SpecMatches matches, TextRange range) {
      return matches.sinks().stream()
          .map(sink -> sink.match().range())
          .filter(sink ->
              range.start() <= sink.start()
                  && sink.end() <= range.end()
                  && sink.length() < range.length())
          .toList();
    }

    private void guard(SpecMatches.GuardMatch guard) {
      for (Spot check : spots.inside(guard.check())) {
        if (check.target || !isExact(check, guard.check())) {
          continue;
        }
        List<Integer> checked = new ArrayList<>();
        for (TextRange value : guard.values()) {
          checked.add(register(value, check.function));
        }
        int among = guard.among().map(r -> register(r, check.function)).orElse(Instruction.NONE);
        int regex = guard.matching().map(r -> register(r, check.function)).orElse(Instruction.NONE);
        markOf(check).guards.add(new GuardMark(guard.spec(), checked, among, regex));
      }
    }

    /** What holds the value of an expression of a function. */
    private int register(TextRange range, int function) {
      int found = Instruction.NONE;
      for (Spot spot : spots.inside(range)) {
        if (spot.function == function && !spot.target && isExact(spot, range)) {
          found = Math.max(found, spot.register);
        }
      }
      return found;
    }

    private static boolean isExact(Spot spot, TextRange range) {
      return spot.end - spot.start >= 0.99 * range.length();
    }

    private void mark(TextRange range, boolean onlyBest, BiConsumer<Mark, Spot> change) {
      Spot widest = null;
      for (Spot spot : spots.inside(range)) {
        if (widest == null || spot.end > widest.end) {
          widest = spot;
        }
        if (!onlyBest || spot.covers(widest)) {
          change.accept(markOf(spot), spot);
        }
      }
    }

    private void markExactly(TextRange range, BiConsumer<Mark, Spot> change) {
      for (Spot spot : spots.inside(range)) {
        if (isExact(spot, range)) {
          change.accept(markOf(spot), spot);
        }
      }
    }

    private Mark markOf(Spot spot) {
      return (spot.target ? targets : values)
          .computeIfAbsent(key(spot.function, spot.register), _ -> new Mark());
    }
  }
}
