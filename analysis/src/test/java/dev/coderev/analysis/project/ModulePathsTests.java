package dev.coderev.analysis.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulePathsTests {
  private static final Parsers PARSERS = new Parsers();

  private static List<String> found(Language language, String module, String from, String... all) {
    List<FileDeclarations> files = new ArrayList<>();
    for (String path : all) {
      files.add(
          DeclarationReader.read(
              files.size(), PARSERS.parse(new SourceFile(path, language, "x = 1\n"))));
    }
    FileDeclarations start =
        files.stream().filter(file -> file.path().equals(from)).findFirst().orElseThrow();
    return new ModulePaths(files).find(start, module).stream().map(FileDeclarations::path).toList();
  }

  @Test
  void pythonModulesAreFoundFromTheRootBesideAndAbove() {
    String[] all = {"app/a.py", "app/b.py", "app/sub/c.py", "app/sub/__init__.py", "lib/b.py"};
    assertThat(found(Language.PYTHON, "app.b", "lib/b.py", all)).containsExactly("app/b.py");
    assertThat(found(Language.PYTHON, ".b", "app/a.py", all)).containsExactly("app/b.py");
    assertThat(found(Language.PYTHON, "..b", "app/sub/c.py", all)).containsExactly("app/b.py");
    assertThat(found(Language.PYTHON, ".sub", "app/a.py", all))
        .containsExactly("app/sub/__init__.py");
    assertThat(found(Language.PYTHON, "b", "app/a.py", all)).containsExactly("app/b.py");
    assertThat(found(Language.PYTHON, "os.path", "app/a.py", all)).isEmpty();
  }

  @Test
  void ofSeveralPythonModulesTheNearestIsMeant() {
    assertThat(
            found(
                Language.PYTHON,
                "core.db",
                "one/web/view.py",
                "one/web/view.py",
                "one/core/db.py",
                "two/core/db.py"))
        .containsExactly("one/core/db.py");
  }

  @Test
  void scriptsAreFoundWithAndWithoutTheirEndings() {
    String[] all = {"src/a.js", "src/lib/b.ts", "src/lib/index.tsx", "src/c.mjs"};
    assertThat(found(Language.TYPESCRIPT, "./lib/b", "src/a.js", all))
        .containsExactly("src/lib/b.ts");
    assertThat(found(Language.TYPESCRIPT, "./lib/b.js", "src/a.js", all))
        .containsExactly("src/lib/b.ts");
    assertThat(found(Language.TYPESCRIPT, "./lib", "src/a.js", all))
        .containsExactly("src/lib/index.tsx");
    assertThat(found(Language.TYPESCRIPT, "../c.mjs", "src/lib/b.ts", all))
        .containsExactly("src/c.mjs");
    assertThat(found(Language.TYPESCRIPT, "@/lib/b", "src/a.js", all))
        .containsExactly("src/lib/b.ts");
    assertThat(found(Language.TYPESCRIPT, "express", "src/a.js", all)).isEmpty();
  }

  @Test
  void goPackagesAreFoldersByTheEndOfTheirPath() {
    String[] all = {
      "main.go", "internal/db/a.go", "internal/db/b.go", "internal/db/a_test.go", "net/x.go"
    };
    assertThat(found(Language.GO, "example.com/app/internal/db", "main.go", all))
        .containsExactly("internal/db/a.go", "internal/db/b.go");
    assertThat(found(Language.GO, "net/x", "main.go", all)).isEmpty();
    assertThat(found(Language.GO, "fmt", "main.go", all)).isEmpty();
  }
}
