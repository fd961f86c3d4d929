/** The OpenAI-compatible HTTP interface to a model in service. */
@NullMarked
package dev.coderev.model.serve;

import org.jspecify.annotations.NullMarked;
