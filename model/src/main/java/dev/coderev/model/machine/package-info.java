/** Machine code that is assembled while the program runs: instructions, and memory to run them. */
@NullMarked
package dev.coderev.model.machine;

import org.jspecify.annotations.NullMarked;
