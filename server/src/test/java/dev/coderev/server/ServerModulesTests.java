package dev.coderev.server;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;
import org.springframework.stereotype.Repository;

/** The borders between the modules of the server, and their picture in the documentation. */
class ServerModulesTests {
  private static final ImportOption WITHOUT_TESTS = place -> !place.contains("/test-classes/");
  private static final ApplicationModules MODULES =
      ApplicationModules.of(CodeRevApplication.class, WITHOUT_TESTS);
  private static final JavaClasses CODE =
      new ClassFileImporter().withImportOption(WITHOUT_TESTS).importPackages("dev.coderev.server");

  @Test
  void modulesMeetOnlyThroughTheirFaces() {
    MODULES.verify();
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
  void onlyRepositoriesHoldSql() {
    noClasses()
        .that()
        .areNotAnnotatedWith(Repository.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .check(CODE);
  }

  /** Run with {@code -Dcoderev.rewrite=true} to write it anew. */
  @Test
  void thePictureShowsTheModulesAsTheyAre() throws IOException {
    Path document = Path.of("..", "docs", "server-modules.md");
    String picture = picture();
    if (Boolean.getBoolean("coderev.rewrite")) {
      Files.writeString(document, picture);
    }
    assertThat(document).content().isEqualTo(picture);
  }

  private static String picture() {
    String arrows =
        MODULES.stream()
            .sorted(java.util.Comparator.comparing(ServerModulesTests::name))
            .map(ServerModulesTests::arrows)
            .collect(Collectors.joining());
    return "# The modules of the server\n\nGenerated from the code by `ServerModulesTests`; every module may"
        + " use `platform`.\n\n```mermaid\ngraph TD\n"
        + arrows
        + "```\n";
  }

  private static String arrows(ApplicationModule module) {
    String name = name(module);
    String used =
        module
            .getDirectDependencies(MODULES, DependencyType.values())
            .uniqueModules()
            .map(ServerModulesTests::name)
            .filter(other -> !other.equals("platform"))
            .sorted()
            .map(other -> "  " + name + " --> " + other + "\n")
            .collect(Collectors.joining());
    return "  " + name + "\n" + used;
  }

  private static String name(ApplicationModule module) {
    return module.getIdentifier().toString();
  }

  /** Each package a slice of its own. */
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
