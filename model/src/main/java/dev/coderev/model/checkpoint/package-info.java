/**
 * A checkpoint as one thing to open: configuration and named tensors, whichever format holds them.
 */
@NullMarked
package dev.coderev.model.checkpoint;

import org.jspecify.annotations.NullMarked;
