/** What every module stands on: settings, database, access, errors, jobs, logs. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.coderev.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
