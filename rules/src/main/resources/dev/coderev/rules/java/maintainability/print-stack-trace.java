import java.util.logging.Level;
import java.util.logging.Logger;

class Importer {
  private static final Logger log = Logger.getLogger("importer");

  void run(Runnable job) {
    try {
      job.run();
    } catch (IllegalStateException e) {
      // ruleid: java.maintainability.print-stack-trace
      e.printStackTrace();
    }
    try {
      job.run();
    } catch (IllegalStateException e) {
      // ok: java.maintainability.print-stack-trace
      log.log(Level.WARNING, "import failed", e);
    }
  }

  void print(Report report) {
    // ok: java.maintainability.print-stack-trace
    report.printStackTrace();
  }
}

interface Report {
  void printStackTrace();
}
