/** From weights to few bits: rounding, codebooks, and methods that know what the layer is given. */
@NullMarked
package dev.coderev.model.quantizer;

import org.jspecify.annotations.NullMarked;
