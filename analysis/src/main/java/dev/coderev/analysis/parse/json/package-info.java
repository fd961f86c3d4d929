/** The parser of JSON files. */
@NullMarked
package dev.coderev.analysis.parse.json;

import org.jspecify.annotations.NullMarked;
