/** The safetensors format: files and sharded sets, read by mapping and written by streaming. */
@NullMarked
package dev.coderev.model.safetensors;

import org.jspecify.annotations.NullMarked;
