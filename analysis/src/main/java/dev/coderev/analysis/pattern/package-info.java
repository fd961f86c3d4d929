/** Code patterns with holes: how rule text becomes a pattern and where a pattern matches. */
@NullMarked
package dev.coderev.analysis.pattern;

import org.jspecify.annotations.NullMarked;
