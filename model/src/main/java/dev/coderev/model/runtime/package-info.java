/** A checkpoint as something that runs: weights, cache, threads and kernels under one owner. */
@NullMarked
package dev.coderev.model.runtime;

import org.jspecify.annotations.NullMarked;
