/** The model library: a checkpoint goes in, tokens and text come out. */
@NullMarked
package dev.coderev.model;

import org.jspecify.annotations.NullMarked;
