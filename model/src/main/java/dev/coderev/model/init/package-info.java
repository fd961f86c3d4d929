/**
 * Checkpoints of named shapes with random weights and a tokenizer of their own, for tests and
 * measurements.
 */
@NullMarked
package dev.coderev.model.init;

import org.jspecify.annotations.NullMarked;
