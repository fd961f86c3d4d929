package dev.coderev.server.evolution.event;

import dev.coderev.server.platform.access.Access;
import dev.coderev.server.platform.access.Scope;
import dev.coderev.server.platform.access.Who;
import dev.coderev.server.platform.error.Fault;
import dev.coderev.server.platform.error.Problem;
import dev.coderev.server.platform.web.Page;
import dev.coderev.server.platform.web.Paging;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to versions, the newest first. */
@RestController
class EventController {
  private final EvolutionEvents events;

  EventController(EvolutionEvents events) {
    this.events = events;
  }

  @GetMapping("/api/three-version/events")
  @Access(value = Who.ADMIN, scope = Scope.ADMIN)
  Page<EvolutionEvents.Kept> events(
      @RequestParam Optional<String> type,
      @RequestParam Optional<String> version,
      @RequestParam Optional<OffsetDateTime> from,
      @RequestParam Optional<OffsetDateTime> to,
      Paging paging) {
    if (type.filter(wanted -> !EventType.IDS.contains(wanted)).isPresent()) {
      throw Problem.invalid(Fault.query("type", "is not a type of events", "invalid_choice"));
    }
    return events.list(
        new EvolutionEvents.Filter(
            type, version, from.map(OffsetDateTime::toInstant), to.map(OffsetDateTime::toInstant)),
        paging);
  }
}
