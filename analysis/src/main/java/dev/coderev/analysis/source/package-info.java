/** The text under review: languages, files and places in them. */
@NullMarked
package dev.coderev.analysis.source;

import org.jspecify.annotations.NullMarked;
