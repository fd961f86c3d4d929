package dev.coderev.server.integration.notice;

import dev.coderev.server.identity.NoticePreferences.Notice;

/** A mail that a user is to get, as the queue keeps it. */
record Letter(String userId, Notice notice, String subject, String text) implements Notification {}
