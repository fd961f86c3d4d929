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
          Taints.NONE, null, Cells.NONE, null, false, -1, List.of(), "", false, Implied.NOTHING);

  /** One of several constants, not known which. */
  static final Value FIXED = constant("").vague();

  private static final int MOST_CELLS = 32;
  private static final int MOST_FUNCTIONS = 4;
  private static final int DEEPEST = 4;

  /** Nothing grows larger by a part: of large parts only the taints are kept then. */
  private static final int LARGEST = 256;

  private final Taints taints;
  private final @Nullable Object constant;
  private final Cells cells;
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

  /** The number of values that it consists of, itself included. */
  private final int weight;

  /** Its own taints and those of its parts; made when it is first asked for. */
  private @Nullable Taints deep;

  /** Made when it is first asked for; 0 before. */
  private int hash;

  private Value(
      Taints taints,
      @Nullable Object constant,
      Cells cells,
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
    int parts = rest == null ? 1 : 1 + rest.weight;
    for (int i = 0; i < cells.size(); i++) {
      Value cell = cells.valueAt(i);
      noTaint &= cell.clean;
      noTest &= cell.untested;
      parts += cell.weight;
    }
    this.weight = parts;
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
        Taints.NONE, null, Cells.NONE, rest, closed, size, functions, "", false, Implied.NOTHING);
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

  private Value with(Cells newCells, @Nullable Value newRest, int newSize) {
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
    return new Value(
        taints,
        constant,
        cells.map(Value::elsewhere),
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
    Taints known = deep;
    if (known == null) {
      known = taints;
      for (int i = 0; i < cells.size(); i++) {
        known = known.and(cells.valueAt(i).deep());
      }
      known = rest == null ? known : known.and(rest.deep());
      deep = known;
    }
    return known;
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
        deep(), constant, Cells.NONE, null, false, -1, functions, type, fixed, Implied.NOTHING);
  }

  /**
   * The value with every set of taints in it changed.
   *
   * @param change the same for the same taints
   */
  Value mapTaints(UnaryOperator<Taints> change) {
    return clean ? this : mapEach(new Repeating(change));
  }

  private Value mapEach(Repeating change) {
    if (clean) {
      return this;
    }
    Taints newTaints = taints.isEmpty() ? taints : change.apply(taints);
    Cells newCells = cells.map(cell -> cell.mapEach(change));
    Value newRest = rest == null ? null : rest.mapEach(change);
    return newTaints == taints && newCells.sharesAll(cells) && newRest == rest
        ? this
        : new Value(
            newTaints, constant, newCells, newRest, closed, size, functions, type, fixed, implied);
  }

  /** A change that answers the same to what it was asked last: parts often share their taints. */
  private static final class Repeating {
    private final UnaryOperator<Taints> change;
    private Taints asked = Taints.NONE;
    private Taints answered = Taints.NONE;

    Repeating(UnaryOperator<Taints> change) {
      this.change = change;
    }

    Taints apply(Taints taints) {
      if (taints != asked) {
        answered = change.apply(taints);
        asked = taints;
      }
      return answered;
    }
  }

  /** The value with every function in it changed. */
  Value mapFunctions(UnaryOperator<Closure> change) {
    if (functions.isEmpty() && !isContainer()) {
      return this;
    }
    return new Value(
        taints,
        constant,
        cells.map(cell -> cell.mapFunctions(change)),
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
    for (int i = 0; i < cells.size(); i++) {
      all = join(all, cells.valueAt(i));
    }
    return all == null ? of(taints) : all.vague().tainted(taints);
  }

  /** With this part under the key; under some key where it is null. */
  Value write(@Nullable Object key, Value whole) {
    Value part = weight + whole.weight > LARGEST ? whole.flat() : whole;
    if (key == null) {
      return with(cells.map(cell -> join(cell, part)), join(rest, part).atDepth(1), size);
    }
    if (cells.size() >= MOST_CELLS && !cells.containsKey(key)) {
      return with(cells, join(rest, part).atDepth(1), -1);
    }
    int newSize =
        size >= 0 && key instanceof Long index && index >= size ? (int) (index + 1) : size;
    return with(cells.with(key, part.atDepth(1)), rest, newSize);
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
    return with(Cells.of(moved), rest, size + 1);
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
    return with(Cells.of(moved), rest, size - 1);
  }

  Value removeKey(Object key) {
    if (!cells.containsKey(key)) {
      return this;
    }
    Map<Object, Value> fewer = new LinkedHashMap<>(cells);
    fewer.remove(key);
    return with(Cells.of(fewer), rest, size);
  }

  /** The same elements in an order that is not known. */
  Value unordered() {
    if (cells.isEmpty()) {
      return with(cells, rest, -1);
    }
    return with(Cells.NONE, element(), -1);
  }

  /** Without parts, whose taints it carries itself. */
  private Value flat() {
    return isContainer()
        ? new Value(
            deep(), null, Cells.NONE, null, false, -1, functions, type, false, Implied.NOTHING)
        : this;
  }

  /** With parts that have none themselves: what is under one key says nothing of the others. */
  private Value shallow() {
    return cells.size() > LARGEST
        ? flat()
        : with(cells.map(Value::flat), rest == null ? null : rest.flat(), size);
  }

  private Value atDepth(int depth) {
    if (!isContainer()) {
      return this;
    }
    if (depth >= DEEPEST) {
      return flat();
    }
    int below = depth + 1;
    Cells cut = cells.map(cell -> cell.atDepth(below));
    Value cutRest = rest == null ? null : rest.atDepth(below);
    return cut.sharesAll(cells) && cutRest == rest ? this : with(cut, cutRest, size);
  }

  // ---- the lattice ----

  /** Either of the two; null stands for a value that was never set. */
  static Value join(@Nullable Value a, Value b) {
    if (a == null || a == b) {
      return b;
    }
    Object constant = a.constant != null && a.constant.equals(b.constant) ? a.constant : null;
    Cells cells = joinCells(a, b);
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
    Value kept = joined.weight > 2 * LARGEST ? joined.shallow() : joined;
    return kept.equalTo(a) ? a : kept;
  }

  private static Cells joinCells(Value a, Value b) {
    Cells joined = a.cells.map((key, cell) -> join(cell, b.read(key)));
    if (a.cells.sharesKeys(b.cells)) {
      return joined;
    }
    for (int i = 0; i < b.cells.size(); i++) {
      Object key = b.cells.keyAt(i);
      if (!a.cells.containsKey(key)) {
        joined = joined.with(key, join(b.cells.valueAt(i), a.read(key)));
      }
    }
    return joined;
  }

  private static Implied joinImplied(Value a, Value b) {
    return a.implied.isNothing() && b.implied.isNothing()
        ? Implied.NOTHING
        : a.tested().join(b.tested());
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
    for (int i = 0; i < cells.size(); i++) {
      Value theirs =
          cells.sharesKeys(other.cells) ? other.cells.valueAt(i) : other.cells.get(cells.keyAt(i));
      if (theirs == null || !cells.valueAt(i).equalTo(theirs)) {
        return false;
      }
    }
    return true;
  }

  /** Equal for values that are {@link #equalTo equal}. */
  int identityHash() {
    if (hash == 0) {
      int sum = taints.identityHash() * 31 + size;
      sum = sum * 31 + java.util.Objects.hashCode(constant);
      for (int i = 0; i < cells.size(); i++) {
        sum += cells.keyAt(i).hashCode() * 13 + cells.valueAt(i).identityHash();
      }
      hash = rest == null ? sum : sum * 31 + rest.identityHash();
    }
    return hash;
  }

  boolean isString() {
    return constant instanceof String;
  }
}
