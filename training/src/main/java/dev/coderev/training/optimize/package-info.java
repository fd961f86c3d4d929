/** How gradients move weights, and how fast. */
@NullMarked
package dev.coderev.training.optimize;

import org.jspecify.annotations.NullMarked;
