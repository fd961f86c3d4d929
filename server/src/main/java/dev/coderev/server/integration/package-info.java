/** Code hosts: what they tell us of changes, and what we tell them of reviews. */
@NullMarked
package dev.coderev.server.integration;

import org.jspecify.annotations.NullMarked;
