package dev.coderev.model.kernel;

import dev.coderev.model.machine.Routine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The assembled code of kernels, made runnable when it is first asked for. */
final class AssembledRoutines {

  private final Function<byte[], Optional<Routine>> runnable;
  private final Map<TileRoutine, Optional<Routine>> tiles = new ConcurrentHashMap<>();
  private final Map<RowRoutine, Optional<Routine>> rows = new ConcurrentHashMap<>();

  private final Map<PackingRoutine, Optional<Routine>> packings = new ConcurrentHashMap<>();
  private final Map<AttentionRoutine, Optional<Routine>> heads = new ConcurrentHashMap<>();

  /**
   * @param runnable gives nothing where the system refuses, which holds for good then
   */
  AssembledRoutines(Function<byte[], Optional<Routine>> runnable) {
    this.runnable = runnable;
  }

  Optional<Routine> of(TileShape shape, int count) {
    return tiles.computeIfAbsent(
        TileRoutine.of(shape, count), kind -> runnable.apply(kind.assemble()));
  }

  Optional<Routine> of(RowMatrix w) {
    return rows.computeIfAbsent(
        new RowRoutine(w.dtype(), w.rowBytes()), kind -> runnable.apply(kind.assemble()));
  }

  Optional<Routine> of(PackingRoutine kind) {
    return packings.computeIfAbsent(kind, it -> runnable.apply(it.assemble()));
  }

  /** Nothing for heads that fill no vectors, too. */
  Optional<Routine> of(int queries, HeadPage page) {
    if (page.dim() % QueryPanel.LANES != 0) {
      return Optional.empty();
    }
    return heads.computeIfAbsent(
        new AttentionRoutine(queries, page.dim(), page.type()),
        kind -> runnable.apply(kind.assemble()));
  }
}
