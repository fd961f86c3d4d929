package dev.coderev.analysis.taint;

import static dev.coderev.analysis.flow.Instruction.NONE;

import dev.coderev.analysis.flow.Block;
import dev.coderev.analysis.flow.Instruction;
import dev.coderev.analysis.rule.LabelExpression;
import dev.coderev.analysis.rule.TaintSpec;
import dev.coderev.analysis.rule.TaintSpec.SideEffect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What sources, propagators and sinks do at an instruction that they match. */
final class SpecEffects {
  private final Analysis analysis;
  private final Frame frame;

  SpecEffects(Analysis analysis, Frame frame) {
    this.analysis = analysis;
    this.frame = frame;
  }

  /**
   * What a match does to the value of an instruction.
   *
   * @param guarded whether a guard found it clean, so that it is no source here
   */
  void apply(Instruction instruction, Marks.Mark mark, boolean guarded) {
    int register = instruction.result();
    Taints incoming = frame.register(register).deep();
    Taints added = Taints.NONE;
    Taints lasting = Taints.NONE;
    boolean harmless =
        guarded || (analysis.options.safeConstants() && frame.register(register).isFixed());
    for (Marks.SourceMark source : harmless ? List.<Marks.SourceMark>of() : mark.sources) {
      TaintSpec.Source spec = analysis.matches.sources().get(source.index()).spec();
      boolean place = source.exact() && isPlace(instruction);
      if (!holds(spec.requires(), incoming.and(added))
          || (spec.bySideEffect() == SideEffect.ONLY && !place)) {
        continue;
      }
      Taints taint = taint(source.index(), spec);
      if (spec.control()) {
        frame.control(taint);
        continue;
      }
      if (spec.bySideEffect() != SideEffect.ONLY) {
        added = added.and(taint);
      }
      if (spec.bySideEffect() != SideEffect.NO && place) {
        lasting = lasting.and(taint);
      }
    }
    if (!lasting.isEmpty()) {
      Value here = frame.register(register);
      frame.write(register, here.tainted(lasting));
      frame.register(register, here.tainted(added));
    } else if (!added.isEmpty()) {
      frame.register(register, frame.register(register).tainted(added));
      if (instruction instanceof Instruction.WriteVariable write) {
        frame.variable(write.slot(), frame.variable(write.slot()).tainted(added));
      }
      if (instruction instanceof Instruction.Return) {
        frame.returns(frame.register(register));
      }
    }
    propagate(register, mark);
    sinks(instruction, mark);
  }

  /** The same for the place that an assignment writes, after it was written. */
  void applyToTarget(Instruction instruction, Marks.Mark mark) {
    if (mark.sanitizesPlace) {
      store(instruction, stored(instruction).cleaned());
    }
    Taints added = Taints.NONE;
    for (Marks.SourceMark source : mark.sources) {
      TaintSpec.Source spec = analysis.matches.sources().get(source.index()).spec();
      boolean applies = spec.bySideEffect() != SideEffect.ONLY || source.exact();
      if (applies && !spec.control() && holds(spec.requires(), stored(instruction).deep())) {
        added = added.and(taint(source.index(), spec));
      }
    }
    for (int propagator : mark.propagatesTo) {
      added = added.and(frame.propagated(propagator));
      added = added.and(analysis.handed(propagator, frame.function().id()));
    }
    if (!added.isEmpty()) {
      store(instruction, stored(instruction).tainted(added));
    }
    for (int propagator : mark.propagatesFrom) {
      hand(propagator, stored(instruction).deep());
    }
    for (Marks.SinkMark sink : mark.sinks) {
      Taints index =
          instruction instanceof Instruction.WriteIndex write ? index(write.index()) : Taints.NONE;
      reach(instruction, sink, stored(instruction).deep().and(index));
    }
  }

  private Taints taint(int index, TaintSpec.Source spec) {
    Site site =
        new Site(
            analysis.flow.tree().file(), analysis.matches.sources().get(index).match().range());
    return Taints.of(new Taint(analysis.sourceNumber(index), spec.label(), Way.from(site)));
  }

  private static boolean isPlace(Instruction instruction) {
    return switch (instruction) {
      case Instruction.ReadVariable _,
          Instruction.ReadField _,
          Instruction.ReadIndex _,
          Instruction.WriteVariable _ ->
          true;
      default -> false;
    };
  }

  private Value stored(Instruction instruction) {
    return switch (instruction) {
      case Instruction.WriteVariable write -> frame.variable(write.slot());
      case Instruction.WriteField write -> frame.register(write.object()).read(write.name());
      case Instruction.WriteIndex write -> frame.register(write.object()).read(key(write));
      default -> frame.register(instruction.result());
    };
  }

  private void store(Instruction instruction, Value value) {
    switch (instruction) {
      case Instruction.WriteVariable write -> frame.variable(write.slot(), value);
      case Instruction.WriteField write ->
          frame.write(write.object(), frame.register(write.object()).write(write.name(), value));
      case Instruction.WriteIndex write ->
          frame.write(write.object(), frame.register(write.object()).write(key(write), value));
      default -> {}
    }
  }

