package dev.coderev.training.distill;

import dev.coderev.model.checkpoint.Checkpoint;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.torch.Compute;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;

/** A teacher that is in memory from when it is first wanted until it is let go of. */
final class LoadedTeacher implements Supplier<Network>, AutoCloseable {

  private final Checkpoint checkpoint;
  private final Compute compute;
  private Optional<Network> loaded = Optional.empty();

  LoadedTeacher(Checkpoint checkpoint, Compute compute) {
    this.checkpoint = checkpoint;
    this.compute = compute;
  }

  @Override
  public Network get() {
    Network network =
        loaded.orElseGet(() ->
            new Network(checkpoint.config(), Parameters.of(checkpoint, compute, false), compute));
    loaded = Optional.of(network);
    return network;
  }

  /** Frees its memory; it is loaded anew when it is wanted again. */
  @Override
  public void close() {
    try (var _ = new PointerScope()) {
      loaded.ifPresent(it -> it.parameters().close());
    }
    loaded = Optional.empty();
  }
}
