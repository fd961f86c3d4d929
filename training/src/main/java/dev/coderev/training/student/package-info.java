/** Smaller models made of larger ones: which parts stay, and what they weigh afterwards. */
@NullMarked
package dev.coderev.training.student;

import org.jspecify.annotations.NullMarked;
