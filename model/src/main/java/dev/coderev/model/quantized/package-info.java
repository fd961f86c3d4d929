/**
 * Weights of few bits as values: codes, scales, zero points and codebooks, whatever file holds
 * them.
 */
@NullMarked
package dev.coderev.model.quantized;

import org.jspecify.annotations.NullMarked;
