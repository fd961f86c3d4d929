package dev.coderev.review.report;

import static dev.coderev.review.report.Goldens.written;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTests {
  private static final Path HERE = Path.of("src/test/resources/dev/coderev/review/report");
  private static final Schema OWN =
      schema(Path.of("../docs/report.schema.json"), SpecificationVersion.DRAFT_2020_12);
  private static final Schema SARIF =
      schema(HERE.resolve("sarif-schema-2.1.0.json"), SpecificationVersion.DRAFT_4);
  private static final Schema GITLAB =
      schema(HERE.resolve("gitlab-constraints.schema.json"), SpecificationVersion.DRAFT_2020_12);

  static List<ReviewBuilder> reviews() {
    return List.of(
        SampleReviews.shop(),
        SampleReviews.partlyReviewedChange(),
        SampleReviews.clean(),
        SampleReviews.notReviewed(),
        SampleReviews.hostile());
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void writesJsonAsDocumented(ReviewBuilder review) {
    assertThat(OWN.validate(written(ReportFormat.JSON, review), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void writesValidSarif(ReviewBuilder review) {
    assertThat(SARIF.validate(written(ReportFormat.SARIF, review), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("reviews")
  void writesWhatGitlabRequires(ReviewBuilder review) {
    assertThat(GITLAB.validate(written(ReportFormat.GITLAB, review), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theSchemasRefuseWhatIsNoReport() {
    for (Schema schema : List.of(OWN, SARIF, GITLAB)) {
      assertThat(schema.validate("{\"version\": 1}", InputFormat.JSON)).isNotEmpty();
    }
  }

  private static Schema schema(Path file, SpecificationVersion version) {
    try {
      return SchemaRegistry.withDefaultDialect(version)
          .getSchema(Files.readString(file), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
