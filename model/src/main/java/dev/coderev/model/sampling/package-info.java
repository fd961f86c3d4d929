/** Logits in, one token out. */
@NullMarked
package dev.coderev.model.sampling;

import org.jspecify.annotations.NullMarked;
