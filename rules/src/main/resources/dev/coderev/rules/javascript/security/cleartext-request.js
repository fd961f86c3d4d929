const axios = require("axios");

async function load() {
  // ruleid: javascript.security.cleartext-request
  await fetch("http://api.example.org/prices");
  // ruleid: javascript.security.cleartext-request
  await axios.post("http://pay.example.org/charge", { amount: 1 });
  // ok: javascript.security.cleartext-request
  await fetch("https://api.example.org/prices");
  // ok: javascript.security.cleartext-request
  await fetch("http://localhost:8080/health");
  // ok: javascript.security.cleartext-request
  await axios.get("http://127.0.0.1:9000/x");
  // ok: javascript.security.cleartext-request
  await axios.get("/relative");
}

module.exports = { load };
