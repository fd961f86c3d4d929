package dev.coderev.analysis.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A reader of one YAML document that nobody vouches for: size, depth and what aliases unfold to are
 * limited, tags are refused, keys are text and may not repeat.
 */
public final class YamlReader {
  private static final int MOST_CHARACTERS = 8_000_000;
  private static final int MOST_NODES = 1_000_000;
  private static final int DEEPEST = 100;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setUseMarks(true)
          .setCodePointLimit(MOST_CHARACTERS)
          .setMaxAliasesForCollections(1000)
          .build();

  private final String file;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private Event event;

  /** What an anchor names, how many nodes that unfolds to, and how deep it is. */
  private record Anchored(YamlNode node, Weight weight) {}

  private record Weight(long nodes, int depth) {
    static final Weight LEAF = new Weight(1, 1);

    Weight with(Weight child) {
      return new Weight(nodes + child.nodes, Math.max(depth, child.depth + 1));
    }
  }

  private YamlReader(String file, String text) {
    this.file = file;
    this.events = new Parse(SETTINGS).parseString(text).iterator();
    this.event = events.next();
  }

  /**
   * The document in {@code text}; empty if there is none.
   *
   * @param file how messages name the text
   * @throws YamlUnreadable if it is no single sound YAML document within the limits
   */
  public static Optional<YamlNode> read(String file, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw new YamlUnreadable(
          new YamlPlace(file, 1, 1), "the file is larger than " + MOST_CHARACTERS + " characters");
    }
    try {
      return new YamlReader(file, text).document();
    } catch (MarkedYamlEngineException e) {
      YamlPlace place =
          e.getProblemMark()
              .or(e::getContextMark)
              .map(mark -> placeOf(file, mark))
              .orElse(new YamlPlace(file, 1, 1));
      throw new YamlUnreadable(place, "not valid YAML: " + oneLine(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new YamlUnreadable(
          new YamlPlace(file, 1, 1), "not valid YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
  }

  private Optional<YamlNode> document() {
    next(); // the start of the stream
    if (event.getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    next(); // the start of the document
    Anchored root = node(1);
    next(); // the end of the document
    if (event.getEventId() != Event.ID.StreamEnd) {
      throw unreadable(event, "only one YAML document may stand in a file");
    }
    return Optional.of(root.node());
  }

  private void next() {
    event = events.next();
  }

  private Anchored node(int depth) {
    if (depth > DEEPEST) {
      throw unreadable(event, "nested more than " + DEEPEST + " levels deep");
    }
    if (event instanceof AliasEvent alias) {
      Anchored known = anchors.get(alias.getAlias());
      if (known == null) {
        throw unreadable(event, "no anchor '" + alias.getAlias() + "' before this alias");
      }
      next();
      return known;
    }
    Optional<Anchor> anchor =
        event instanceof NodeEvent anchored ? anchored.getAnchor() : Optional.empty();
    anchor.ifPresent(anchors::remove);
    Anchored read =
        switch (event) {
          case ScalarEvent scalar -> new Anchored(scalar(scalar), Weight.LEAF);
          case SequenceStartEvent start -> sequence(start, depth);
          case MappingStartEvent start -> mapping(start, depth);
          default -> throw unreadable(event, "unexpected " + event.getEventId());
        };
    anchor.ifPresent(name -> anchors.put(name, read));
    return read;
  }

  private YamlNode.Scalar scalar(ScalarEvent scalar) {
    if (scalar.getTag().isPresent()) {
      throw unreadable(scalar, "tags such as '" + scalar.getTag().get() + "' are not allowed");
    }
    YamlPlace place = placeOf(scalar);
    next();
    return new YamlNode.Scalar(
        scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, place);
  }

  private Anchored sequence(SequenceStartEvent start, int depth) {
    if (start.getTag().isPresent()) {
      throw unreadable(start, "tags such as '" + start.getTag().get() + "' are not allowed");
    }
    next();
    List<YamlNode> items = new ArrayList<>();
    Weight weight = Weight.LEAF;
    while (event.getEventId() != Event.ID.SequenceEnd) {
      Event at = event;
      Anchored item = node(depth + 1);
      weight = checked(at, weight.with(item.weight()));
      items.add(item.node());
    }
    next();
    return new Anchored(new YamlNode.Sequence(items, placeOf(start)), weight);
  }

  private Anchored mapping(MappingStartEvent start, int depth) {
    if (start.getTag().isPresent()) {
      throw unreadable(start, "tags such as '" + start.getTag().get() + "' are not allowed");
    }
    next();
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Weight weight = Weight.LEAF;
    while (event.getEventId() != Event.ID.MappingEnd) {
      Event at = event;
      if (!(node(depth + 1).node() instanceof YamlNode.Scalar key)) {
        throw unreadable(at, "a key must be text");
      }
      if (!keys.add(key.text())) {
        throw unreadable(at, "the key '" + key.text() + "' stands here twice");
      }
      Anchored value = node(depth + 1);
      weight = checked(at, weight.with(value.weight()));
      entries.add(new YamlNode.Entry(key, value.node()));
    }
    next();
    return new Anchored(new YamlNode.Mapping(entries, placeOf(start)), weight);
  }

  private Weight checked(Event at, Weight weight) {
    if (weight.nodes() > MOST_NODES) {
      throw unreadable(at, "aliases unfold to more than " + MOST_NODES + " values");
    }
    if (weight.depth() > DEEPEST) {
      throw unreadable(at, "nested more than " + DEEPEST + " levels deep");
    }
    return weight;
  }

  private YamlUnreadable unreadable(Event at, String reason) {
    return new YamlUnreadable(placeOf(at), reason);
  }

  private YamlPlace placeOf(Event at) {
    return at.getStartMark().map(mark -> placeOf(file, mark)).orElse(new YamlPlace(file, 1, 1));
  }

  private static YamlPlace placeOf(String file, Mark mark) {
    return new YamlPlace(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
