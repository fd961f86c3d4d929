package dev.coderev.analysis.taint;

import dev.coderev.analysis.finding.TaintFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How taint came to where it is: a chain of steps back to its source, or to the entry of the
 * function at hand when it came in through a parameter.
 *
 * @param site where the step happens; null only at an entry
 * @param length number of steps
 * @param startsAtEntry whether it begins where the function at hand begins
 */
record Way(
    @Nullable Way before, @Nullable Site site, String note, int length, boolean startsAtEntry) {
  static final Way ENTRY = new Way(null, null, "", 0, true);

  /** Longer ways keep only their beginning. */
  private static final int LONGEST = 40;

  static Way from(Site source) {
    return new Way(null, source, "", 1, false);
  }

  Way then(Site where, String what) {
    if (length >= LONGEST || (site != null && where.sameAs(site) && what.equals(note))) {
      return this;
    }
    return new Way(this, where, what, length + 1, startsAtEntry);
  }

  /** This way without its last step, where that only doubts what a function does. */
  Way undoubted() {
    return before != null && note.startsWith(TaintFlow.HANDED_ON) ? before : this;
  }

  /** This way with what came before the entry put in front of it. */
  Way after(Way caller) {
    Deque<Way> steps = new ArrayDeque<>();
    for (Way at = this; at != null; at = at.before) {
      steps.push(at);
    }
    Way result = caller;
    for (Way step : steps) {
      if (step.site != null) {
        result = result.then(step.site, step.note);
      }
    }
    return result;
  }

  /** The steps in order, the source first. */
  List<TaintMatch.Step> steps() {
    List<TaintMatch.Step> steps = new ArrayList<>();
    for (Way at = this; at != null; at = at.before) {
      if (at.site != null) {
        steps.add(new TaintMatch.Step(at.site, at.note));
      }
    }
    return steps.reversed();
  }
}
