/** Tokens of a corpus on disk, and the batches that training takes from them. */
@NullMarked
package dev.coderev.training.data;

import org.jspecify.annotations.NullMarked;
