package dev.coderev.cli.model;

import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.DeploymentSystem;
import dev.coderev.model.deploy.DeploymentSystem.Part;
import dev.coderev.model.runtime.LoadedAdapter;
import dev.coderev.model.serve.LocalModel;
import dev.coderev.model.serve.ModelRoutes;
import dev.coderev.model.serve.ModelServer;
import dev.coderev.model.serve.ServedModels;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

  @Mixin private ModelRuntimeMixin runtime = new ModelRuntimeMixin();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    var limits = new BatchLimits(batch, queue, BatchLimits.DEFAULT.drain());
    var ended = new CountDownLatch(1);
    String id = name.isEmpty() ? String.valueOf(path.toAbsolutePath().getFileName()) : name;
    try (LocalModel model = LocalModel.open(path, id, runtime.options(), limits)) {
      List<Part> parts = List.of(new Part("server", () -> server(model, err)));
      try (var system = new DeploymentSystem(parts, Clock.systemUTC())) {
        system.start();
        var hook = new Thread(() -> stop(system, ended), "model-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        ended.await();
      }
    }
    return 0;
  }

  private static void stop(DeploymentSystem system, CountDownLatch ended) {
    system.close();
    ended.countDown();
  }

  private ModelServer server(LocalModel model, PrintWriter err) {
    var models = new ServedModels(model.served(), () -> {});
    adapters.forEach((called, directory) ->
        models.add(LoadedAdapter.open(directory, called, model.loaded()), false));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ModelServer server = ModelServer.start(address, new ModelRoutes(models, Clock.systemUTC()));
    err.printf(
        "serving %s at http://%s:%d/v1, %s%n",
        model.served().id(),
        server.address().getHostString(),
        server.address().getPort(),
        model.loaded().activeKernels());
    err.flush();
    return server;
  }
}
