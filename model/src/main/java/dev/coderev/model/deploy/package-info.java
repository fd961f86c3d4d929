/** A model in service: its life from start to stop, and many requests answered together. */
@NullMarked
package dev.coderev.model.deploy;

import org.jspecify.annotations.NullMarked;
