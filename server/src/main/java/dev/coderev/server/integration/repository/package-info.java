/** Repositories of code hosts, as the users who are connected to the hosts see them. */
@NullMarked
package dev.coderev.server.integration.repository;

import org.jspecify.annotations.NullMarked;
