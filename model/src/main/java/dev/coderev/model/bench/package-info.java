/** How fast a model runs on this machine, and what part of the physical limit that is. */
@NullMarked
package dev.coderev.model.bench;

import org.jspecify.annotations.NullMarked;
