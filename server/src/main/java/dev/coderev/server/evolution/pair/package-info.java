/** Answers of two versions to the same input. */
@NullMarked
package dev.coderev.server.evolution.pair;

import org.jspecify.annotations.NullMarked;
