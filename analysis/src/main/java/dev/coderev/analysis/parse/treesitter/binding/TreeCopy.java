package dev.coderev.analysis.parse.treesitter.binding;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;

/** One walk of a native tree by its cursor, without recursion, into a {@link ConcreteTree}. */
final class TreeCopy {
  private final Grammar grammar;
  private final ConcreteTree copy;
  private final MemorySegment cursor;
  private final MemorySegment node;
  private final SegmentAllocator intoNode;

  /** Bytes of the text are UTF-16 code units shifted left by this. */
  private final int unitShift;

  private TreeCopy(
      Grammar grammar, ConcreteTree copy, MemorySegment cursor, int unitShift, Arena arena) {
    this.grammar = grammar;
    this.copy = copy;
    this.cursor = cursor;
    this.unitShift = unitShift;
    this.node = arena.allocate(Core.NODE);
    this.intoNode = (size, alignment) -> node;
  }

  static ConcreteTree of(MemorySegment tree, Grammar grammar, int unitShift, Arena arena)
      throws Throwable {
    MemorySegment root =
        (MemorySegment) Core.TREE_ROOT_NODE.invokeExact((SegmentAllocator) arena, tree);
    int count = (int) Core.NODE_DESCENDANT_COUNT.invokeExact(root);
    ConcreteTree copy = new ConcreteTree(grammar, count);
    MemorySegment cursor =
        (MemorySegment) Core.CURSOR_NEW.invokeExact((SegmentAllocator) arena, root);
    try {
      new TreeCopy(grammar, copy, cursor, unitShift, arena).walk();
    } finally {
      Core.CURSOR_DELETE.invokeExact(cursor);
    }
    return copy;
  }

  private void walk() throws Throwable {
    int parent = ConcreteTree.NONE;
    while (true) {
      int added = add(parent);
      if (added != ConcreteTree.NONE
          && Core.isTrue((int) Core.CURSOR_FIRST_CHILD.invokeExact(cursor))) {
        parent = added;
        continue;
      }
      while (!Core.isTrue((int) Core.CURSOR_NEXT_SIBLING.invokeExact(cursor))) {
        if (!Core.isTrue((int) Core.CURSOR_PARENT.invokeExact(cursor))) {
          return;
        }
        copy.close(parent);
        parent = copy.parent(parent);
      }
    }
  }

  /** Copies the cursor's node, unless it is a comment or the like, into which nothing descends. */
  private int add(int parent) throws Throwable {
    MemorySegment at = (MemorySegment) Core.CURSOR_NODE.invokeExact(intoNode, cursor);
    int symbol = Core.number((int) Core.NODE_SYMBOL.invokeExact(at));
    int startByte = at.get(JAVA_INT, 0);
    int endByte = (int) Core.NODE_END_BYTE.invokeExact(at);
    int start = startByte >>> unitShift;
    int end = endByte >>> unitShift;
    if (parent != ConcreteTree.NONE) {
      if (grammar.isComment(symbol)) {
        copy.comment(start, end);
        return ConcreteTree.NONE;
      }
      if (grammar.isTrivia(symbol)) {
        return ConcreteTree.NONE;
      }
    }
    int field = Core.number((int) Core.CURSOR_FIELD.invokeExact(cursor));
    int added = copy.add(symbol, field, start, end, parent);
    if (start == end && Core.isTrue((int) Core.NODE_IS_MISSING.invokeExact(at))) {
      copy.missing(added);
    }
    return added;
  }
}
