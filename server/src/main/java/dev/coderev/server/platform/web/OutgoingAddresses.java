package dev.coderev.server.platform.web;

import dev.coderev.server.platform.settings.ServerSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which hosts the server may call: none with a private address, unless an operator allowed it. */
@Component
public class OutgoingAddresses {
  private final Set<String> allowed;

  OutgoingAddresses(ServerSettings settings) {
    this.allowed = settings.analysis().privateHosts();
  }

  /** Why this host may not be called; empty if it may. */
  public Optional<String> objection(String host) {
    if (allowed.contains(host.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (isPrivate(address)) {
          return Optional.of("the host has a private address");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of("the host is unknown");
    }
  }

  static boolean isPrivate(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    boolean zero = bytes.length == 4 && bytes[0] == 0;
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || uniqueLocal
        || shared
        || zero;
  }
}
