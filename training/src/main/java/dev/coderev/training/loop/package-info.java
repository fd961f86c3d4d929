/** A training run, whatever it teaches: its folder, its states, its figures, and its failures. */
@NullMarked
package dev.coderev.training.loop;

import org.jspecify.annotations.NullMarked;
