const express = require("express");
const session = require("express-session");
const cors = require("cors");
const jwt = require("jsonwebtoken");
const axios = require("axios");
const fs = require("fs");
const path = require("path");
const { exec } = require("child_process");
const _ = require("lodash");
const orders = require("./orders");

const app = express();
const settings = { theme: "light" };

app.use(express.json());
app.use(cors({ origin: true, credentials: true }));
app.use(session({ secret: "shop-7f3a9c21d4", cookie: { secure: false } }));

app.get("/search", (req, res) => {
  const term = req.query.q;
  res.send(`<h1>Results for ${term}</h1>`);
});

app.get("/invoice", (req, res) => {
  const file = path.join(__dirname, "invoices", req.query.file);
  res.type("text/plain");
  fs.createReadStream(file).pipe(res);
});

function thumbnail(image) {
  exec("convert " + image + " -resize 100 thumb.png");
}

app.post("/image", (req, res) => {
  thumbnail(req.body.image);
  res.sendStatus(202);
});

app.get("/stock", async (req, res) => {
  const answer = await axios.get("http://" + req.query.warehouse + "/stock");
  res.json(answer.data);
});

app.get("/leave", (req, res) => {
  res.redirect(req.query.to);
});

app.post("/settings", (req, res) => {
  _.merge(settings, req.body);
  res.json(settings);
});

app.post("/login", async (req, res) => {
  const user = await orders.customer(req.body.name, req.body.password);
  if (user == 0) {
    return res.sendStatus(401);
  }
  const token = jwt.sign({ sub: user.id }, "jwt-5b1c77e0");
  const sessionToken = Math.random().toString(36);
  res.cookie("token", token);
  return res.json({ sessionToken });
});

app.get("/orders", async (req, res) => {
  const claims = jwt.verify(req.headers.authorization, process.env.JWT_KEY, {
    algorithms: ["HS256", "none"],
  });
  res.json(await orders.of(claims.sub, req.query.sort));
});

app.get("/report", orders.search);

app.listen(8080, "0.0.0.0");
