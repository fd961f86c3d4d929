const express = require('express');
const { exec, execFile, spawn, spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const fsp = require('fs/promises');
const https = require('https');
const path = require('path');
const url = require('url');
const vm = require('vm');
const axios = require('axios');
const fetch = require('node-fetch');
const mysql = require('mysql2');
const { Pool } = require('pg');
const knex = require('knex')({ client: 'pg' });
const mongoose = require('mongoose');
const jwt = require('jsonwebtoken');
const escapeHtml = require('escape-html');
const ldap = require('ldapjs');
const xpath = require('xpath');
const libxml = require('libxmljs');
const serialize = require('node-serialize');
const yaml = require('js-yaml');
const ejs = require('ejs');
const pug = require('pug');
const _ = require('lodash');
const { Sequelize, QueryTypes } = require('sequelize');
const AdmZip = require('adm-zip');
const unzipper = require('unzipper');
const cors = require('cors');
const session = require('express-session');
const winston = require('winston');

const app = express();
const pool = new Pool();
const db = mysql.createConnection({});
const sequelize = new Sequelize('sqlite::memory:');
const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const logger = winston.createLogger({});
const COLUMNS = { name: 'name', price: 'price_cents' };
const ROOT = path.resolve('/srv/files');

class Repository {
  #pool;
  static table = 'items';
  constructor(pool) { this.#pool = pool; this.filters = []; }
  where(clause) { this.filters.push(clause); return this; }
  // ruleid: javascript.security.sql-injection
  all() { return this.#pool.query(`select * from items where ${this.filters.join(' and ')}`); }
  // ok: javascript.security.sql-injection
  count() { return this.#pool.query(`select count(*) from ${Repository.table}`); }
}

app.get('/repo', async (req, res) => {
  const { rows } = await new Repository(pool).where("name = '" + req.query.name + "'").all();
  res.json(rows);
});

class Controller {
  term = null;
  handle = (req, res) => {
    this.term = req.query.term;
    this.run(res);
  };
  run(res) {
    // ruleid: javascript.security.sql-injection
    db.query('select * from t where a = "' + this.term + '"', (e, rows) => res.json(rows));
  }
}
app.get('/controller', new Controller().handle);

const query = (text, values) => new Promise((resolve, reject) => {
  // ruleid: javascript.security.sql-injection
  db.query(text, values, (error, rows) => (error ? reject(error) : resolve(rows)));
});
app.get('/promised', async (req, res) => res.json(await query('select * from t where a = ' + req.query.a)));

app.get('/s1', (req, res) => {
  // ok: javascript.security.sql-injection
  db.query('select * from t where a = ?', [req.query.a], (e, r) => res.json(r));
});
app.get('/s2', (req, res) => {
  // ruleid: javascript.security.sql-injection
  pool.query({ text: `select * from t where a = '${req.query.a}'` });
});
app.get('/s3', (req, res) => {
  // ok: javascript.security.sql-injection
  pool.query({ text: 'select * from t where a = $1', values: [req.query.a] });
});
app.get('/s4', (req, res) => {
  const sort = COLUMNS[req.query.sort] ?? 'name';
  // ok: javascript.security.sql-injection
  db.query(`select * from t order by ${sort}`);
});
app.get('/s5', (req, res) => {
  const sort = req.query.sort;
  if (!Object.keys(COLUMNS).includes(sort)) return res.status(400).end();
  // ok: javascript.security.sql-injection
  db.query(`select * from t order by ${sort}`);
});
app.get('/s6', (req, res) => {
  const sort = req.query.sort;
  if (!Object.keys(COLUMNS).includes(sort)) console.warn('odd column');
  // ruleid: javascript.security.sql-injection
  db.query(`select * from t order by ${sort}`);
});
app.get('/s7', (req, res) => {
  const id = Number.parseInt(req.params.id, 10);
  // ok: javascript.security.sql-injection
  db.query('select * from t where id = ' + id);
});
app.get('/s8', (req, res) => {
  // ruleid: javascript.security.sql-injection
  sequelize.query("select * from t where a = '" + req.body.a + "'", { type: QueryTypes.SELECT });
});
app.get('/s9', (req, res) => {
  // ok: javascript.security.sql-injection
  sequelize.query('select * from t where a = :a', { replacements: { a: req.body.a } });
});
app.get('/s10', (req, res) => {
  // ruleid: javascript.security.sql-injection
  knex.raw('select * from t where a = ' + req.query.a).then((r) => res.json(r));
});
app.get('/s11', (req, res) => {
  // ok: javascript.security.sql-injection
  knex('t').where({ a: req.query.a }).then((r) => res.json(r));
});
app.get('/s12', (req, res) => {
  // ruleid: javascript.security.sql-injection
  knex('t').whereRaw(`a = '${req.query.a}'`).then((r) => res.json(r));
});
app.get('/s13', (req, res) => {
  const ids = [].concat(req.query.id);
  // ok: javascript.security.sql-injection
  db.query(`select * from t where id in (${ids.map(() => '?').join(',')})`, ids);
});
app.get('/s14', (req, res) => {
  const ids = req.query.ids.split(',').map(Number);
  // ok: javascript.security.sql-injection
  db.query(`select * from t where id in (${ids.join(',')})`);
});
app.get('/s15', (req, res) => {
  const ids = req.query.ids.split(',').map((i) => `'${i}'`);
  // ruleid: javascript.security.sql-injection
  db.query(`select * from t where id in (${ids})`);
});
app.get('/s16', (req, res) => {
  const { q: { term = 'x' } = {}, ...rest } = req.query;
  // ruleid: javascript.security.sql-injection
  db.query('select ' + term);
  // ruleid: javascript.security.sql-injection
  db.query('select ' + rest.other);
});
app.get('/s17', (req, res) => {
  const o = { ...req.query, limit: 10 };
  // ok: javascript.security.sql-injection
  db.query('select * from t limit ' + o.limit);
  // ruleid: javascript.security.sql-injection
  db.query('select * from t order by ' + o.sort);
});
app.get('/s18', (req, res) => {
  const m = new Map([['a', req.query.a], ['b', 'fixed']]);
  // ruleid: javascript.security.sql-injection
  db.query('select ' + m.get('a'));
  // ok: javascript.security.sql-injection
  db.query('select ' + m.get('b'));
});
app.get('/s19', (req, res) => {
  let q = 'select';
  for (const [k, v] of Object.entries(req.query)) q += ` ${k} = '${v}'`;
  // ruleid: javascript.security.sql-injection
  db.query(q);
});
app.get('/s20', (req, res) => {
  const parts = [];
  Object.keys(req.body).forEach((k) => parts.push(k + '=1'));
  // ruleid: javascript.security.sql-injection
  db.query('select ' + parts.join(' and '));
});
app.get('/s21', (req, res) => {
  const run = function (text) {
    // ruleid: javascript.security.sql-injection
    db.query(text);
  };
  run.call(null, 'select ' + req.query.a);
});
app.get('/s22', (req, res) => {
  const text = ['select ', req.query.a].reduce((l, r) => l + r, '');
  // ruleid: javascript.security.sql-injection
  db.query(text);
});
app.get('/s23', (req, res) => {
  // ok: javascript.security.sql-injection
  db.query('select ' + mysql.escape(req.query.a));
});
app.get('/s24', (req, res) => {
  const tag = (strings, ...values) => strings.raw.join('?');
  // todook: javascript.security.sql-injection
  db.query(tag`select * from t where a = ${req.query.a}`);
});
app.get('/s25', (req, res) => {
  switch (req.query.kind) {
    case 'a': case 'b':
      // ok: javascript.security.sql-injection
      db.query('select * from t_' + req.query.kind);
      break;
    default:
      // ruleid: javascript.security.sql-injection
      db.query('select * from u_' + req.query.kind);
  }
});
app.get('/s26', async (req, res) => {
  const [a, b] = await Promise.all([Promise.resolve(req.query.a), Promise.resolve('fixed')]);
  // ruleid: javascript.security.sql-injection
  db.query('select ' + a);
  // ok: javascript.security.sql-injection
  db.query('select ' + b);
});
app.get('/s27', (req, res) => {
  new Promise((resolve) => resolve(req.query.a)).then((a) => {
    // ruleid: javascript.security.sql-injection
    db.query('select ' + a);
  });
});
function* pieces(req) { yield 'select '; yield req.query.a; }
app.get('/s28', (req, res) => {
  let q = '';
  for (const p of pieces(req)) q += p;
  // ruleid: javascript.security.sql-injection
  db.query(q);
});
app.get('/s29', (req, res) => {
  try { throw new Error(req.query.a); } catch (e) {
    // ruleid: javascript.security.sql-injection
    db.query('select ' + e.message);
  }
});
app.get('/s30', (req, res) => {
  const id = req.query.id;
  if (isNaN(id)) { res.sendStatus(400); return; }
  // ok: javascript.security.sql-injection
  db.query('select * from t where id = ' + id);
});
app.get('/s31', (req, res) => {
  const id = req.query.id;
  if (!/^\d+/.test(id)) { res.sendStatus(400); return; }
  // ruleid: javascript.security.sql-injection
  db.query('select * from t where id = ' + id);
});
app.get('/s32', (req, res) => {
  const EventEmitter = require('events');
  const e = new EventEmitter();
  e.on('q', (text) => {
    // ruleid: javascript.security.sql-injection
    db.query('select ' + text);
  });
  e.emit('q', req.query.a);
});
const checkId = (req, res, next) => { if (!/^\d+$/.test(req.params.id)) return res.status(400).end(); next(); };
app.get('/s33/:name', (req, res, next) => { res.locals.name = req.params.name; next(); }, (req, res) => {
  // todoruleid: javascript.security.sql-injection
  db.query('select ' + res.locals.name);
});

app.get('/c1', (req, res) => {
  // ruleid: javascript.security.command-injection
  exec('ping -c 1 ' + req.query.h, (e, out) => res.send('ok'));
});
app.get('/c2', (req, res) => {
  // ok: javascript.security.command-injection
  execFile('ping', ['-c', '1', '--', req.query.h], () => res.send('ok'));
});
app.get('/c3', (req, res) => {
  // ruleid: javascript.security.command-injection
  spawn('sh', ['-c', 'ls ' + req.query.d]);
});
app.get('/c4', (req, res) => {
  // ruleid: javascript.security.command-injection
  spawnSync('ls ' + req.query.d, { shell: true });
});
app.get('/c5', async (req, res) => {
  const util = require('util');
  const run = util.promisify(exec);
  // ruleid: javascript.security.command-injection
  await run(`ls ${req.query.d}`);
});
app.get('/c6', (req, res) => {
  const n = parseInt(req.query.n);
  // ok: javascript.security.command-injection
  exec(`head -n ${n} /var/log/a`);
});
app.get('/c7', (req, res) => {
  const host = req.query.h;
  if (!/^[a-z0-9.-]+$/i.test(host)) return res.status(400).end();
  // ok: javascript.security.command-injection
  exec('ping -c 1 ' + host);
});

app.get('/p1', (req, res) => {
  // ruleid: javascript.security.path-traversal
  fs.readFile('/srv/' + req.query.f, (e, d) => res.type('text').send('x'));
});
app.get('/p2', async (req, res) => {
  const p = path.resolve(ROOT, req.query.f);
  if (!p.startsWith(ROOT + path.sep)) return res.status(403).end();
  // ok: javascript.security.path-traversal
  await fsp.readFile(p);
});
app.get('/p3', async (req, res) => {
  const p = path.join(ROOT, req.query.f);
  // ruleid: javascript.security.path-traversal
  await fsp.readFile(p);
});
app.get('/p4', (req, res) => {
  // ok: javascript.security.path-traversal
  res.sendFile(path.join(ROOT, path.basename(req.params.f)));
});
app.get('/p5', (req, res) => {
  // ok: javascript.security.path-traversal
  res.sendFile(req.params.f, { root: ROOT });
});
app.get('/p6', (req, res) => {
  // ruleid: javascript.security.path-traversal
  res.download('/srv/' + req.params.f);
});
app.get('/p7', (req, res) => {
  const name = req.query.f.replace('../', '');
  // ruleid: javascript.security.path-traversal
  fs.createReadStream('/srv/' + name).pipe(res);
});
app.get('/p8', (req, res) => {
  const name = req.query.f;
  if (name.includes('..') || name.includes('/')) return res.status(400).end();
  // ok: javascript.security.path-traversal
  fs.createReadStream('/srv/' + name).pipe(res);
});
app.post('/p9', (req, res) => {
  const zip = new AdmZip(req.body.data);
  zip.getEntries().forEach((e) => {
    // ruleid: javascript.security.archive-entry-path, javascript.security.path-traversal
    fs.writeFileSync(path.join('/srv/up', e.entryName), e.getData());
  });
});
app.post('/p10', (req, res) => {
  fs.createReadStream('a.zip').pipe(unzipper.Parse()).on('entry', (e) => {
    // ruleid: javascript.security.archive-entry-path
    e.pipe(fs.createWriteStream('/srv/up/' + e.path));
  });
});

app.get('/x1', (req, res) => {
  // ruleid: javascript.security.reflected-xss
  res.send('<h1>' + req.query.n + '</h1>');
});
app.get('/x2', (req, res) => {
  // ok: javascript.security.reflected-xss
  res.send('<h1>' + escapeHtml(req.query.n) + '</h1>');
});
app.get('/x3', (req, res) => {
  // ok: javascript.security.reflected-xss
  res.json({ n: req.query.n });
});
app.get('/x4', (req, res) => {
  // ruleid: javascript.security.reflected-xss
  res.status(404).send(`Not found: ${req.originalUrl}`);
});
app.get('/x5', (req, res) => {
  // ok: javascript.security.reflected-xss
  res.type('text/plain').send(req.query.n);
});
app.get('/x6', (req, res) => {
  res.writeHead(200, { 'Content-Type': 'text/html' });
  // ruleid: javascript.security.reflected-xss
  res.end(req.query.n);
});
app.get('/x7', (req, res) => {
  const esc = (s) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
  // ok: javascript.security.reflected-xss
  res.send('<b>' + esc(req.query.n) + '</b>');
});
app.get('/x8', (req, res) => {
  // ok: javascript.security.reflected-xss
  res.send('<a href="/s?q=' + encodeURIComponent(req.query.n) + '">x</a>');
});
app.get('/x9', (req, res) => {
  // ok: javascript.security.reflected-xss
  res.render('page', { n: req.query.n });
});
app.get('/x10', (req, res) => {
  // ruleid: javascript.security.reflected-xss, javascript.security.template-injection
  res.send(ejs.render('<b>' + req.query.n + '</b>'));
});
app.get('/x11', (req, res) => {
  // ok: javascript.security.template-injection
  res.send(ejs.render('<b><%= n %></b>', { n: req.query.n }));
});
app.get('/x12', (req, res) => {
  // ruleid: javascript.security.template-injection
  pug.compile(req.body.template)({});
});

app.get('/r1', (req, res) => {
  // ruleid: javascript.security.open-redirect
  res.redirect(req.query.to);
});
app.get('/r2', (req, res) => {
  const to = req.query.to;
  // ok: javascript.security.open-redirect
  res.redirect(to.startsWith('/') && !to.startsWith('//') ? to : '/');
});
app.get('/r3', (req, res) => {
  // ruleid: javascript.security.open-redirect
  res.redirect(302, 'https://' + req.query.host);
});
app.get('/r4', (req, res) => {
  // ok: javascript.security.open-redirect
  res.redirect('/user/' + encodeURIComponent(req.query.id));
});
app.get('/r5', (req, res) => {
  const u = new URL(req.query.to);
  if (u.hostname !== 'example.org') return res.status(400).end();
  // ok: javascript.security.open-redirect
  res.redirect(u.toString());
});
app.get('/f1', async (req, res) => {
  // ruleid: javascript.security.ssrf
  const r = await axios.get(req.query.u);
});
app.get('/f2', async (req, res) => {
  // ok: javascript.security.ssrf
  const r = await axios.get('https://api.example.org/x', { params: { q: req.query.u } });
});
app.get('/f3', async (req, res) => {
  const u = new URL(req.query.u);
  if (!['api.example.org'].includes(u.host)) return res.status(400).end();
  // ok: javascript.security.ssrf
  const r = await fetch(u);
});
app.get('/f4', (req, res) => {
  // ruleid: javascript.security.ssrf
  https.get('https://' + req.query.host + '/status', (r) => r.pipe(res));
});
app.get('/f5', async (req, res) => {
  // ruleid: javascript.security.ssrf
  await axios({ method: 'post', url: req.body.hook });
});

app.post('/e1', (req, res) => {
  // ruleid: javascript.security.code-injection
  eval('(' + req.body.e + ')');
});
app.post('/e2', (req, res) => {
  // ok: javascript.security.code-injection
  JSON.parse(req.body.e);
});
app.post('/e3', (req, res) => {
  // ruleid: javascript.security.code-injection
  new Function('a', req.body.e)(1);
});
app.post('/e4', (req, res) => {
  // ruleid: javascript.security.code-injection
  vm.runInNewContext(req.body.e);
});
app.post('/e5', (req, res) => {
  // ruleid: javascript.security.code-injection
  setTimeout(req.body.e, 10);
});
app.post('/e6', (req, res) => {
  // ok: javascript.security.code-injection
  setTimeout(() => console.log('x'), Number(req.body.e));
});
app.post('/e7', (req, res) => {
  // ruleid: javascript.security.unsafe-deserialization
  serialize.unserialize(req.cookies.profile);
});
app.post('/e8', (req, res) => {
  // ok: javascript.security.unsafe-deserialization
  yaml.load(req.body.y);
});
app.post('/n1', async (req, res) => {
  // ruleid: javascript.security.nosql-injection
  res.json(await User.findOne({ name: req.body.name, password: req.body.password }));
});
app.post('/n2', async (req, res) => {
  // ok: javascript.security.nosql-injection
  res.json(await User.findOne({ name: String(req.body.name) }));
});
app.post('/n3', async (req, res) => {
  // ruleid: javascript.security.nosql-injection
  res.json(await User.find({ $where: `this.name == '${req.body.name}'` }));
});
app.post('/n4', async (req, res) => {
  if (typeof req.body.name !== 'string') return res.status(400).end();
  // ok: javascript.security.nosql-injection
  res.json(await User.findOne({ name: req.body.name }));
});
app.post('/m1', async (req, res) => {
  // ruleid: javascript.security.mass-assignment
  res.json(await User.create(req.body));
});
app.post('/m2', async (req, res) => {
  const { name, email } = req.body;
  // ok: javascript.security.mass-assignment
  res.json(await User.create({ name: String(name), email: String(email) }));
});
app.post('/o1', (req, res) => {
  const o = {};
  // ruleid: javascript.security.prototype-pollution
  o[req.body.a][req.body.b] = req.body.c;
});
app.post('/o2', (req, res) => {
  // ruleid: javascript.security.prototype-pollution
  _.merge({}, JSON.parse(req.body.o));
});
app.post('/o3', (req, res) => {
  const o = new Map();
  // ok: javascript.security.prototype-pollution
  o.set(req.body.a, req.body.b);
});
app.get('/l1', (req, res) => {
  const c = ldap.createClient({ url: 'ldap://d' });
  // ruleid: javascript.security.ldap-injection
  c.search('ou=p', { filter: `(uid=${req.query.u})`, scope: 'sub' }, () => {});
});
app.get('/l2', (req, res) => {
  // ruleid: javascript.security.xpath-injection
  xpath.select(`//u[@n='${req.query.u}']`, doc);
});
app.post('/l3', (req, res) => {
  // ruleid: javascript.security.xml-external-entity
  libxml.parseXml(req.body.x, { noent: true });
});
app.post('/l4', (req, res) => {
  // ok: javascript.security.xml-external-entity
  libxml.parseXml(req.body.x);
});
app.get('/h1', (req, res) => {
  // ruleid: javascript.security.header-injection
  res.setHeader('X-Lang', req.query.lang);
});
app.get('/h2', (req, res) => {
  // ruleid: javascript.security.log-injection
  logger.info('login ' + req.query.u);
});
app.get('/h3', (req, res) => {
  // ok: javascript.security.log-injection
  logger.info('login ' + req.query.u.replace(/[\r\n]/g, ''));
});
app.get('/h4', (req, res) => {
  // ruleid: javascript.security.regex-injection
  new RegExp(req.query.re).test('aaa');
});
app.get('/h5', (req, res) => {
  // ok: javascript.security.regex-injection
  new RegExp(_.escapeRegExp(req.query.re)).test('aaa');
});
app.get('/h6', (req, res) => {
  // ruleid: javascript.security.session-trust-boundary
  req.session.role = req.body.role;
});
app.get('/h7', (req, res) => {
  // ruleid: javascript.security.cookie-without-secure
  res.cookie('sid', token(), { secure: false, httpOnly: true });
});
app.get('/h8', (req, res) => {
  // ok: javascript.security.cookie-without-secure
  res.cookie('sid', token(), { secure: true, httpOnly: true, sameSite: 'lax' });
});

// ruleid: javascript.security.weak-hash
const md5 = (b) => crypto.createHash('md5').update(b).digest('hex');
// ok: javascript.security.weak-hash
const sha = (b) => crypto.createHash('sha256').update(b).digest('hex');
// ruleid: javascript.security.weak-cipher
const des = (k, iv) => crypto.createCipheriv('des-cbc', k, iv);
// ok: javascript.security.weak-cipher
const gcm = (k, iv) => crypto.createCipheriv('aes-256-gcm', k, iv);
// ruleid: javascript.security.insecure-random
const token = () => Math.random().toString(36).slice(2);
// ok: javascript.security.insecure-random
const strong = () => crypto.randomBytes(16).toString('hex');
// ruleid: javascript.security.hardcoded-secret
const sign = (u) => jwt.sign({ u }, 'my-very-secret-key');
// ok: javascript.security.hardcoded-secret
const signGiven = (u) => jwt.sign({ u }, process.env.JWT_KEY);
// ruleid: javascript.security.jwt-not-verified
const verify = (t) => jwt.verify(t, null, { algorithms: ['none'] });
// ruleid: javascript.security.tls-verification-disabled
const agent = new https.Agent({ rejectUnauthorized: false });
// ruleid: javascript.security.cors-any-origin-with-credentials
app.use(cors({ origin: true, credentials: true }));
// ruleid: javascript.security.session-cookie-insecure
app.use(session({ secret: process.env.S, cookie: { secure: false } }));
