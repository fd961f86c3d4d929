/** The parser of YAML files, on the events of the YAML reader. */
@NullMarked
package dev.coderev.analysis.parse.yaml;

import org.jspecify.annotations.NullMarked;
