package dev.coderev.analysis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coderev.analysis.parse.dispatch.Parsers;
import dev.coderev.analysis.rule.ModelLibrary;
import dev.coderev.analysis.rule.RuleReader;
import dev.coderev.analysis.rule.RuleText;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyConstantsTests {
  private static final String RULE =
      """
      rules:
        - id: weak
          message: m
          severity: LOW
          languages: [java]
          patterns:
            - pattern: use("$NAME")
            - metavariable-regex: {metavariable: $NAME, regex: ^weak$}
      """;

  private static final String CODE =
      """
      class A {
        void load() throws Exception {
          java.util.Properties p = new java.util.Properties();
          p.load(getClass().getResourceAsStream("/conf/app.properties"));
          String bad = p.getProperty("bad", "strong");
          use(bad); // 1
          use(p.getProperty("bad")); // 2
          use(p.getProperty("good", "weak"));
          use(p.getProperty("none", "weak")); // 3
          use(p.getProperty("none", "strong"));
          use(System.getProperty("bad"));
        }
        void stream() throws Exception {
          java.util.Properties p = new java.util.Properties();
          InputStream in = A.class.getResourceAsStream("app.properties");
          p.load(in);
          use(p.getProperty("bad")); // 4
        }
        void either(boolean b) throws Exception {
          java.util.Properties p = new java.util.Properties();
          p.load(open("app.properties"));
          p.load(open("other.properties"));
          use(p.getProperty("bad"));
        }
        void bundle() {
          ResourceBundle texts = ResourceBundle.getBundle("conf.app");
          use(texts.getString("bad")); // 5
          use(texts.getString("good"));
        }
      }
      """;

  @Test
  void lookUpsHaveTheValuesOfTheirFiles() {
    List<SourceUnit> data =
        List.of(unit("res/conf/app.properties", Language.TEXT, "bad=weak\ngood=strong\n"));
    assertThat(lines(data)).containsExactly(6, 7, 9, 17, 27);
  }

  @Test
  void nothingIsKnownWithoutTheFiles() {
    assertThat(lines(List.of())).isEmpty();
  }

  private static List<Integer> lines(List<SourceUnit> data) {
    Parsers parsers = new Parsers();
    RuleSetCompiler rules =
        new RuleSetCompiler(
            new RuleReader(ModelLibrary.EMPTY)
                .read(List.of(new RuleText("r.yaml", RULE)))
                .orThrow(),
            parsers);
    return new Analyzer(rules, parsers, AnalysisLimits.DEFAULT, 1)
            .analyse(
                List.of(unit("A.java", Language.JAVA, CODE)),
                new ProjectContext(List.of(), data),
                ProgressListener.NONE)
            .findings()
            .stream()
            .map(finding -> finding.place().start().line())
            .toList();
  }

  private static SourceUnit unit(String path, Language language, String text) {
    return new SourceUnit() {
      @Override
      public String path() {
        return path;
      }

      @Override
      public long expectedBytes() {
        return text.length();
      }

      @Override
      public Reading read() {
        return new Reading.Read(new SourceFile(path, language, text), "");
      }
    };
  }
}
