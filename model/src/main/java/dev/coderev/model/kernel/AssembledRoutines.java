package dev.coderev.model.kernel;

import dev.coderev.model.machine.Routine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The assembled code of kernels, made runnable when it is first asked for. */
final class AssembledRoutines {

  private final Function<byte[], Optional<Routine>> runnable;
  private final Map<MachineCode, Optional<Routine>> routines = new ConcurrentHashMap<>();

  /**
   * @param runnable gives nothing where the system refuses, which holds for good then
   */
  AssembledRoutines(Function<byte[], Optional<Routine>> runnable) {
    this.runnable = runnable;
  }

  Optional<Routine> of(MachineCode kind) {
    return routines.computeIfAbsent(kind, it -> runnable.apply(it.assemble()));
  }

  Optional<Routine> of(TileShape shape, int count) {
    return of(TileRoutine.of(shape, count));
  }

  Optional<Routine> of(RowMatrix w) {
    return of(new RowRoutine(w.dtype(), w.rowBytes()));
  }

  /** Nothing for heads that fill no vectors, too. */
  Optional<Routine> of(int queries, HeadPage page) {
    return page.dim() % QueryPanel.LANES == 0
        ? of(new AttentionRoutine(queries, page.dim(), page.type()))
        : Optional.empty();
  }
}
