/**
 * The arithmetic of a transformer: weight matrices as they lie in memory, and the kernels that read
 * them.
 */
@NullMarked
package dev.coderev.model.kernel;

import org.jspecify.annotations.NullMarked;
