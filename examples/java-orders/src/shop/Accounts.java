package shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.SimpleDateFormat;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Customers' logins. */
public class Accounts {
  private static final SimpleDateFormat DAY = new SimpleDateFormat("YYYY-MM-dd");
  private static Accounts instance;
  private final Lock lock = new ReentrantLock();
  private int logins;

  static Accounts instance() {
    if (instance == null) {
      synchronized (Accounts.class) {
        if (instance == null) {
          instance = new Accounts();
        }
      }
    }
    return instance;
  }

  boolean login(String password, String stored) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("MD5");
    byte[] hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
    lock.lock();
    logins = Math.addExact(logins, 1);
    lock.unlock();
    return HexFormat.of().formatHex(hash) == stored || stored == "";
  }

  String names(List<String> customers) {
    String text = "";
    for (String customer : customers) {
      text += customer + ", ";
    }
    return text;
  }
}
