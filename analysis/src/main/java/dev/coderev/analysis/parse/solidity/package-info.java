/** The parser of Solidity. */
@NullMarked
package dev.coderev.analysis.parse.solidity;

import org.jspecify.annotations.NullMarked;
