/** What names, types and constants in one file mean, as far as the file itself tells. */
@NullMarked
package dev.coderev.analysis.resolve;

import org.jspecify.annotations.NullMarked;
