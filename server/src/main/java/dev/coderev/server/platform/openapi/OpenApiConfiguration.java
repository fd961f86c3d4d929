package dev.coderev.server.platform.openapi;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Caller;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.repetition.Idempotent;
import dev.coderev.server.platform.settings.Version;
import dev.coderev.server.platform.web.Change;
import dev.coderev.server.platform.web.DefaultLimit;
import dev.coderev.server.platform.web.FromList;
import dev.coderev.server.platform.web.IfMatch;
import dev.coderev.server.platform.web.Paging;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.method.HandlerMethod;

/** What the generated document says beyond what the handlers' signatures do. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  private static final String BASE = "dev.coderev.server.";
  private static final int USUAL_LIMIT = 20;
  private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  OpenApiConfiguration() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, IfMatch.class, Paging.class)
        .replaceWithClass(Change.class, String.class);
  }

  @Bean
  OperationCustomizer operations() {
    return (operation, method) -> {
      module(method).ifPresent(name -> operation.setTags(List.of(name)));
      Access access = method.getMethodAnnotation(Access.class);
      if (access != null) {
        operation.addExtension("x-access", access.value().name().toLowerCase(Locale.ROOT));
        if (access.value() != Who.ANYONE) {
          operation.setSecurity(
              List.of(
                  new SecurityRequirement().addList("bearer"),
                  new SecurityRequirement().addList("key")));
        }
      }
      addParameters(operation, method);
      if (operation.getRequestBody() != null) {
        operation.getRequestBody().setRequired(null);
      }
      Refusals.of(method).forEach((status, words) -> refuse(operation, status, words));
      refuse(operation, "default", "A refusal");
      return operation;
    };
  }

  private static void refuse(Operation operation, String status, String description) {
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(description)
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }

  private static Optional<String> module(HandlerMethod method) {
    String name = method.getBeanType().getName();
    return name.startsWith(BASE)
        ? Optional.of(name.substring(BASE.length(), name.indexOf('.', BASE.length())))
        : Optional.empty();
  }

  private static void addParameters(Operation operation, HandlerMethod method) {
    if (method.hasMethodAnnotation(Idempotent.class)) {
      operation.addParametersItem(
          new Parameter()
              .in("header")
              .name("Idempotency-Key")
              .schema(WrittenFields.typed("string")));
    }
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.getParameterType() == Paging.class) {
        DefaultLimit limit = parameter.getParameterAnnotation(DefaultLimit.class);
        operation.addParametersItem(number("page", 1, Integer.MAX_VALUE));
        operation.addParametersItem(
            number("limit", limit == null ? USUAL_LIMIT : limit.value(), 100));
      }
      FromList list = parameter.getParameterAnnotation(FromList.class);
      if (list != null && operation.getParameters() != null) {
        parameter.initParameterNameDiscovery(NAMES);
        operation.getParameters().stream()
            .filter(one -> one.getName().equals(parameter.getParameterName()))
            .forEach(one -> WrittenFields.close(one.getSchema(), WrittenFields.words(list)));
      }
      if (parameter.getParameterType() == IfMatch.class) {
        operation.addParametersItem(
            new Parameter().in("header").name("If-Match").schema(WrittenFields.typed("string")));
      }
    }
  }

  private static Parameter number(String name, int otherwise, int most) {
    Schema<?> schema = WrittenFields.typed("integer");
    schema.setMinimum(java.math.BigDecimal.ONE);
    schema.setMaximum(java.math.BigDecimal.valueOf(most));
    schema.setDefault(otherwise);
    return new Parameter().in("query").name(name).required(false).schema(schema);
  }

  @Bean
  OpenApiCustomizer document() {
    return api -> {
      api.setInfo(
          new Info()
              .title("CodeRev")
              .version(Version.CURRENT)
              .description("The API of the CodeRev server.")
              .license(new License().name("Apache-2.0")));
      api.setServers(List.of(new Server().url("/")));
      api.getComponents()
          .addSecuritySchemes(
              "bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
          .addSecuritySchemes(
              "key",
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.HEADER)
                  .name("X-API-Key"));
      api.getComponents().getSchemas().values().forEach(OpenApiConfiguration::toSnakeCase);
      api.getComponents().addSchemas("Problem", problem());
      api.getPaths().forEach(OpenApiConfiguration::nameOperations);
      Answers.complete(api);
    };
  }

  private static Schema<?> problem() {
    Schema<?> problem = WrittenFields.typed("object");
    for (String field :
        List.of("type", "title", "detail", "instance", "code", "request_id", "trace_id")) {
      problem.addProperty(field, WrittenFields.typed("string"));
    }
    problem.addProperty("status", WrittenFields.typed("integer"));
    return problem;
  }

  /** An operation is named by its method and path, which no other has. */
  private static void nameOperations(String path, PathItem item) {
    String words = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
    item.readOperationsMap()
        .forEach((method, operation) ->
            operation.setOperationId(
                method.name().toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : "_" + words)));
  }

  /** The properties as they stand in JSON. */
  @SuppressWarnings("rawtypes") // as the library has it
  private static void toSnakeCase(Schema<?> schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null) {
      Map<String, Schema> renamed = new LinkedHashMap<>();
      properties.forEach((name, value) -> renamed.put(snake(name), value));
      schema.setProperties(renamed);
    }
    if (schema.getRequired() != null) {
      schema.setRequired(
          Arrays.asList(
              schema.getRequired().stream()
                  .map(OpenApiConfiguration::snake)
                  .toArray(String[]::new)));
    }
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
