/** Forward and backward passes of a transformer, written out instead of recorded. */
@NullMarked
package dev.coderev.training.fused;

import org.jspecify.annotations.NullMarked;
