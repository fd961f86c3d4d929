package dev.coderev.analysis.taint;

import dev.coderev.analysis.flow.Instruction.Opaque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value at run time. Immutable.
 *
 * <p>A value is a small tree: its own taints, and cells for its fields, keys or indexes, each a
 * value again. {@code rest} is what stands under keys that are not known; in a {@code closed} value
 * nothing but the cells and the rest exists.
 *
 * <pre>{@code
 * x = new HashMap(); x.put("a", tainted); x.put("b", "safe")
 *   → Value(closed, cells = {a: Value(taints), b: Value("safe")})
 * }</pre>
 */
final class Value {
  static final Value UNKNOWN =
      new Value(
          Taints.NONE, null, Map.of(), null, false, -1, List.of(), "", false, Implied.NOTHING);

  /** One of several constants, not known which. */
  static final Value FIXED = constant("").vague();

  private static final int MOST_CELLS = 32;
  private static final int MOST_FUNCTIONS = 4;
  private static final int DEEPEST = 4;

  private final Taints taints;
  private final @Nullable Object constant;
  private final Map<Object, Value> cells;
  private final @Nullable Value rest;
  private final boolean closed;
  private final int size;
  private final List<Closure> functions;
  private final String type;
  private final boolean fixed;
  private final Implied implied;

  /** Whether neither it nor a part of it carries taint. */
  private final boolean clean;

  /** Whether nothing follows where it or a part of it is tested. */
  private final boolean untested;

  private Value(
      Taints taints,
      @Nullable Object constant,
      Map<Object, Value> cells,
      @Nullable Value rest,
      boolean closed,
      int size,
      List<Closure> functions,
      String type,
      boolean fixed,
      Implied implied) {
    this.taints = taints;
    this.constant = constant;
    this.cells = cells;
    this.rest = rest;
    this.closed = closed;
    this.size = size;
    this.functions = functions;
    this.type = type;
    this.fixed = fixed;
    this.implied = implied;
    boolean noTaint = taints.isEmpty() && (rest == null || rest.clean);
    boolean noTest = implied.isNothing() && (rest == null || rest.untested);
    for (Value cell : cells.values()) {
      noTaint &= cell.clean;
      noTest &= cell.untested;
    }
    this.clean = noTaint;
    this.untested = noTest;
  }

  /** Its own taints, without those of its parts. */
  Taints taints() {
    return taints;
  }

  /** The value itself where it is a known constant. */
  @Nullable Object constant() {
    return constant;
  }

  Map<Object, Value> cells() {
    return cells;
  }

  @Nullable Value rest() {
    return rest;
  }

  boolean closed() {
    return closed;
  }

  /** The number of elements of a list whose cells are its indexes, otherwise -1. */
  int size() {
    return size;
  }

  /** The functions that the value may be. */
  List<Closure> functions() {
    return functions;
  }

  /** The simple name of its class where known, otherwise empty. */
  String type() {
    return type;
  }

  static Value of(Taints taints) {
    return taints.isEmpty() ? UNKNOWN : UNKNOWN.withTaints(taints);
  }

  static Value constant(Object constant) {
    return constant == Opaque.OTHER
        ? UNKNOWN
        : UNKNOWN.copy(Taints.NONE, constant, "", true, Implied.NOTHING);
  }

  private Value copy(
      Taints newTaints,
      @Nullable Object newConstant,
      String newType,
      boolean newFixed,
      Implied newImplied) {
    return new Value(
        newTaints,
        newConstant,
        cells,
        rest,
        closed,
        size,
        functions,
        newType,
        newFixed,
        newImplied);
  }

  static Value function(Closure closure) {
    return made(null, false, -1, List.of(closure));
  }

  private static Value made(
      @Nullable Value rest, boolean closed, int size, List<Closure> functions) {
    return new Value(
        Taints.NONE, null, Map.of(), rest, closed, size, functions, "", false, Implied.NOTHING);
  }

  /** An empty list, map or other container of which everything is known. */
  static Value emptyContainer(boolean list) {
    return made(null, true, list ? 0 : -1, List.of());
  }

