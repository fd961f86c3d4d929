import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

class Reminders {
  // ruleid: java.maintainability.field-injection
  @Autowired
  private Clock clock;

  private final Mailer mailer;

  // ok: java.maintainability.field-injection
  @Autowired
  Reminders(Mailer mailer) {
    this.mailer = mailer;
  }
}

interface Mailer {}
