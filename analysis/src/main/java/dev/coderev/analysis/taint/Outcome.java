package dev.coderev.analysis.taint;

import java.util.Map;

/**
 * What a run of a function came to. Taints that came in with its inputs have ways that start at the
 * entry.
 *
 * @param returned the value it returns
 * @param exit its variables when it ended
 * @param reached taints that reached sinks, by their numbers in the {@link Session}
 */
record Outcome(Value returned, Scope exit, Map<Integer, Taints> reached) {
  boolean sameAs(Outcome other) {
    if (!returned.equalTo(other.returned) || !reached.keySet().equals(other.reached.keySet())) {
      return false;
    }
    for (Map.Entry<Integer, Taints> sink : reached.entrySet()) {
      Taints theirs = other.reached.get(sink.getKey());
      if (theirs == null || !sink.getValue().sameAs(theirs)) {
        return false;
      }
    }
    for (int slot = 0; slot < exit.size(); slot++) {
      if (!exit.get(slot).equalTo(other.exit.get(slot))) {
        return false;
      }
    }
    return true;
  }
}
