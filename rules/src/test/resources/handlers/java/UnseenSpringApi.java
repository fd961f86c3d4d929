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

@RestController
class SpringApi {
  private final JdbcTemplate jdbc;
  private final EntityManager entities;
  private final RestTemplate rest = new RestTemplate();
  SpringApi(JdbcTemplate jdbc, EntityManager entities) { this.jdbc = jdbc; this.entities = entities; }

  @GetMapping("/u")
  List<Map<String, Object>> users(@RequestParam String name) {
    // ruleid: java.security.sql-concatenation, java.security.sql-injection
    return jdbc.queryForList("select * from users where name = '" + name + "'");
  }
  @GetMapping("/v")
  List<Map<String, Object>> usersBound(@RequestParam String name) {
    // ok: java.security.sql-injection
    return jdbc.queryForList("select * from users where name = ?", name);
  }
  @GetMapping("/w/{id}")
  Object byId(@PathVariable long id) {
    // ok: java.security.sql-injection
    return jdbc.queryForList("select * from users where id = " + id);
  }
  @PostMapping("/jpql")
  Object jpql(@RequestBody Map<String, String> body) {
    // ruleid: java.security.sql-injection
    return entities.createQuery("from User u where u.name = '" + body.get("name") + "'").getResultList();
  }
  @PostMapping("/jpql2")
  Object jpqlBound(@RequestBody Map<String, String> body) {
    // ok: java.security.sql-injection
    return entities.createQuery("from User u where u.name = :n").setParameter("n", body.get("name")).getResultList();
  }
  @PostMapping("/native")
  Object nativeQuery(@RequestHeader("X-Tenant") String tenant) {
    // ruleid: java.security.sql-concatenation, java.security.sql-injection
    return entities.createNativeQuery("select * from t_" + tenant).getResultList();
  }
  @GetMapping("/fetch")
  String fetch(@RequestParam("url") String url) {
    // ruleid: java.security.server-side-request-forgery
    return rest.getForObject(url, String.class);
  }
  @GetMapping("/fetch2")
  String fetchFixed(@RequestParam("id") String id) {
    // ok: java.security.server-side-request-forgery
    return rest.getForObject("https://api.example.org/items/{id}", String.class, id);
  }
  private static final Map<String, String> HOSTS = Map.of("a", "https://a.example.org", "b", "https://b.example.org");
  @GetMapping("/fetch3")
  String fetchListed(@RequestParam("to") String to) {
    String target = HOSTS.get(to);
    if (target == null) return "";
    // ok: java.security.server-side-request-forgery
    return rest.getForObject(target, String.class);
  }
  @GetMapping("/go")
  RedirectView go(@RequestParam String next) {
    // ruleid: java.security.open-redirect
    return new RedirectView(next);
  }
  @GetMapping("/go2")
  String goPrefix(@RequestParam String next) {
    // ruleid: java.security.open-redirect, java.security.html-response-from-request
    return "redirect:" + next;
  }
  @GetMapping("/go3")
  String goHome(@RequestParam String next) {
    // ok: java.security.open-redirect
    return "redirect:/home";
  }
  @GetMapping(value = "/hello", produces = "text/html")
  @ResponseBody
  String hello(@RequestParam String name) {
    // ruleid: java.security.html-response-from-request
    return "<h1>Hello " + name + "</h1>";
  }
  @GetMapping(value = "/hello2", produces = "text/html")
  @ResponseBody
  String helloEscaped(@RequestParam String name) {
    // ok: java.security.html-response-from-request
    return "<h1>Hello " + org.springframework.web.util.HtmlUtils.htmlEscape(name) + "</h1>";
  }
}
