/**
 * The words for numbers on disk and in memory: element types, shapes, tensors and their exact
 * conversion to floats.
 */
@NullMarked
package dev.coderev.model.tensor;

import org.jspecify.annotations.NullMarked;
