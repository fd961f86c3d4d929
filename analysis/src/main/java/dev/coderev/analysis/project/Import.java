package dev.coderev.analysis.project;

/**
 * A name that a file takes from another, or hands on from it.
 *
 * @param local the name in this file, empty where all names of the module come in
 * @param module as written, for example {@code ./lib/db}, {@code ..models} or {@code com.acme.Db}
 * @param element the name there; empty for the module itself, {@code *} for all names, {@code
 *     default} for what the module exports by default
 */
public record Import(String local, String module, String element) {}
