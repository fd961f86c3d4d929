/**
 * What a decoder-only language model looks like: sizes, norms, rotary positions, special tokens.
 */
@NullMarked
package dev.coderev.model.config;

import org.jspecify.annotations.NullMarked;
