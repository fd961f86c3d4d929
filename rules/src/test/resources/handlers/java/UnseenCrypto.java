package shop.web;

import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.sql.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.logging.Logger;
import java.util.regex.*;
import java.util.stream.*;
import java.util.zip.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.naming.*;
import javax.naming.directory.*;
import javax.servlet.*;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.*;
import javax.xml.parsers.*;
import javax.xml.stream.*;
import javax.xml.xpath.*;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.RestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.view.RedirectView;
import javax.persistence.EntityManager;
import org.xml.sax.InputSource;

class Crypto {
  static final String ALGORITHM = "MD5";
  byte[] md5(byte[] b) throws Exception {
    // ruleid: java.security.weak-hash
    return MessageDigest.getInstance(ALGORITHM).digest(b);
  }
  byte[] sha1(byte[] b) throws Exception {
    String name = "SHA" + "-1";
    // ruleid: java.security.weak-hash
    return MessageDigest.getInstance(name).digest(b);
  }
  byte[] sha256(byte[] b) throws Exception {
    // ok: java.security.weak-hash
    return MessageDigest.getInstance("SHA-256").digest(b);
  }
  byte[] chosen(byte[] b, boolean strong) throws Exception {
    String name = "SHA-512";
    if (1 > 2) name = "MD5";
    // ok: java.security.weak-hash
    return MessageDigest.getInstance(name).digest(b);
  }
  Cipher des() throws Exception {
    // ruleid: java.security.weak-cipher
    return Cipher.getInstance("DES/CBC/PKCS5Padding");
  }
  Cipher ecb() throws Exception {
    // ruleid: java.security.ecb-mode
    return Cipher.getInstance("AES");
  }
  Cipher gcm() throws Exception {
    // ok: java.security.ecb-mode
    return Cipher.getInstance("AES/GCM/NoPadding");
  }
  Cipher rc4() throws Exception {
    Map<String, String> names = new HashMap<>();
    names.put("old", "RC4");
    names.put("new", "AES/GCM/NoPadding");
    // todoruleid: java.security.weak-cipher
    return Cipher.getInstance(names.get("old"));
  }
  IvParameterSpec iv() {
    byte[] iv = new byte[16];
    // ruleid: java.security.static-iv
    return new IvParameterSpec(iv);
  }
  IvParameterSpec ivRandom() {
    byte[] iv = new byte[16];
    new SecureRandom().nextBytes(iv);
    // ok: java.security.static-iv
    return new IvParameterSpec(iv);
  }
  String token() {
    // ruleid: java.security.insecure-random
    String token = Long.toHexString(new Random().nextLong());
    // ruleid: java.security.insecure-random
    return token;
  }
  String sessionId() {
    // ruleid: java.security.insecure-random
    String sessionId = "" + Math.random();
    // ruleid: java.security.insecure-random
    return sessionId;
  }
  String tokenStrong() {
    // ok: java.security.insecure-random
    String token = Long.toHexString(new SecureRandom().nextLong());
    return token;
  }
  SecretKeySpec key() {
    // ruleid: java.security.hard-coded-key
    return new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
  }
  SecretKeySpec keyGiven() {
    // ok: java.security.hard-coded-key
    return new SecretKeySpec(System.getenv("KEY").getBytes(), "AES");
  }
  Connection password() throws Exception {
    // ruleid: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:mysql://db/shop", "root", "s3cr3t!pw");
  }
  Connection passwordGiven() throws Exception {
    // ok: java.security.hard-coded-password
    return DriverManager.getConnection("jdbc:mysql://db/shop", "root", System.getenv("DB_PASSWORD"));
  }
  KeyPairGenerator small() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ruleid: java.security.weak-key-size
    g.initialize(1024);
    return g;
  }
  KeyPairGenerator large() throws Exception {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    // ok: java.security.weak-key-size
    g.initialize(3072);
    return g;
  }
  void cookie(HttpServletResponse response, String v) {
    Cookie c = new Cookie("sid", v);
    // ruleid: java.security.cookie-without-secure
    c.setSecure(false);
    c.setHttpOnly(true);
    response.addCookie(c);
  }
  void cookieSecure(HttpServletResponse response, String v) {
    Cookie c = new Cookie("sid", v);
    c.setSecure(true);
    c.setHttpOnly(true);
    // ok: java.security.cookie-without-secure
    response.addCookie(c);
  }
  void cookieUnset(HttpServletResponse response, String v) {
    // ruleid: java.security.cookie-flags-not-set
    Cookie c = new Cookie("sid", v);
    response.addCookie(c);
  }
  File temp() throws IOException {
    File f = new File("/tmp/upload.txt");
    // todoruleid: java.security.predictable-temporary-path
    new FileWriter(f).close();
    return f;
  }
  File tempSafe() throws IOException {
    // ok: java.security.predictable-temporary-path
    return Files.createTempFile("a", "b").toFile();
  }
  String jwt() {
    // ruleid: java.security.hard-coded-jwt-secret
    return io.jsonwebtoken.Jwts.builder().setSubject("a").signWith(io.jsonwebtoken.SignatureAlgorithm.HS256, "my-very-secret-key").compact();
  }
  Object jwtParse(String token, Key key) {
    // ruleid: java.security.unverified-jwt
    return io.jsonwebtoken.Jwts.parser().setSigningKey(key).parse(token);
  }
  void trust() throws Exception {
    javax.net.ssl.SSLContext ctx = javax.net.ssl.SSLContext.getInstance("TLS");
    javax.net.ssl.TrustManager[] all = {new javax.net.ssl.X509TrustManager() {
      public java.security.cert.X509Certificate[] getAcceptedIssuers() { return null; }
      public void checkClientTrusted(java.security.cert.X509Certificate[] c, String t) {}
      // ruleid: java.security.trust-all-certificates
      public void checkServerTrusted(java.security.cert.X509Certificate[] c, String t) {}
    }};
    ctx.init(null, all, new SecureRandom());
  }
  void host(javax.net.ssl.HttpsURLConnection c) {
    // ruleid: java.security.hostname-verification-off
    c.setHostnameVerifier((h, s) -> true);
  }
  javax.net.ssl.SSLContext tls() throws Exception {
    // ruleid: java.security.obsolete-tls-version
    return javax.net.ssl.SSLContext.getInstance("SSLv3");
  }
}
