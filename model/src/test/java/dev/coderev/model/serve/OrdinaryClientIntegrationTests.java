package dev.coderev.model.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.models.Model;
import dev.coderev.model.deploy.BatchLimits;
import dev.coderev.model.deploy.Batcher;
import dev.coderev.model.generate.TokenizerBytes;
import dev.coderev.model.init.Presets;
import dev.coderev.model.init.RandomCheckpoint;
import dev.coderev.model.runtime.LoadedModel;
import dev.coderev.model.runtime.RuntimeOptions;
import dev.coderev.model.template.ChatTemplate;
import dev.coderev.model.tensor.DType;
import dev.coderev.model.tokens.Tokenizer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running server, asked by the client library that the interface was made for. */
class OrdinaryClientIntegrationTests {
  private static final String TEMPLATE =
      "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}[assistant]";

  private static Tokenizer tokenizer;
  private static LoadedModel model;
  private static Batcher batcher;
  private static ModelServer server;
  private static OpenAIClient client;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Path file = folder.resolve("tiny.gguf");
    RandomCheckpoint.write(file, "tiny", Presets.all().get("tiny-llama"), DType.Q8_0, 4);
    tokenizer = Tokenizer.open(file);
    model = LoadedModel.open(file, RuntimeOptions.defaults().withThreads(1).withPositions(1024));
    var bytes = new TokenizerBytes(tokenizer, model.config());
    batcher = new Batcher(model, bytes, BatchLimits.DEFAULT);
    var served =
        new Served("tiny", batcher, tokenizer, bytes, Optional.of(ChatTemplate.parse(TEMPLATE)));
    server =
        ModelServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new ModelRoutes(served, Clock.systemUTC()));
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(
                "http://"
                    + server.address().getHostString()
                    + ":"
                    + server.address().getPort()
                    + "/v1")
            .apiKey("none")
            .maxRetries(0)
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    batcher.close();
    model.close();
    tokenizer.close();
  }

  @Test
  void modelsAreListedAndLookedUp() {
    assertThat(client.models().list().data()).extracting(Model::id).containsExactly("tiny");
    assertThat(client.models().retrieve("tiny").ownedBy()).isNotEmpty();
    assertThatThrownBy(() -> client.models().retrieve("other"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void aPromptIsCompleted() {
    Completion completion =
        client
            .completions()
            .create(
                CompletionCreateParams.builder()
                    .model("tiny")
                    .prompt("int x")
                    .maxTokens(7)
                    .temperature(0)
                    .logprobs(2)
                    .build());
    assertThat(completion.choices()).hasSize(1);
    assertThat(completion.choices().getFirst().finishReason().toString()).isEqualTo("length");
    assertThat(completion.choices().getFirst().logprobs().orElseThrow().tokens().orElseThrow())
        .hasSize(7);
    assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(7);
    completion.validate();
  }

  private static ChatCompletionCreateParams.Builder chat() {
    return ChatCompletionCreateParams.builder()
        .model("tiny")
        .addSystemMessage("Be brief.")
        .addUserMessage("hello")
        .maxCompletionTokens(12)
        .temperature(0.7)
        .putAdditionalBodyProperty("seed", JsonValue.from(5));
  }

  @Test
  void aConversationIsAnsweredWholeAndInPieces() {
    ChatCompletion whole = client.chat().completions().create(chat().build());
    whole.validate();
    assertThat(whole.choices().getFirst().finishReason().toString()).isEqualTo("length");
    assertThat(whole.usage().orElseThrow().completionTokens()).isEqualTo(12);

    List<ChatCompletionChunk> chunks;
    try (StreamResponse<ChatCompletionChunk> streamed =
        client
            .chat()
            .completions()
            .createStreaming(
                chat()
                    .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
                    .build())) {
      chunks = streamed.stream().toList();
    }
    chunks.forEach(ChatCompletionChunk::validate);
    String pieces =
        chunks.stream()
            .flatMap(chunk -> chunk.choices().stream())
            .flatMap(choice -> choice.delta().content().stream())
            .collect(Collectors.joining());
    assertThat(pieces).isEqualTo(whole.choices().getFirst().message().content().orElseThrow());
    assertThat(chunks.getLast().usage().orElseThrow().completionTokens()).isEqualTo(12);
  }

  @Test
  void whatCannotBeAnsweredIsRefusedAsTheClientKnowsIt() {
    assertThatThrownBy(() -> client.chat().completions().create(chat().model("another").build()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("another");
    assertThatThrownBy(() -> client.chat().completions().create(chat().temperature(-1).build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("temperature");
  }
}
