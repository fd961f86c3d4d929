/** Those outside who are told at once that something is wrong. */
@NullMarked
package dev.coderev.server.integration.alert;

import org.jspecify.annotations.NullMarked;
