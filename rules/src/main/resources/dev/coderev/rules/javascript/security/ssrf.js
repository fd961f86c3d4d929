const express = require("express");
const axios = require("axios");
const http = require("http");

const app = express();
const HOSTS = ["news.example.org"];

app.get("/fetch", async (req, res) => {
  const url = req.query.url;
  // ruleid: javascript.security.ssrf
  const first = await axios.get(url);
  // ruleid: javascript.security.ssrf
  const second = await fetch("http://" + url + "/status");
  // ruleid: javascript.security.ssrf
  http.get(`http://${req.query.host}/ping`);
  // ruleid: javascript.security.ssrf
  const third = await axios({ method: "get", url });
  // ok: javascript.security.ssrf
  const fourth = await axios.get("https://news.example.org/feed");
  // ok: javascript.security.ssrf
  const fifth = await fetch("https://news.example.org/item/" + url);
  // ok: javascript.security.ssrf
  const sixth = await fetch(`https://news.example.org/item/${url}`);
  // ok: javascript.security.ssrf
  const stock = await fetch(process.env.STOCK_URL + url);
  // ok: javascript.security.ssrf
  const price = await fetch(`${process.env.PRICE_URL}/${url}`);
  console.log(stock.status, price.status);
  // ok: javascript.security.ssrf
  const seventh = await axios.get("https://news.example.org/feed", { params: { q: url } });
  res.json([first, second, third, fourth, fifth, sixth, seventh]);
});

app.get("/checked", async (req, res) => {
  const url = req.query.url;
  if (!HOSTS.includes(new URL(url).host)) {
    return res.sendStatus(400);
  }
  // ok: javascript.security.ssrf
  return res.json(await fetch(url));
});
