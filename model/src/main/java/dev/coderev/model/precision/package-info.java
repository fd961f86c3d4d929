/** Floats made into stored elements: rounding, block quantization, and what was lost on the way. */
@NullMarked
package dev.coderev.model.precision;

import org.jspecify.annotations.NullMarked;
