/** The transformer: weights and token ids in, logits out. */
@NullMarked
package dev.coderev.model.transformer;

import org.jspecify.annotations.NullMarked;
