package dev.coderev.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableAsync;

/** The composition of all modules of the server. */
@Modulithic(systemName = "CodeRev", sharedModules = "platform")
@SpringBootApplication
@EnableAsync
public class CodeRevApplication {}
