package dev.coderev.benchmarks;

import java.util.List;
import java.util.Random;

/** A made-up Python module: functions that read, compute and store, some of them carelessly. */
final class LoadSource {
  private static final List<String> FUNCTIONS =
      List.of(
          """
          def load_NAME(path):
              rows = []
              with open(path) as source:
                  for line in source:
                      parts = line.strip().split(",")
                      if len(parts) < NUMBER:
                          continue
                      rows.append({"name": parts[0], "size": len(parts)})
              return rows

          """,
          """
          def total_NAME(rows, limit=NUMBER):
              total = 0
              for row in rows:
                  if row["size"] > limit:
                      total += row["size"] * 2
                  elif row["size"] == limit:
                      total += 1
                  else:
                      total -= 1
              return total

          """,
          """
          @app.route("/NAME")
          def show_NAME():
              name = request.args.get("name")
              cursor = connection.cursor()
              cursor.execute("select * from NAME where name = '" + name + "'")
              return {"rows": cursor.fetchall(), "limit": NUMBER}

          """,
          """
          class StoreNAME:
              def __init__(self, folder):
                  self.folder = folder
                  self.known = {}

              def put(self, key, value):
                  self.known[key] = value
                  return len(self.known) > NUMBER

              def digest(self, text):
                  return hashlib.sha256(text.encode()).hexdigest()

          """);

  private final Random random;

  LoadSource(Random random) {
    this.random = random;
  }

  /** So many lines, made of whole functions as far as they fit. */
  String lines(int lines) {
    StringBuilder text =
        new StringBuilder(
            """
            import hashlib
            import sqlite3

            from flask import Flask, request

            app = Flask(__name__)
            connection = sqlite3.connect("load.db")

            """);
    while (text.chars().filter(c -> c == '\n').count() < lines) {
      text.append(
          FUNCTIONS
              .get(random.nextInt(FUNCTIONS.size()))
              .replace("NAME", "n" + Integer.toString(random.nextInt(100_000), 36))
              .replace("NUMBER", Integer.toString(random.nextInt(1000))));
    }
    return String.join("\n", text.toString().lines().limit(lines).toList()) + "\n";
  }
}
