package dev.coderev.server.platform.database;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What rows must fulfil to be asked for: conditions of SQL that all hold, and their parameters. */
public final class Conditions {
  private final StringBuilder where = new StringBuilder(" where true");
  private final Map<String, Object> params = new HashMap<>();

  public Conditions and(String condition) {
    where.append(" and ").append(condition);
    return this;
  }

  /**
   * Adds a condition with one parameter.
   *
   * @param condition names the parameter: {@code "status = :status"}
   */
  public Conditions and(String condition, String name, Object value) {
    params.put(name, value);
    return and(condition);
  }

  /** Adds a condition if there is a value for its parameter. */
  public Conditions and(String condition, String name, Optional<?> value) {
    value.ifPresent(given -> and(condition, name, given));
    return this;
  }

  /** A parameter that a condition names beside its first one. */
  public Conditions param(String name, Object value) {
    params.put(name, value);
    return this;
  }

  /** The clause, with a space before it. */
  public String where() {
    return where.toString();
  }

  public Map<String, Object> params() {
    return Map.copyOf(params);
  }
}
