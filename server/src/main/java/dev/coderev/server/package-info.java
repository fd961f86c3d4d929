/** The server: one package per business module, each with its public face at the root. */
@NullMarked
package dev.coderev.server;

import org.jspecify.annotations.NullMarked;
