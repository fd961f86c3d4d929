/** From text to the one tree, whatever the language and however broken the text. */
@NullMarked
package dev.coderev.analysis.parse;

import org.jspecify.annotations.NullMarked;
