package dev.coderev.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The composition of all modules of the server. */
@Modulithic(systemName = "CodeRev", sharedModules = "platform")
@SpringBootApplication
@EnableAsync
@EnableScheduling
public class CodeRevApplication {}
