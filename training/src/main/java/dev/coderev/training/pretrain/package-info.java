/** Training of a model from the start: the roof over corpus, network and optimizer. */
@NullMarked
package dev.coderev.training.pretrain;

import org.jspecify.annotations.NullMarked;
