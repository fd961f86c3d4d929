/** How fast training is, and where its time goes. */
@NullMarked
package dev.coderev.training.speed;

import org.jspecify.annotations.NullMarked;
