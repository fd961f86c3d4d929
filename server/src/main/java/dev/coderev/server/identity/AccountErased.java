package dev.coderev.server.identity;

/** The personal data of an account is erased; heard in the transaction that does it. */
public record AccountErased(String userId) {}
