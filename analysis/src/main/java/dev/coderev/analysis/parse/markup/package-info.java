/** The parser of HTML and XML files. */
@NullMarked
package dev.coderev.analysis.parse.markup;

import org.jspecify.annotations.NullMarked;