  static Value list(List<Value> elements) {
    Value list = emptyContainer(true);
    for (Value element : elements) {
      list = list.append(element);
    }
    return list;
  }

  /** A container of which only this is known: what its elements are. */
  static Value containerOf(Value element) {
    return made(element, true, -1, List.of());
  }

  Value withTaints(Taints newTaints) {
    return newTaints == taints ? this : copy(newTaints, constant, type, fixed, implied);
  }

  Value tainted(Taints more) {
    return withTaints(taints.and(more));
  }

  Value withType(String newType) {
    return newType.isEmpty() || newType.equals(type)
        ? this
        : copy(taints, constant, newType, fixed, implied);
  }

  private Value with(Map<Object, Value> newCells, @Nullable Value newRest, int newSize) {
    return new Value(
        taints, null, newCells, newRest, closed, newSize, functions, type, false, Implied.NOTHING);
  }

  /** What follows where it is tested. */
  Implied implied() {
    return implied;
  }

  /** What follows where it is tested, a constant's opposite included. */
  Implied tested() {
    return implied.isNothing() ? Implied.byConstant(constant, Places.NONE) : implied;
  }

  Value implying(Implied newImplied) {
    return newImplied.equals(implied) ? this : copy(taints, constant, type, fixed, newImplied);
  }

  /** The same for another function, in whose places nothing follows where it is tested. */
  Value elsewhere() {
    if (untested) {
      return this;
    }
    Map<Object, Value> newCells = new LinkedHashMap<>(cells);
    newCells.replaceAll((_, cell) -> cell.elsewhere());
    return new Value(
        taints,
        constant,
        newCells,
        rest == null ? null : rest.elsewhere(),
        closed,
        size,
        functions,
        type,
        fixed,
        Implied.NOTHING);
  }

  /** The same where it is not certain which it is. */
  Value vague() {
    return constant == null ? this : copy(taints, null, type, fixed, implied);
  }

  /** Whether it is a constant, if not always the same one. */
  boolean isFixed() {
    return fixed;
  }

  /** Whether it is a constant or a collection that holds or has as keys nothing but constants. */
  boolean isAmongConstants() {
    if (fixed || !closed || !isClean()) {
      return fixed && isClean();
    }
    if (size < 0 && rest == null) {
      return !cells.isEmpty();
    }
    return (rest == null || rest.fixed) && cells.values().stream().allMatch(Value::isFixed);
  }

  /** Whether parts of it are known. */
  boolean isContainer() {
    return closed || rest != null || !cells.isEmpty();
  }

  /** Its own taints and those of everything in it. */
  Taints deep() {
    if (clean || !isContainer()) {
      return taints;
    }
    Taints all = taints;
    for (Value cell : cells.values()) {
      all = all.and(cell.deep());
    }
    return rest == null ? all : all.and(rest.deep());
  }

  boolean isClean() {
    return clean;
  }

  Value cleaned() {
    return isClean() ? this : mapTaints(_ -> Taints.NONE);
  }

  Value step(Site site, String note) {
    return isClean() ? this : mapTaints(t -> t.step(site, note));
  }

  /** What is left of it when other code may have worked on it. */
  Value atRest() {
    return new Value(
        deep(), constant, Map.of(), null, false, -1, functions, type, fixed, Implied.NOTHING);
  }

  /** The value with every set of taints in it changed. */
  Value mapTaints(UnaryOperator<Taints> change) {
    if (clean) {
      return this;
    }
    Map<Object, Value> newCells = cells;
    if (!cells.isEmpty()) {
      newCells = new LinkedHashMap<>();
      for (Map.Entry<Object, Value> cell : cells.entrySet()) {
        newCells.put(cell.getKey(), cell.getValue().mapTaints(change));
      }
    }
    return new Value(
        taints.isEmpty() ? taints : change.apply(taints),
        constant,
        newCells,
        rest == null ? null : rest.mapTaints(change),
        closed,
        size,
        functions,
        type,
        fixed,
        implied);
  }

