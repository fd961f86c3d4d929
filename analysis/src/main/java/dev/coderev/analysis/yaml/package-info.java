/** YAML with places: documents that people write, read without trusting them. */
@NullMarked
package dev.coderev.analysis.yaml;

import org.jspecify.annotations.NullMarked;
