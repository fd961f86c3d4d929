package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.Block;
import dev.coderev.analysis.flow.FlowFunction;
import dev.coderev.analysis.flow.Instruction;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function on one set of inputs: values are carried through its blocks until nothing changes;
 * then every block is gone through once more and sinks are watched.
 */
final class FunctionRun {
  /** After so many visits a block keeps what it has. */
  private static final int MOST_VISITS = 40;

  private final Analysis analysis;
  private final FlowFunction function;
  private final Inputs inputs;
  private final Frame frame;
  private final Evaluation evaluation;
  private final @Nullable Value[][] states;
  private final Taints[] controls;
  private final Facts[] facts;
  private final int[] positions;
  private final int[] visits;
  private final BitSet pending = new BitSet();

  FunctionRun(Analysis analysis, FlowFunction function, Inputs inputs) {
    this.analysis = analysis;
    this.function = function;
    this.inputs = inputs;
    this.frame = new Frame(function, inputs.arguments());
    this.evaluation = new Evaluation(analysis, frame);
    int blocks = function.blocks().size();
    this.states = new Value[blocks][];
    this.controls = new Taints[blocks];
    this.facts = new Facts[blocks];
    this.positions = new int[blocks];
    this.visits = new int[blocks];
    for (int i = 0; i < function.order().size(); i++) {
      positions[function.order().get(i)] = i;
    }
  }

  Outcome run() {
    if (!function.order().isEmpty()) {
      @Nullable Value[] entry = inputs.captured();
      if (function.self() != Instruction.NONE) {
        entry[function.self()] = inputs.self();
      }
      flow(0, entry, Taints.NONE, Facts.NONE);
      while (!pending.isEmpty()) {
        int position = pending.nextSetBit(0);
        pending.clear(position);
        int block = function.order().get(position);
        if (visits[block]++ < MOST_VISITS) {
          execute(block, true);
        }
      }
      frame.watch();
      for (int block : function.order()) {
        if (states[block] != null) {
          execute(block, false);
        }
      }
      evaluation.leave();
    }
    return frame.outcome();
  }

  private void execute(int number, boolean spreads) {
    @Nullable Value[] state = states[number];
    if (state == null) {
      return;
    }
    Block block = function.blocks().get(number);
    frame.enter(state.clone(), controls[number], facts[number]);
    List<Integer> handlers = block.handlers();
    boolean watched = spreads && !handlers.isEmpty();
    boolean told = false;
    for (Instruction instruction : block.instructions()) {
      analysis.session.deadline().check();
      if (watched && mayThrow(instruction) && (frame.takeChanged() || !told)) {
        told = true;
        handle(handlers);
      }
      evaluation.step(instruction);
    }
    if (spreads) {
      leave(block.exit());
    } else if (block.exit() instanceof Block.Exit.End) {
      frame.end(!throwsAtEnd(block));
    }
  }

  private static boolean throwsAtEnd(Block block) {
    return !block.instructions().isEmpty()
        && block.instructions().getLast() instanceof Instruction.Throw;
  }

  private static boolean mayThrow(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Invoke _,
          Instruction.Throw _,
          Instruction.ReadField _,
          Instruction.ReadIndex _ ->
          true;
      case Instruction.Operation operation -> operation.operator().equals("cast");
      default -> false;
    };
  }

  private void handle(List<Integer> handlers) {
    for (int handler : handlers) {
      flow(handler, frame.slots(), frame.control(), frame.facts());
    }
  }

  private void leave(Block.Exit exit) {
    switch (exit) {
      case Block.Exit.Goto(int next) -> flow(next, frame.slots(), frame.control(), frame.facts());
      case Block.Exit.Branch(int condition, int whenTrue, int whenFalse) -> {
        Value tested = frame.register(condition);
        Boolean truth = truth(tested.constant());
        if (!Boolean.FALSE.equals(truth)) {
          take(whenTrue, tested.implied().whenTrue());
        }
        if (!Boolean.TRUE.equals(truth)) {
          take(whenFalse, tested.implied().whenFalse());
        }
      }
      case Block.Exit.End() -> {}
    }
  }

  /** Takes a way on which these places are clean. */
  private void take(int block, Places clean) {
    if (clean.some().isEmpty()) {
      flow(block, frame.slots(), frame.control(), frame.facts());
      return;
    }
    Facts guarded = frame.facts().guard(clean.some());
    @Nullable Value[] slots = frame.slots().clone();
    for (Place place : guarded.guarded()) {
      Value value = slots[place.slot()];
      if (value != null && place.path().isEmpty()) {
        slots[place.slot()] = value.cleaned();
      }
    }
    flow(block, slots, frame.control(), guarded);
  }

  static @Nullable Boolean truth(@Nullable Object constant) {
    return switch (constant) {
      case Boolean truth -> truth;
      case Long number -> number != 0;
      case Instruction.Opaque opaque when opaque == Instruction.Opaque.NULL -> false;
      case null, default -> null;
    };
  }

  /** Lets a state reach a block; the block is due again if that tells it anything new. */
  private void flow(int block, @Nullable Value[] slots, Taints control, Facts known) {
    @Nullable Value[] before = states[block];
    if (before == null) {
      states[block] = slots.clone();
      controls[block] = control;
      facts[block] = known;
      pending.set(positions[block]);
      return;
    }
    Facts common = facts[block].join(known);
    boolean changed = !common.equals(facts[block]);
    facts[block] = common;
    for (int slot = 0; slot < slots.length; slot++) {
      Value arriving = slots[slot];
      Value there = before[slot];
      if (arriving != null && arriving != there) {
        Value joined = Value.join(there, arriving);
        if (there == null || (joined != there && !joined.equalTo(there))) {
          changed = true;
        }
        before[slot] = joined;
      }
    }
    Taints both = controls[block].and(control);
    if (!both.sameAs(controls[block])) {
      controls[block] = both;
      changed = true;
    }
    if (changed) {
      pending.set(positions[block]);
    }
  }
}