  /** The value with every function in it changed. */
  Value mapFunctions(UnaryOperator<Closure> change) {
    if (functions.isEmpty() && !isContainer()) {
      return this;
    }
    Map<Object, Value> newCells = cells;
    if (!cells.isEmpty()) {
      newCells = new LinkedHashMap<>(cells);
      newCells.replaceAll((_, cell) -> cell.mapFunctions(change));
    }
    return new Value(
        taints,
        constant,
        newCells,
        rest == null ? null : rest.mapFunctions(change),
        closed,
        size,
        functions.stream().map(change).toList(),
        type,
        fixed,
        implied);
  }

  // ---- parts ----

  /** Only what is known to stand under a key. */
  Value cell(@Nullable Object key) {
    Value cell = key == null ? null : cells.get(key);
    return cell == null ? UNKNOWN : cell;
  }

  /** The part under a key; under any key where it is null. */
  Value read(@Nullable Object key) {
    if (key == null) {
      return element();
    }
    Value cell = cells.get(key);
    if (cell != null) {
      return cell;
    }
    if (rest != null) {
      return rest.tainted(taints);
    }
    return of(taints);
  }

  /** Any of its parts. */
  Value element() {
    Value all = rest;
    for (Value cell : cells.values()) {
      all = join(all, cell);
    }
    return all == null ? of(taints) : all.vague().tainted(taints);
  }

  /** With this part under the key; under some key where it is null. */
  Value write(@Nullable Object key, Value part) {
    if (key == null) {
      Map<Object, Value> weak = new LinkedHashMap<>();
      cells.forEach((k, v) -> weak.put(k, join(v, part)));
      return with(weak, join(rest, part).atDepth(1), size);
    }
    if (cells.size() >= MOST_CELLS && !cells.containsKey(key)) {
      return with(cells, join(rest, part).atDepth(1), -1);
    }
    Map<Object, Value> more = new LinkedHashMap<>(cells);
    more.put(key, part.atDepth(1));
    int newSize =
        size >= 0 && key instanceof Long index && index >= size ? (int) (index + 1) : size;
    return with(more, rest, newSize);
  }

  /**
   * With this part where a path of keys leads.
   *
   * @param certain whether what was there before is gone
   */
  Value writeAt(List<Object> path, Value part, boolean certain) {
    if (path.isEmpty()) {
      return certain ? part : join(this, part);
    }
    Object key = path.getFirst();
    return write(key, read(key).writeAt(path.subList(1, path.size()), part, certain));
  }

  Value append(Value part) {
    return size >= 0 && size < MOST_CELLS ? write((long) size, part) : write(null, part);
  }

  /** A list with the element put in before {@code index}. */
  Value insert(long index, Value part) {
    if (size < 0 || index < 0 || index > size || size >= MOST_CELLS) {
      return write(null, part);
    }
    Map<Object, Value> moved = new LinkedHashMap<>();
    cells.forEach((k, v) -> moved.put(k instanceof Long i && i >= index ? (Object) (i + 1) : k, v));
    moved.put(index, part.atDepth(1));
    return with(moved, rest, size + 1);
  }

  /** A list without the element at {@code index}. */
  Value remove(long index) {
    if (size < 0 || index < 0 || index >= size) {
      return unordered();
    }
    Map<Object, Value> moved = new LinkedHashMap<>();
    cells.forEach((k, v) -> {
      if (!(k instanceof Long i)) {
        moved.put(k, v);
      } else if (i != index) {
        moved.put(i > index ? i - 1 : i, v);
      }
    });
    return with(moved, rest, size - 1);
  }

  Value removeKey(Object key) {
    if (!cells.containsKey(key)) {
      return this;
    }
    Map<Object, Value> fewer = new LinkedHashMap<>(cells);
    fewer.remove(key);
    return with(fewer, rest, size);
  }

  /** The same elements in an order that is not known. */
  Value unordered() {
    if (cells.isEmpty()) {
      return with(cells, rest, -1);
    }
    return with(Map.of(), element(), -1);
  }

