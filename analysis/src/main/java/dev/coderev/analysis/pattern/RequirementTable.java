package dev.coderev.analysis.pattern;

import dev.coderev.analysis.pack.PackInput;
import dev.coderev.analysis.pack.PackOutput;
import dev.coderev.analysis.pack.PackTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requirements of many rules in the binary form of a pack: each once, and parts shared. */
public final class RequirementTable {
  private static final int LITERAL = 0;
  private static final int ALL_OF = 1;

  private RequirementTable() {}

  /** A table that is being written. */
  public static final class Writer {
    private final Map<Requirement, Integer> ids = new HashMap<>();
    private final List<byte[]> rows = new ArrayList<>();
    private final PackTexts texts;

    public Writer(PackTexts texts) {
      this.texts = texts;
    }

    /** The number of a requirement; those of its parts are smaller. */
    public int idOf(Requirement requirement) {
      Integer known = ids.get(requirement);
      if (known == null) {
        rows.add(row(requirement));
        known = rows.size() - 1;
        ids.put(requirement, known);
      }
      return known;
    }

    private byte[] row(Requirement requirement) {
      PackOutput row = new PackOutput(texts);
      switch (requirement) {
        case Requirement.Literal(String text, boolean word, boolean ignoreCase) -> {
          row.number(LITERAL);
          row.text(text);
          row.flag(word);
          row.flag(ignoreCase);
        }
        case Requirement.AllOf(List<Requirement> operands) -> {
          row.number(ALL_OF);
          row.list(operands.stream().map(this::idOf).toList(), row::number);
        }
        case Requirement.AnyOf(List<Requirement> operands) -> {
          row.number(ALL_OF + 1);
          row.list(operands.stream().map(this::idOf).toList(), row::number);
        }
      }
      return row.bytes();
    }

    /** The whole table: how many rows, the offset of each from here on, and the rows. */
    public void writeTo(PackOutput out) {
      out.fixed(rows.size());
      int offset = 4 * rows.size();
      for (byte[] row : rows) {
        out.fixed(offset);
        offset += row.length;
      }
      rows.forEach(out::raw);
    }
  }

  /** A table in a pack. Safe to share. */
  public static final class Reader {
    private final PackInput pack;
    private final int start;
    private final Requirement[] read;

    /**
     * @param start where the table stands
     */
    public Reader(PackInput pack, int start) {
      this.pack = pack;
      this.start = start + 4;
      this.read = new Requirement[pack.at(start).fixed()];
    }

    /** The requirement of this number; two threads may make the same, and either will do. */
    public Requirement requirement(int id) {
      Requirement known = read[id];
      if (known == null) {
        known = row(pack.at(start + pack.at(start + 4 * id).fixed()));
        read[id] = known;
      }
      return known;
    }

    private Requirement row(PackInput in) {
      return switch (in.number()) {
        case LITERAL -> new Requirement.Literal(in.text(), in.flag(), in.flag());
        case ALL_OF -> new Requirement.AllOf(in.list(part -> requirement(part.number())));
        default -> new Requirement.AnyOf(in.list(part -> requirement(part.number())));
      };
    }
  }
}
