/** libtorch as this library uses it: where it computes, and how numbers come and go. */
@NullMarked
package dev.coderev.training.torch;

import org.jspecify.annotations.NullMarked;
