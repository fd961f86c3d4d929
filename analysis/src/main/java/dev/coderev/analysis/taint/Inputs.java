package dev.coderev.analysis.taint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function is run on. Two are equal when they say the same, whatever the ways of the taints.
 */
final class Inputs {
  private final int function;
  private final List<Value> arguments;
  private final Value self;
  private final @Nullable Value[] captured;
  private final int hash;

  /** Asked for before and after a run; made when it is first asked for. */
  private @Nullable Taints taints;

  private Inputs(
      int function, List<Value> arguments, Value self, @Nullable Value[] captured, int hash) {
    this.function = function;
    this.arguments = arguments;
    this.self = self;
    this.captured = captured;
    this.hash = hash;
  }

  /** The number of the function. */
  int function() {
    return function;
  }

  /** By parameter. */
  List<Value> arguments() {
    return arguments;
  }

  Value self() {
    return self;
  }

  /** Variables at entry: those captured by slot, null at all other slots. Belongs to the caller. */
  @Nullable Value[] captured() {
    return captured.clone();
  }

  static Inputs of(int function, List<Value> arguments, Value self, @Nullable Value[] captured) {
    int hash = function;
    for (Value argument : arguments) {
      hash = hash * 31 + argument.identityHash();
    }
    hash = hash * 31 + self.identityHash();
    for (Value value : captured) {
      hash = hash * 31 + (value == null ? 0 : value.identityHash());
    }
    return new Inputs(function, arguments, self, captured, hash);
  }

  /** All taints that come in. */
  Taints taints() {
    Taints known = taints;
    if (known == null) {
      known = allTaints();
      taints = known;
    }
    return known;
  }

  private Taints allTaints() {
    Taints all = self.deep();
    for (Value argument : arguments) {
      all = all.and(argument.deep());
    }
    for (Value value : captured) {
      all = value == null ? all : all.and(value.deep());
    }
    return all;
  }

  /** Whether a function is among the arguments. */
  boolean handFunctions() {
    return arguments.stream().anyMatch(argument -> !argument.functions().isEmpty());
  }

  /** The same with every way cut off, so that ways begin at the entry. */
  Inputs atEntry() {
    @Nullable Value[] entered = captured.clone();
    for (int i = 0; i < entered.length; i++) {
      Value value = entered[i];
      entered[i] = value == null ? null : enter(value);
    }
    return new Inputs(
        function, arguments.stream().map(Inputs::enter).toList(), enter(self), entered, hash);
  }

  private static Value enter(Value value) {
    return value.isClean() ? value : value.mapTaints(t -> t.map(taint -> taint.with(Way.ENTRY)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Inputs that)
        || hash != that.hash
        || function != that.function
        || arguments.size() != that.arguments.size()
        || captured.length != that.captured.length
        || !self.equalTo(that.self)) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).equalTo(that.arguments.get(i))) {
        return false;
      }
    }
    for (int i = 0; i < captured.length; i++) {
      Value mine = captured[i];
      Value theirs = that.captured[i];
      if (mine == null ? theirs != null : theirs == null || !mine.equalTo(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
