package dev.coderev.analysis.parse.yaml;

import dev.coderev.analysis.parse.SourceParser;
import dev.coderev.analysis.parse.descent.Draft;
import dev.coderev.analysis.source.SourceFile;
import dev.coderev.analysis.source.TextRange;
import dev.coderev.analysis.tree.ParseNote;
import dev.coderev.analysis.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A parser of YAML: documents of MAP, LIST and scalars, where plain scalars become what YAML 1.1
 * takes them for ({@code on} is true).
 *
 * <p>What comes before a syntax error is kept, with a note.
 */
public final class YamlParser implements SourceParser {
  @Override
  public SyntaxTree parse(SourceFile file) {
    String text = file.text();
    int skipped = text.startsWith("\uFEFF") ? 1 : 0;
    Offsets offsets = new Offsets(text, skipped);
    List<ParseNote> notes = new ArrayList<>();
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    YamlDrafts drafts = new YamlDrafts(text, offsets);
    try {
      for (Event event : new Parse(settings).parseString(text.substring(skipped))) {
        drafts.accept(event);
      }
    } catch (MarkedYamlEngineException e) {
      int at = e.getProblemMark().map(Mark::getIndex).map(offsets::at).orElse(text.length());
      notes.add(new ParseNote(new TextRange(at, at), "This is no YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      notes.add(new ParseNote(new TextRange(0, 0), "This is no YAML: " + e.getMessage()));
    }
    Draft root = drafts.finish();
    return root.tree(file, YamlComments.in(text, drafts.scalars()), notes);
  }
}
