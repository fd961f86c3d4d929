package dev.coderev.model.serve;

/**
 * A model that was opened to be served.
 *
 * @param owner frees all that was opened for it
 */
public record OpenedModel(Served served, AutoCloseable owner) {}