  private @org.jspecify.annotations.Nullable Object key(Instruction.WriteIndex write) {
    return write.index() == NONE ? null : frame.register(write.index()).constant();
  }

  // ---- propagators ----

  private void propagate(int register, Marks.Mark mark) {
    for (int propagator : mark.propagatesTo) {
      Taints handed =
          frame.propagated(propagator).and(analysis.handed(propagator, frame.function().id()));
      if (!handed.isEmpty()) {
        receive(propagator, register, handed);
      }
    }
    for (int propagator : mark.propagatesFrom) {
      hand(propagator, frame.register(register).deep());
    }
  }

  private void hand(int index, Taints taints) {
    TaintSpec.Propagator spec = analysis.matches.propagators().get(index).spec();
    if (taints.isEmpty() || !holds(spec.requires(), taints)) {
      return;
    }
    Taints handed =
        spec.label().isEmpty()
            ? taints
            : taints.map(taint -> relabelled(taint, spec.label().get(), spec.replacedLabels()));
    frame.propagate(index, handed);
    analysis.handInto(index, frame.function().id(), handed);
    if (spec.bySideEffect()) {
      for (Marks.Receiver receiver : analysis.marks.receivers(index, frame.function().id())) {
        if (!receiver.target()) {
          receive(index, receiver.register(), handed);
        }
      }
    }
  }

  private void receive(int index, int register, Taints taints) {
    Value changed = frame.register(register).tainted(taints);
    if (analysis.matches.propagators().get(index).spec().bySideEffect()) {
      frame.write(register, changed);
    }
    frame.register(register, changed);
  }

  private static Taint relabelled(Taint taint, String label, List<String> replaced) {
    return replaced.isEmpty() || replaced.contains(taint.label())
        ? new Taint(taint.source(), label, taint.way(), taint.asleep())
        : taint;
  }

  // ---- sinks ----

  private void sinks(Instruction instruction, Marks.Mark mark) {
    if (!frame.watching() || mark.sinks.isEmpty()) {
      return;
    }
    Taints value = frame.register(instruction.result()).deep();
    for (Marks.SinkMark sink : mark.sinks) {
      Taints taints = value.and(given(instruction));
      if (instruction instanceof Instruction.Invoke call
          && !analysis.matches.sinks().get(sink.index()).onlyValue()) {
        for (Instruction.Argument argument : call.arguments()) {
          taints = taints.and(frame.register(argument.value()).deep());
        }
        if (call.receiver() != NONE) {
          taints = taints.and(frame.register(call.receiver()).deep());
        }
      }
      reach(instruction, sink, taints);
    }
  }

  /** Taint that a sink sees although it does not stay in the value. */
  private Taints given(Instruction instruction) {
    return switch (instruction) {
      case Instruction.WriteVariable write -> frame.register(write.value()).deep();
      case Instruction.WriteField write -> frame.register(write.value()).deep();
      case Instruction.WriteIndex write -> frame.register(write.value()).deep();
      // What a table holds that is wholly known does not depend on who chose the key.
      case Instruction.ReadIndex read ->
          frame.register(read.object()).closed() ? Taints.NONE : index(read.index());
      default -> Taints.NONE;
    };
  }

  private Taints index(int register) {
    return register == NONE || analysis.options.safeIndexes()
        ? Taints.NONE
        : frame.register(register).deep();
  }

  private void reach(Instruction instruction, Marks.SinkMark mark, Taints arriving) {
    SpecMatches.SinkMatch sink = analysis.matches.sinks().get(mark.index());
    Taints taints =
        analysis.onPage(arriving, sink.match().range().start()).awake().and(frame.control());
    if (taints.isEmpty() || (sink.spec().atExit() && !isLast(instruction))) {
      return;
    }
    if (analysis.options.unify()) {
      Taints unified = Taints.NONE;
      for (Taint taint : taints.all()) {
        SpecMatches.SourceMatch source = analysis.session.source(taint.source());
        if (Findings.unify(source.match().bindings(), sink.match().bindings())) {
          unified = unified.and(Taints.of(taint));
        }
      }
      taints = unified;
    }
    LabelExpression requires =
        sink.spec().requires().orElse(new LabelExpression.Label(TaintSpec.DEFAULT_LABEL));
    if (requires.holdsFor(taints.labels())) {
      frame.reach(analysis.sinkNumber(mark.index()), taints);
    }
  }

  private boolean isLast(Instruction instruction) {
    if (instruction instanceof Instruction.Return) {
      return true;
    }
    for (Block block : frame.function().blocks()) {
      if (block.exit() instanceof Block.Exit.End
          && !block.instructions().isEmpty()
          && block.instructions().getLast().result() == instruction.result()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(Optional<LabelExpression> requires, Taints taints) {
    if (requires.isEmpty()) {
      return true;
    }
    Set<String> labels = taints.labels();
    return requires.get().holdsFor(labels);
  }
}
