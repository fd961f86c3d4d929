/** How a model comes to be, and how it becomes smaller: what all parts of training share. */
@NullMarked
package dev.coderev.training;

import org.jspecify.annotations.NullMarked;
