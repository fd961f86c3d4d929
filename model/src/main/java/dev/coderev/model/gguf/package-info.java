/**
 * The GGUF format, versions 2 and 3: typed keys and tensors in one file, read by mapping and
 * written by streaming.
 */
@NullMarked
package dev.coderev.model.gguf;

import org.jspecify.annotations.NullMarked;
