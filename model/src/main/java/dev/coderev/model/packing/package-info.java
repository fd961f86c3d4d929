/**
 * How directories of other tools lay out quantized weights: as parts with names, read and written.
 */
@NullMarked
package dev.coderev.model.packing;

import org.jspecify.annotations.NullMarked;
