/** A compact binary form: numbers, flags and shared texts, written in order and read at random. */
@NullMarked
package dev.coderev.analysis.pack;

import org.jspecify.annotations.NullMarked;
