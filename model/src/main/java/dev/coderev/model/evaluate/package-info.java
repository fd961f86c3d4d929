/** What a checkpoint loses against another: size, perplexity, divergence, with intervals. */
@NullMarked
package dev.coderev.model.evaluate;

import org.jspecify.annotations.NullMarked;
