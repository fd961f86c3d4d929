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

class Commands extends HttpServlet {
  void shell(HttpServletRequest request) throws Exception {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("ping -c 1 " + request.getParameter("host"));
  }
  void shellArray(HttpServletRequest request) throws Exception {
    List<String> args = new ArrayList<>(List.of("sh", "-c"));
    args.add("ls " + request.getParameter("dir"));
    // ruleid: java.security.command-injection
    new ProcessBuilder(args).start();
  }
  void arguments(HttpServletRequest request) throws Exception {
    String n = request.getParameter("n");
    if (!n.matches("\\d{1,3}")) throw new ServletException("n");
    // ok: java.security.command-injection
    Runtime.getRuntime().exec(new String[] {"head", "-n", n, "/var/log/app.log"});
  }
  void program(HttpServletRequest request) throws Exception {
    ProcessBuilder b = new ProcessBuilder();
    // ruleid: java.security.command-injection
    b.command(request.getParameter("tool"), "--version");
    b.start();
  }
  void fixed(HttpServletRequest request) throws Exception {
    String which = request.getParameter("which");
    String command = "a".equals(which) ? "uptime" : "df";
    // ok: java.security.command-injection
    Runtime.getRuntime().exec(command);
  }
  void environment(HttpServletRequest request) throws Exception {
    // ruleid: java.security.command-injection
    Runtime.getRuntime().exec("run.sh", new String[] {"PATH=" + request.getParameter("p")});
  }
}

class Paths2 extends HttpServlet {
  private static final Path ROOT = Paths.get("/srv/files");
  void read(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ruleid: java.security.path-traversal
    Files.copy(Paths.get("/srv/files/" + request.getParameter("f")), response.getOutputStream());
  }
  void resolved(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Path p = ROOT.resolve(request.getParameter("f")).normalize();
    if (!p.startsWith(ROOT)) { response.sendError(403); return; }
    // ok: java.security.path-traversal
    Files.copy(p, response.getOutputStream());
  }
  void notNormalized(HttpServletRequest request, HttpServletResponse response) throws Exception {
    Path p = ROOT.resolve(request.getParameter("f"));
    if (!p.startsWith(ROOT)) { response.sendError(403); return; }
    // ruleid: java.security.path-traversal
    Files.copy(p, response.getOutputStream());
  }
  void canonical(HttpServletRequest request) throws Exception {
    File base = new File("/srv/files");
    File f = new File(base, request.getParameter("f"));
    if (!f.getCanonicalPath().startsWith(base.getCanonicalPath() + File.separator)) throw new SecurityException();
    // ok: java.security.path-traversal
    new FileInputStream(f).close();
  }
  void baseName(HttpServletRequest request) throws Exception {
    String name = org.apache.commons.io.FilenameUtils.getName(request.getParameter("f"));
    // ok: java.security.path-traversal
    new FileInputStream("/srv/files/" + name).close();
  }
  void dotsReplacedOnce(HttpServletRequest request) throws Exception {
    String name = request.getParameter("f").replaceFirst("\\.\\./", "");
    // ruleid: java.security.path-traversal
    new FileReader("/srv/files/" + name).close();
  }
  void dots(HttpServletRequest request) throws Exception {
    String name = request.getParameter("f");
    if (name.contains("..") || name.contains("/") || name.contains("\\")) return;
    // ok: java.security.path-traversal
    new FileReader("/srv/files/" + name).close();
  }
  void upload(HttpServletRequest request) throws Exception {
    Part part = request.getPart("file");
    // ruleid: java.security.upload-file-name
    part.write("/srv/up/" + part.getSubmittedFileName());
  }
  void unzip(InputStream in, File to) throws Exception {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry e;
    while ((e = zip.getNextEntry()) != null) {
      File f = new File(to, e.getName());
      // ruleid: java.security.zip-slip
      Files.copy(zip, f.toPath());
    }
  }
  void unzipChecked(InputStream in, File to) throws Exception {
    ZipInputStream zip = new ZipInputStream(in);
    ZipEntry e;
    while ((e = zip.getNextEntry()) != null) {
      File f = new File(to, e.getName());
      if (!f.toPath().normalize().startsWith(to.toPath().normalize())) throw new IOException("entry");
      // ok: java.security.zip-slip
      Files.copy(zip, f.toPath());
    }
  }
  void unzipPath(ZipFile file, Path to) throws Exception {
    for (Enumeration<? extends ZipEntry> es = file.entries(); es.hasMoreElements();) {
      ZipEntry e = es.nextElement();
      Path p = to.resolve(e.getName());
      // ruleid: java.security.zip-slip
      Files.copy(file.getInputStream(e), p);
    }
  }
}
