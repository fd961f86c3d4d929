import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class Shipping {
  private static final Logger log = LoggerFactory.getLogger(Shipping.class);

  void ship(long id, String city) {
    // ruleid: java.performance.log-message-built-early
    log.debug("shipping " + id);
    // ruleid: java.performance.log-message-built-early
    log.info(String.format("order %d to %s", id, city));
    // ruleid: java.performance.log-message-built-early
    log.info("order " + id + " to " + city);
    // ok: java.performance.log-message-built-early
    log.info("order {} to {}", id, city);
    // ok: java.performance.log-message-built-early
    log.info("started");
    // ok: java.performance.log-message-built-early
    log.info("a long text " + "in two parts");
    // ok: java.performance.log-message-built-early
    log.error("failed for " + id);
  }
}
