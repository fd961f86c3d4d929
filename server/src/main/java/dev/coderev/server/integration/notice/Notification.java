package dev.coderev.server.integration.notice;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A message that waits in the queue; which kind it is, its fields tell. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Letter.class), @JsonSubTypes.Type(ChatMessage.class)})
sealed interface Notification permits Letter, ChatMessage {}
