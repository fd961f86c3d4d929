package dev.coderev.benchmarks;

import java.util.Map;

/**
 * What a program measured.
 *
 * @param json for programs, see {@link JsonValue}
 * @param table for people
 */
record Outcome(Map<String, Object> json, TextTable table) {}
