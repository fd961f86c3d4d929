package dev.coderev.server.evolution.version;

import dev.coderev.server.analysis.ServingVersion;
import dev.coderev.server.analysis.engine.ReviewerManifest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The alias {@code stable}. This build serves with its own parts only, so it points to them. */
@Component
class StableVersion implements ServingVersion {
  private final Versions versions;
  private final SingletonSupplier<String> own;

  StableVersion(Versions versions) {
    this.versions = versions;
    this.own = SingletonSupplier.of(this::register);
  }

  private String register() {
    ReviewerManifest manifest = ReviewerManifest.running();
    versions.serve(manifest.versionId(), "CodeRev " + manifest.engine(), manifest.parts());
    return manifest.versionId();
  }

  @Override
  public String id() {
    String running = own.obtain();
    Optional<String> stable = versions.stable();
    return stable.orElse(running);
  }
}
