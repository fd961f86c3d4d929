/** The texts that a model learns from: found, filtered, and set apart for tests. */
@NullMarked
package dev.coderev.training.corpus;

import org.jspecify.annotations.NullMarked;