  private Value atDepth(int depth) {
    if (!isContainer()) {
      return this;
    }
    if (depth >= DEEPEST) {
      return new Value(
          deep(), null, Map.of(), null, false, -1, functions, type, false, Implied.NOTHING);
    }
    int below = depth + 1;
    boolean same = rest == null || rest.atDepth(below) == rest;
    for (Value cell : cells.values()) {
      same &= cell.atDepth(below) == cell;
    }
    if (same) {
      return this;
    }
    Map<Object, Value> cut = new LinkedHashMap<>();
    cells.forEach((k, v) -> cut.put(k, v.atDepth(below)));
    return with(cut, rest == null ? null : rest.atDepth(below), size);
  }

  // ---- the lattice ----

  /** Either of the two; null stands for a value that was never set. */
  static Value join(@Nullable Value a, Value b) {
    if (a == null || a == b) {
      return b;
    }
    Object constant = a.constant != null && a.constant.equals(b.constant) ? a.constant : null;
    Map<Object, Value> cells = Map.of();
    if (!a.cells.isEmpty() || !b.cells.isEmpty()) {
      cells = new LinkedHashMap<>();
      for (Map.Entry<Object, Value> cell : a.cells.entrySet()) {
        cells.put(cell.getKey(), join(cell.getValue(), b.partOrNothing(cell.getKey())));
      }
      for (Map.Entry<Object, Value> cell : b.cells.entrySet()) {
        if (!a.cells.containsKey(cell.getKey())) {
          cells.put(cell.getKey(), join(cell.getValue(), a.partOrNothing(cell.getKey())));
        }
      }
    }
    Value rest = a.rest == null ? b.rest : b.rest == null ? a.rest : join(a.rest, b.rest);
    Value joined =
        new Value(
            a.taints.and(b.taints),
            constant,
            cells,
            rest,
            a.closed && b.closed,
            a.size == b.size ? a.size : -1,
            joinFunctions(a.functions, b.functions),
            a.type.equals(b.type) ? a.type : "",
            a.fixed && b.fixed,
            joinImplied(a, b));
    return joined.equalTo(a) ? a : joined;
  }

  private static Implied joinImplied(Value a, Value b) {
    return a.implied.isNothing() && b.implied.isNothing()
        ? Implied.NOTHING
        : a.tested().join(b.tested());
  }

  private Value partOrNothing(Object key) {
    return read(key);
  }

  private static List<Closure> joinFunctions(List<Closure> a, List<Closure> b) {
    if (b.isEmpty() || a.equals(b)) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    List<Closure> all = new ArrayList<>(a);
    for (Closure closure : b) {
      if (all.size() < MOST_FUNCTIONS && all.stream().noneMatch(c -> c.sameAs(closure))) {
        all.add(closure);
      }
    }
    return all.size() == a.size() ? a : Collections.unmodifiableList(all);
  }

  /** Whether the two say the same, whatever the ways of their taints. */
  boolean equalTo(Value other) {
    if (this == other) {
      return true;
    }
    if (closed != other.closed
        || size != other.size
        || fixed != other.fixed
        || !implied.equals(other.implied)
        || !type.equals(other.type)
        || !java.util.Objects.equals(constant, other.constant)
        || !taints.sameAs(other.taints)
        || cells.size() != other.cells.size()
        || functions.size() != other.functions.size()
        || (rest == null) != (other.rest == null)
        || (rest != null && other.rest != null && !rest.equalTo(other.rest))) {
      return false;
    }
    for (int i = 0; i < functions.size(); i++) {
      if (!functions.get(i).sameAs(other.functions.get(i))) {
        return false;
      }
    }
    for (Map.Entry<Object, Value> cell : cells.entrySet()) {
      Value theirs = other.cells.get(cell.getKey());
      if (theirs == null || !cell.getValue().equalTo(theirs)) {
        return false;
      }
    }
    return true;
  }

  /** Equal for values that are {@link #equalTo equal}. */
  int identityHash() {
    int hash = taints.identityHash() * 31 + size;
    hash = hash * 31 + java.util.Objects.hashCode(constant);
    for (Map.Entry<Object, Value> cell : cells.entrySet()) {
      hash += cell.getKey().hashCode() * 13 + cell.getValue().identityHash();
    }
    return rest == null ? hash : hash * 31 + rest.identityHash();
  }

  boolean isString() {
    return constant instanceof String;
  }
}
