package dev.coderev.analysis.parse.dispatch;

import dev.coderev.analysis.parse.ParseFailure;
import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.docker.DockerParser;
import dev.coderev.analysis.parse.hcl.HclParser;
import dev.coderev.analysis.parse.javac.JavacParser;
import dev.coderev.analysis.parse.json.JsonParser;
import dev.coderev.analysis.parse.markup.MarkupParser;
import dev.coderev.analysis.parse.solidity.SolidityParser;
import dev.coderev.analysis.parse.treesitter.TreeSitterParser;
import dev.coderev.analysis.parse.yaml.YamlParser;
import dev.coderev.analysis.source.Language;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.tree.SyntaxTree;

/** The parser of every language: through javac, through tree-sitter, or by hand. */
public final class Parsers implements SourceParser {
  private final SourceParser java;
  private final SourceParser others;
  private final SourceParser hcl = new HclParser();
  private final SourceParser docker = new DockerParser();
  private final SourceParser solidity = new SolidityParser();
  private final SourceParser markup = new MarkupParser();
  private final SourceParser json = new JsonParser();
  private final SourceParser yaml = new YamlParser();

  public Parsers() {
    this(new JavacParser(), new TreeSitterParser());
  }

  Parsers(SourceParser java, SourceParser others) {
    this.java = java;
    this.others = others;
  }

  @Override
  public SyntaxTree parse(SourceFile file) {
    Language language = file.language();
    if (!language.isParsed()) {
      throw new ParseFailure("Files in the language " + language.id() + " are not parsed");
    }
    return of(language).parse(file);
  }

  private SourceParser of(Language language) {
    return switch (language) {
      case JAVA -> java;
      case HCL -> hcl;
      case DOCKERFILE -> docker;
      case SOLIDITY -> solidity;
      case HTML, XML -> markup;
      case YAML -> yaml;
      case JSON -> json;
      default -> others;
    };
  }
}
