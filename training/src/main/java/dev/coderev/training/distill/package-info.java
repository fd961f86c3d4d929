/** Distillation: a student that learns what its teacher would say. */
@NullMarked
package dev.coderev.training.distill;

import org.jspecify.annotations.NullMarked;
