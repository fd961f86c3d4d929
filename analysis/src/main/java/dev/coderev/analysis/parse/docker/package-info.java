/** The parser of Dockerfiles. */
@NullMarked
package dev.coderev.analysis.parse.docker;

import org.jspecify.annotations.NullMarked;
