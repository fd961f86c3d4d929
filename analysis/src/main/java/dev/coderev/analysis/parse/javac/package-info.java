/** Java through javac's own tree API. */
@NullMarked
package dev.coderev.analysis.parse.javac;

import org.jspecify.annotations.NullMarked;
