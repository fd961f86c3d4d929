/** Grammars over bytes that keep a model's answer in a form, for example that of a JSON schema. */
@NullMarked
package dev.coderev.model.grammar;

import org.jspecify.annotations.NullMarked;
