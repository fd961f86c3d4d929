package dev.coderev.cli.model;

import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.DeploymentSystem;
import dev.coderev.model.deploy.DeploymentSystem.Part;
import dev.coderev.model.deploy.Health.Component;
import dev.coderev.model.deploy.HealthChecker;
import dev.coderev.model.deploy.HostMemory;
import dev.coderev.model.deploy.TokenBudget;
import dev.coderev.model.runtime.LoadedAdapter;
import dev.coderev.model.serve.LocalModel;
import dev.coderev.model.serve.ModelProbe;
import dev.coderev.model.serve.ModelRoutes;
import dev.coderev.model.serve.ModelServer;
import dev.coderev.model.serve.OpenedModel;
import dev.coderev.model.serve.OperatorRoutes;
import dev.coderev.model.serve.ServedModels;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code coderev model serve}: a model behind OpenAI's interface. */
@Command(
    name = "serve",
    description = "Answers /v1/models, /v1/completions and /v1/chat/completions over HTTP.",
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class ModelServeCommand implements Callable<Integer> {

  /** The environment's name for the operator's token. */
  static final String TOKEN = "CODEREV_ADMIN_TOKEN";

  private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(60);

  @Parameters(paramLabel = "PATH", description = "A Hugging Face directory or a GGUF file.")
  private Path path = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port on the loopback address. Default: ${DEFAULT-VALUE}.")
  private int port = 8081;

  @Option(
      names = "--name",
      paramLabel = "ID",
      description = "What clients call the model. Default: the file's name.")
  private String name = "";

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Texts that are generated together. Default: ${DEFAULT-VALUE}.")
  private int batch = BatchLimits.DEFAULT.active();

  @Option(
      names = "--queue",
      paramLabel = "N",
      description = "Requests that may wait; more get 429. Default: ${DEFAULT-VALUE}.")
  private int queue = BatchLimits.DEFAULT.queued();

  @Option(
      names = "--adapter",
      paramLabel = "NAME=DIR",
      description = "A PEFT adapter that requests may name instead of the model; repeatable.")
  private Map<String, Path> adapters = Map.of();

  @Option(
      names = "--choice",
      paramLabel = "NAME=PATH",
      description = {
        "A model that PUT /admin/models/active may put in this one's place; repeatable.",
        "The operator's token is in the environment: " + TOKEN + "."
      })
  private Map<String, Path> choices = Map.of();

  @Option(
      names = "--max-daily-tokens",
      paramLabel = "N",
      description = "Tokens of a day (UTC), read and written. Default: ${DEFAULT-VALUE}.")
  private long dailyTokens = TokenBudget.DEFAULT_LIMIT;

  @Option(
      names = "--usage",
      paramLabel = "FILE",
      description = "Keeps the day's use of tokens, so that a restart forgets nothing.")
  private @Nullable Path usage;

  @Mixin private ModelRuntimeMixin runtime = new ModelRuntimeMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    var ended = new CountDownLatch(1);
    var budget = new TokenBudget(dailyTokens, Clock.systemUTC(), Optional.ofNullable(usage));
    ServedModels models = models();
    var health = new HealthChecker(components(models, budget), HEALTH_INTERVAL, Clock.systemUTC());
    List<Part> parts =
        List.of(
            new Part("models", () -> () -> end(models)),
            new Part("health", () -> begin(health)),
            new Part("server", () -> server(models, health, budget)));
    try (var system = new DeploymentSystem(parts, Clock.systemUTC())) {
      system.start();
      var hook = new Thread(() -> stop(system, ended), "model-stop");
      Runtime.getRuntime().addShutdownHook(hook);
      ended.await();
    }
    return 0;
  }

  private ServedModels models() {
    String id = name.isEmpty() ? String.valueOf(path.toAbsolutePath().getFileName()) : name;
    LocalModel first = LocalModel.open(path, id, runtime.options(), limits());
    var models = new ServedModels(first.served(), first);
    try {
      adapters.forEach((called, directory) ->
          models.add(LoadedAdapter.open(directory, called, first.loaded()), false));
      spec.commandLine().getErr().printf("%s runs on %s%n", id, first.loaded().activeKernels());
      return models;
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }

  private BatchLimits limits() {
    return new BatchLimits(batch, queue, BatchLimits.DEFAULT.drain());
  }

  private static List<Component> components(ServedModels models, TokenBudget budget) {
    return List.of(
        new Component("model", true, new ModelProbe(models)),
        new Component("memory", false, HostMemory::look),
        new Component("tokens", false, budget::look));
  }

  private static HealthChecker begin(HealthChecker health) {
    health.start();
    return health;
  }

  /** Requests that run get the time to end. */
  private static void end(ServedModels models) throws Exception {
    models.close();
    models.freed().get(BatchLimits.DEFAULT.drain().multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
  }

  private OpenedModel opened(String id, Path place) {
    LocalModel model = LocalModel.open(place, id, runtime.options(), limits());
    return new OpenedModel(model.served(), model);
  }

  private static void stop(DeploymentSystem system, CountDownLatch ended) {
    system.close();
    ended.countDown();
  }

  private ModelServer server(ServedModels models, HealthChecker health, TokenBudget budget) {
    var choosable = new HashMap<String, Callable<OpenedModel>>();
    choices.forEach((called, place) -> choosable.put(called, () -> opened(called, place)));
    var token = Optional.ofNullable(System.getenv(TOKEN)).filter(it -> !it.isBlank());
    var routes =
        new OperatorRoutes(
            models,
            health,
            budget,
            new OperatorRoutes.Rights(token, choosable),
            new ModelRoutes(models, Clock.systemUTC(), use -> {}, budget));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ModelServer server = ModelServer.start(address, routes);
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "serving %s at http://%s:%d/v1%n",
        models.id(), server.address().getHostString(), server.address().getPort());
    err.flush();
    return server;
  }
}
