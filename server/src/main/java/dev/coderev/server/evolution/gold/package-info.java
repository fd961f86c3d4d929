/** Cases whose answers are known, and how versions do on them. */
@NullMarked
package dev.coderev.server.evolution.gold;

import org.jspecify.annotations.NullMarked;
