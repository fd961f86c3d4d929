package dev.coderev.server.platform.error;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param loc where: {@code body}, {@code query} or {@code path}, then names and indexes
 * @param msg what is wrong; never holds the value itself
 */
public record Fault(List<Object> loc, String msg, String type) {
  public Fault {
    loc = List.copyOf(loc);
  }

  public static Fault body(String field, String msg, String type) {
    List<Object> loc = new ArrayList<>();
    loc.add("body");
    loc.addAll(List.of(field.split("\\.")));
    return new Fault(loc, msg, type);
  }

  public static Fault query(String name, String msg, String type) {
    return new Fault(List.of("query", name), msg, type);
  }
}
