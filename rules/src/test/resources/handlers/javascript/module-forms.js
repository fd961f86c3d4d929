const express = require('express');
const exec = require('child_process').exec;
const tools = require('child_process');
const { execSync: now } = tools;
const util = require('util');
const waiting = util.promisify(tools.exec);
const bound = tools.exec.bind(tools);
const start = require('cross-spawn');
const files = require('fs-extra');
const erase = require('rimraf');
const pgp = require('pg-promise')();
const bank = pgp('postgres://localhost/bank');
const Busboy = require('busboy');
const app = express();

app.get('/1', (req, res) => {
  // ruleid: javascript.security.command-injection
  exec('ls ' + req.query.dir);
});
app.get('/2', (req, res) => {
  // ruleid: javascript.security.command-injection
  now('ls ' + req.query.dir);
});
app.get('/3', async (req, res) => {
  // ruleid: javascript.security.command-injection
  await waiting('ls ' + req.query.dir);
  // ok: javascript.security.command-injection
  await waiting('ls');
});
app.get('/4', (req, res) => {
  // ruleid: javascript.security.command-injection
  bound('ls ' + req.query.dir);
});
app.get('/5', (req, res) => {
  // ruleid: javascript.security.command-injection
  start(req.query.program, []);
  // ok: javascript.security.command-injection
  start('ls', [req.query.dir]);
});
app.get('/6', ({ query }, res) => {
  // ruleid: javascript.security.command-injection
  exec(`ls ${query.dir}`);
});
app.get('/7', ({ params: { id } }, res) => {
  // ruleid: javascript.security.command-injection
  exec(`ls ${id}`);
});
app.get('/8', ({ route }, res) => {
  // ok: javascript.security.command-injection
  exec(`ls ${route.path}`);
});
app.get('/9', (req, res) => {
  // ruleid: javascript.security.path-traversal
  files.outputFile(req.query.name, 'x');
  // ruleid: javascript.security.path-traversal
  erase('/srv/' + req.query.name);
  // ruleid: javascript.security.path-traversal
  files.copy('/srv/empty', req.query.name);
  // ok: javascript.security.path-traversal
  files.outputFile('/srv/empty', req.query.name);
});
app.get('/10', async (req, res) => {
  // ruleid: javascript.security.sql-injection
  await bank.oneOrNone(`select * from notes where id = ${req.query.id}`);
  // ok: javascript.security.sql-injection
  await bank.oneOrNone('select * from notes where id = $1', [req.query.id]);
});
app.post('/11', (req, res) => {
  const parts = new Busboy({ headers: req.headers });
  parts.on('field', (name, value) => {
    // ruleid: javascript.security.command-injection
    exec('tag ' + value);
  });
  parts.on('finish', (done) => {
    // ok: javascript.security.command-injection
    exec('tag ' + done);
  });
});
function say(response, text) {
  // ruleid: javascript.security.reflected-xss
  response.write('<p>' + text + '</p>');
}
app.get('/12', (req, res) => {
  say(res, req.query.text);
});
app.get('/13', (req, res) => {
  const out = res;
  // ruleid: javascript.security.reflected-xss
  out.end('<p>' + req.query.text + '</p>');
});
app.get('/14', (req, res) => {
  res.set('Content-Type', 'application/json');
  // ok: javascript.security.reflected-xss
  res.send(req.query.text);
});
app.get('/15', (req, res) => {
  // ruleid: javascript.security.reflected-xss
  return new Response(req.query.text, { headers: { 'Content-Type': 'text/html' } });
});
app.get('/16', (req, res) => {
  // ok: javascript.security.reflected-xss
  return new Response(req.query.text, { headers: { 'Content-Type': 'text/plain' } });
});
