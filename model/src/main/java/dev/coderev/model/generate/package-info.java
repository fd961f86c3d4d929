/** Text generation: a prompt in, tokens and text out, one text or many at once. */
@NullMarked
package dev.coderev.model.generate;

import org.jspecify.annotations.NullMarked;
