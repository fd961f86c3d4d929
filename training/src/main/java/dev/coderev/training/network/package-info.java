/** The transformer of module {@code model} once more, with gradients. */
@NullMarked
package dev.coderev.training.network;

import org.jspecify.annotations.NullMarked;
