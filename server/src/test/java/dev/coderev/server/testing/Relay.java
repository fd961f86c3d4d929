package dev.coderev.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a service on this machine that can be cut, or fall silent without being cut. */
public final class Relay implements AutoCloseable {
  /** What the line does with what is sent. */
  public enum Line {
    OPEN,
    SILENT,
    CUT
  }

  private static final long LOOK_AGAIN = 20_000_000;

  private final ServerSocket door;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Line line = Line.OPEN;

  private Relay(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  public static Relay to(int target) {
    try {
      Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
      Thread.ofVirtual().start(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  public synchronized void set(Line wanted) {
    line = wanted;
    if (wanted == Line.CUT) {
      sockets.forEach(Relay::end);
      sockets.clear();
    }
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        join(door.accept());
      } catch (IOException _) {
        // the door is closed, or nobody is behind it
      }
    }
  }

  private synchronized void join(Socket from) throws IOException {
    if (line == Line.CUT) {
      end(from);
      return;
    }
    Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(from);
    sockets.add(to);
    Thread.ofVirtual().start(() -> copy(from, to));
    Thread.ofVirtual().start(() -> copy(to, from));
  }

  private void copy(Socket from, Socket to) {
    byte[] buffer = new byte[8192];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        while (line == Line.SILENT) {
          LockSupport.parkNanos(LOOK_AGAIN);
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException _) {
      // one of the two ends hung up
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      // An abrupt end, as when a machine goes away and comes back.
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException _) {
      // it ended by itself meanwhile
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    set(Line.CUT);
  }
}
