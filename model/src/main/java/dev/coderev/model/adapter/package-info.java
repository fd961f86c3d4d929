/**
 * Low-rank adapters (LoRA) in the form of the PEFT library: read, written, checked against their
 * base.
 */
@NullMarked
package dev.coderev.model.adapter;

import org.jspecify.annotations.NullMarked;
