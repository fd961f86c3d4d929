const crypto = require("crypto");
const express = require("express");
const session = require("express-session");
const helmet = require("helmet");
const jwt = require("jsonwebtoken");
const orders = require("./orders");

const app = express();
const PAGES = new Set(["/start", "/orders"]);

app.use(helmet());
app.use(express.json());
app.use(express.static("public"));
app.use(
  session({
    secret: process.env.SESSION_SECRET,
    cookie: { secure: true, httpOnly: true, sameSite: "lax" },
  }),
);

app.get("/search", (req, res) => {
  res.render("search", { term: req.query.q });
});

app.get("/leave", (req, res) => {
  const target = req.query.to;
  if (!PAGES.has(target)) {
    return res.sendStatus(400);
  }
  return res.redirect(target);
});

app.post("/login", async (req, res) => {
  const user = await orders.customer(String(req.body.name), String(req.body.password));
  if (!user) {
    return res.sendStatus(401);
  }
  const token = jwt.sign({ sub: user.id, jti: crypto.randomUUID() }, process.env.JWT_KEY);
  res.cookie("token", token, { httpOnly: true, secure: true, sameSite: "strict" });
  return res.json({ id: user.id });
});

app.get("/orders", async (req, res) => {
  const claims = jwt.verify(req.cookies.token, process.env.JWT_KEY, { algorithms: ["HS256"] });
  res.json(await orders.of(claims.sub, Number(req.query.page)));
});

app.listen(8080);
