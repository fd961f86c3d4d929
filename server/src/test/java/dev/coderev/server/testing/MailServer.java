package dev.coderev.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes every message, and refuses as many before as it is told. */
public final class MailServer implements AutoCloseable {
  private final ServerSocket socket;
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final AtomicInteger refusals = new AtomicInteger();

  public MailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Refuses the next messages. */
  public void refuse(int count) {
    refusals.set(count);
  }

  /** The next message that was taken. */
  public String next() throws InterruptedException {
    String message = messages.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message came");
    }
    return message;
  }

  /** How many messages wait to be looked at. */
  public int waiting() {
    return messages.size();
  }

  private void listen() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      OutputStream out = client.getOutputStream();
      answer(out, "220 ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("MAIL") && refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          answer(out, "451 not now");
          continue;
        }
        if (line.startsWith("DATA")) {
          answer(out, "354 go on");
          messages.add(text(in));
        }
        answer(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException _) {
      // the client is gone
    }
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static void answer(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
