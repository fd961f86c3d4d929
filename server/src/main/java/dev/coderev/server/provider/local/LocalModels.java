package dev.coderev.server.provider.local;

import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.DeploymentSystem;
import dev.coderev.model.deploy.DeploymentSystem.Part;
import dev.coderev.model.deploy.StartupError;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.serve.LocalModel;
import dev.coderev.model.serve.ModelRoutes;
import dev.coderev.model.serve.ServedModels;
import dev.coderev.server.platform.metric.GaugeSource;
import dev.coderev.server.platform.metric.ModelMetrics;
import dev.coderev.server.platform.settings.Role;
import dev.coderev.server.platform.settings.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The model of this machine, loaded beside the start of the server and freed with its end, so that
 * a server is ready before its model is.
 */
@Component
class LocalModels implements SmartLifecycle, GaugeSource {
  private static final Logger LOG = LoggerFactory.getLogger("model");

  /** What is known of the model. */
  enum State {
    ABSENT,
    LOADING,
    LOADED,
    FAILED
  }

  private static final long MOST_SECONDS_TO_FREE = 30;

  private final Path path;
  private final boolean wanted;
  private final ModelMetrics metrics;
  private final ModelAccount account;
  private final DeploymentSystem system;
  private volatile State state = State.ABSENT;
  private volatile boolean running;
  private volatile @Nullable LocalModel model;
  private volatile @Nullable ModelRoutes routes;
  private volatile @Nullable ServedModels served;
  private @Nullable Thread loading;

  LocalModels(ServerSettings settings, ModelMetrics metrics, ModelAccount account, Clock clock) {
    this.path = settings.model().path();
    this.wanted = settings.plays(Role.MODEL) && settings.model().isOffered();
    this.metrics = metrics;
    this.account = account;
    this.system = new DeploymentSystem(List.of(new Part("model", () -> open(clock))), clock);
  }

  /** The model answers until this is closed, and is freed when nobody uses it any more. */
  private AutoCloseable open(Clock clock) {
    LocalModel opened = load();
    ServedModels all = new ServedModels(opened.served(), opened);
    model = opened;
    served = all;
    routes = new ModelRoutes(all, clock, account::keep, account);
    return () -> {
      routes = null;
      served = null;
      model = null;
      all.close();
      opened.served().batcher().close();
      all.freed().get(MOST_SECONDS_TO_FREE, TimeUnit.SECONDS);
    };
  }

  private LocalModel load() {
    long start = System.nanoTime();
    String id = String.valueOf(path.getFileName());
    LocalModel opened = LocalModel.open(path, id, RuntimeOptions.defaults(), BatchLimits.DEFAULT);
    metrics.loaded(
        id,
        opened.loaded().transformer().weights().formats().getFirst(),
        size(),
        (System.nanoTime() - start) / 1e9);
    return opened;
  }

  private long size() {
    try (var files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void start() {
    running = true;
    if (wanted && Files.exists(path)) {
      state = State.LOADING;
      loading = Thread.ofPlatform().daemon().name("model-loading").start(this::begin);
    }
  }

  private void begin() {
    try {
      system.start();
      become(State.LOADED);
      model()
          .ifPresent(loaded ->
              LOG.atInfo()
                  .addKeyValue("object_id", loaded.served().id())
                  .addKeyValue("kernels", loaded.loaded().activeKernels())
                  .log("model_loaded"));
    } catch (StartupError failure) {
      if (become(State.FAILED)) {
        LOG.atError().setCause(failure).log("model_not_loaded");
      }
    }
  }

  /** How the load ended; false when that came after the end of all. */
  private synchronized boolean become(State ended) {
    if (running) {
      state = ended;
    }
    return running;
  }

  /** What answers; empty while no model is loaded. */
  Optional<ModelRoutes> routes() {
    return Optional.ofNullable(routes);
  }

  /** The loaded model. */
  Optional<LocalModel> model() {
    return Optional.ofNullable(model).filter(_ -> state == State.LOADED);
  }

  /** The names of its adapters. */
  List<String> adapters() {
    ServedModels opened = served;
    return opened == null ? List.of() : opened.adapters();
  }

  State state() {
    return state;
  }

  @Override
  public void sample() {
    model()
        .ifPresent(loaded ->
            metrics.load(loaded.served().batcher().waiting(), loaded.loaded().cache().usedShare()));
  }

  /** Texts that are being generated get their time to end; a load that runs is waited for. */
  @Override
  public void stop() {
    Optional<Thread> loader;
    synchronized (this) {
      running = false;
      state = State.ABSENT;
      loader = Optional.ofNullable(loading);
    }
    loader.ifPresent(Thread::interrupt);
    system.close();
    metrics.unloaded();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
