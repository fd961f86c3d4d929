/**
 * How each language is lowered, one class per language.
 *
 * <p>To add a language: depend on its grammar's jar, write {@code XConstructs} here, a table from
 * the grammar's node types to shapes with a method for each construct that a table cannot express,
 * add a line to {@code Grammars}, and put a source and its expected outline beside the other golden
 * files of the tests.
 */
@NullMarked
package dev.coderev.analysis.parse.treesitter.language;

import org.jspecify.annotations.NullMarked;
