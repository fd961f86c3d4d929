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

class Pages extends HttpServlet {
  void writer(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    // ruleid: java.security.cross-site-scripting
    out.println("<p>" + request.getParameter("m") + "</p>");
  }
  void escaped(HttpServletRequest request, HttpServletResponse response) throws Exception {
    PrintWriter out = response.getWriter();
    // ok: java.security.cross-site-scripting
    out.println("<p>" + org.apache.commons.text.StringEscapeUtils.escapeHtml4(request.getParameter("m")) + "</p>");
  }
  void owasp(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.cross-site-scripting
    response.getWriter().append(org.owasp.encoder.Encode.forHtml(request.getParameter("m")));
  }
  void ownEscape(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String m = request.getParameter("m").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    // ok: java.security.cross-site-scripting
    response.getWriter().print("<b>" + m + "</b>");
  }
  void onlyScript(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String m = request.getParameter("m").replaceAll("<script>", "");
    // ruleid: java.security.cross-site-scripting
    response.getWriter().print("<b>" + m + "</b>");
  }
  void stream(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.cross-site-scripting
    response.getOutputStream().write(("<b>" + request.getQueryString() + "</b>").getBytes(StandardCharsets.UTF_8));
  }
  void json(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setContentType("application/json");
    // ok: java.security.cross-site-scripting
    response.getWriter().write("{\"a\":\"" + request.getParameter("a") + "\"}");
  }
  void length(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.cross-site-scripting
    response.getWriter().write("<i>" + request.getParameter("a").length() + "</i>");
  }
  void header(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.response-splitting
    response.setHeader("X-Lang", request.getParameter("lang"));
  }
  void headerStripped(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.response-splitting
    response.addHeader("X-Lang", request.getParameter("lang").replaceAll("[\\r\\n]", ""));
  }
  void redirect(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.open-redirect
    response.sendRedirect(request.getParameter("to"));
  }
  void redirectLocal(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String to = request.getParameter("to");
    if (!to.startsWith("/") || to.startsWith("//")) to = "/";
    // ok: java.security.open-redirect
    response.sendRedirect(to);
  }
  void redirectHalf(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String to = request.getParameter("to");
    if (to.startsWith("https://example.com")) {
      // ruleid: java.security.open-redirect
      response.sendRedirect(to);
    }
  }
  void redirectContext(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: java.security.open-redirect
    response.sendRedirect(request.getContextPath() + "/done?id=" + URLEncoder.encode(request.getParameter("id"), "UTF-8"));
  }
  void location(HttpServletRequest request, HttpServletResponse response) throws Exception {
    response.setStatus(302);
    // ruleid: java.security.open-redirect, java.security.response-splitting
    response.setHeader("Location", request.getParameter("to"));
  }
  void session(HttpServletRequest request) {
    // ruleid: java.security.trust-boundary
    request.getSession().setAttribute("role", request.getParameter("role"));
  }
  void sessionNumber(HttpServletRequest request) {
    // ok: java.security.trust-boundary
    request.getSession().setAttribute("page", Integer.valueOf(request.getParameter("page")));
  }
  static final Logger LOG = Logger.getLogger("x");
  void logs(HttpServletRequest request) {
    // ruleid: java.security.log-injection
    LOG.info("login failed for " + request.getParameter("user"));
  }
  void logsClean(HttpServletRequest request) {
    // ok: java.security.log-injection
    LOG.info("login failed for " + request.getParameter("user").replaceAll("[\r\n]", "_"));
  }
  void include(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.path-traversal
    request.getRequestDispatcher("/WEB-INF/" + request.getParameter("page")).forward(request, response);
  }
}
