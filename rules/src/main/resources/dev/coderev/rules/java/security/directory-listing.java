import io.vertx.ext.web.handler.StaticHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;

class StaticFiles {
  void handlers(ResourceHandler handler, boolean listed) {
    // ruleid: java.security.directory-listing
    handler.setDirAllowed(true);
    // ruleid: java.security.directory-listing
    StaticHandler.create("web").setDirectoryListing(true);
    // ok: java.security.directory-listing
    handler.setDirAllowed(false);
    // ok: java.security.directory-listing
    StaticHandler.create("web");
    // ok: java.security.directory-listing
    handler.setDirAllowed(listed);
  }
}
