package dev.coderev.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. They are tested here because this module sees all others. */
class ArchitectureTests {

  private static final String ANALYSIS = "dev.coderev.analysis..";
  private static final String MODEL = "dev.coderev.model..";
  private static final String TRAINING = "dev.coderev.training..";
  private static final String REVIEW = "dev.coderev.review..";
  private static final String CLI = "dev.coderev.cli..";
  private static final String BENCHMARKS = "dev.coderev.benchmarks..";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.coderev");

  @Test
  void analysisStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage(ANALYSIS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MODEL, TRAINING, REVIEW, CLI, BENCHMARKS)
        .check(CODE);
  }

  @Test
  void analysisUsesOnlyTheJdkTheGrammarsAndAYamlReader() {
    classes()
        .that()
        .resideInAPackage(ANALYSIS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                ANALYSIS,
                "java..",
                "javax.lang.model..",
                "javax.tools..",
                "com.sun.source..",
                "org.jspecify..",
                "org.snakeyaml.engine..",
                "org.treesitter.."))
        .check(CODE);
  }

  @Test
  void modelStandsAlone() {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ANALYSIS, TRAINING, REVIEW, CLI, BENCHMARKS)
        .check(CODE);
  }

  @Test
  void modelUsesOnlyTheJdkATokenizerAndAJsonReader() {
    classes()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                MODEL,
                "java..",
                "jdk.incubator.vector..",
                "org.jspecify..",
                "tools.jackson.core..",
                "ai.djl.huggingface..",
                "com.sun.management..",
                "com.sun.net.httpserver.."))
        .check(CODE);
  }

  @Test
  void trainingUsesOnlyTheModelLibtorchAndTheParserOfTheJdk() {
    classes()
        .that()
        .resideInAPackage(TRAINING)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                TRAINING,
                MODEL,
                "java..",
                "jdk.incubator.vector..",
                "javax.lang.model..",
                "javax.tools..",
                "com.sun.source..",
                "org.jspecify..",
                "org.bytedeco.."))
        .check(CODE);
  }

  @Test
  void onlyTrainingKnowsLibtorch() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TRAINING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..")
        .check(CODE);
  }

  @Test
  void neitherAnalysisNorReviewReachesTheNetworkOrADatabase() {
    noClasses()
        .that()
        .resideInAnyPackage(ANALYSIS, REVIEW)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.net.http..", "java.rmi..", "java.sql..", "javax.sql..")
                .or(
                    nameMatching(
                        "java\\.net\\.(\\w*Socket\\w*|\\w*URLConnection|InetAddress|Inet\\dAddress)")))
        .check(CODE);
  }

  @Test
  void reviewKnowsNoCommandLine() {
    noClasses()
        .that()
        .resideInAPackage(REVIEW)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(CLI, BENCHMARKS, "picocli..")
        .allowEmptyShould(true)
        .check(CODE);
  }

  @Test
  void nothingDependsOnTheBenchmarks() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BENCHMARKS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BENCHMARKS)
        .check(CODE);
  }

  @Test
  void noContainerIsOnThePathOfAScan() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "jakarta..")
        .check(CODE);
  }

  @Test
  void theRulesModuleHoldsNoCode() {
    noClasses().should().resideInAPackage("dev.coderev.rules..").check(CODE);
  }

  @Test
  void theWordsOfTheAnalysisKnowNoMachinery() {
    String[] words = {
      "dev.coderev.analysis",
      "dev.coderev.analysis.source",
      "dev.coderev.analysis.tree",
      "dev.coderev.analysis.finding"
    };
    noClasses()
        .that()
        .resideInAnyPackage(words)
        .should()
        .dependOnClassesThat(resideInAnyPackage(ANALYSIS).and(not(resideInAnyPackage(words))))
        .check(CODE);
  }

  @Test
  void packagesImportEachOtherInNoLoop() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(CODE);
  }

  @Test
  void typesAreNamedForWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Misc)")
        .orShould()
        .resideInAnyPackage("..util..", "..common..", "..helper..", "..misc..")
        .check(CODE);
  }

  @Test
  void theDocumentNamesEachOfTheseTestsAndNoOther() throws IOException {
    var document = Files.readString(Path.of("..", "docs", "architecture.md"));
    var named = new TreeSet<String>();
    var italics = Pattern.compile("\\*([a-z]+[A-Z]\\w+)\\*").matcher(document);
    while (italics.find()) {
      named.add(italics.group(1));
    }
    var tests =
        Arrays.stream(ArchitectureTests.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(Method::getName)
            .filter(name -> !name.startsWith("theDocument"))
            .toList();
    assertThat(named).hasSameElementsAs(tests);
  }

  /** Each package a slice of its own, the root packages of the modules included. */
  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
