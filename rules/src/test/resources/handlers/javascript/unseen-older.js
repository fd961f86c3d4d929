const { exec } = require('child_process');
const fs = require('fs');
const { MongoClient } = require('mongodb');
const unzipper = require('unzipper');
const superagent = require('superagent');

// Objects made by functions, as before there were classes.
function Shelf(db) {
  const books = db.collection('books');

  this.byTitle = (title, done) => {
    // ruleid: javascript.security.nosql-injection
    books.find({ $where: `this.title == '${title}'` }).toArray(done);
  };

  this.byNumber = (number, done) => {
    const wanted = parseInt(number, 10);
    // ok: javascript.security.nosql-injection
    books.find({ $where: `this.number == ${wanted}` }).toArray(done);
  };

  this.print = function (title) {
    // ruleid: javascript.security.command-injection
    exec('lpr ' + title);
  };

  this.clean = function () {
    // ok: javascript.security.command-injection
    exec('lprm -');
  };
}

function Desk(db) {
  const shelf = new Shelf(db);

  this.search = (req, res, next) => {
    const { title, number } = req.query;
    shelf.byTitle(title, (error, found) => (error ? next(error) : res.json(found)));
    shelf.byNumber(number, (error, found) => (error ? next(error) : res.json(found)));
  };

  this.order = (req, res) => {
    shelf.print(req.body.title);
    shelf.clean();
    res.end();
  };
}

// The request, taken apart in a handler that is registered elsewhere.
function download() {
  return ({ params, query }, res, next) => {
    // ruleid: javascript.security.path-traversal
    fs.readFile('/srv/books/' + params.name, (error, data) => (error ? next(error) : res.end(data)));
    // ruleid: javascript.security.ssrf
    superagent.agent().post(query.mirror).send({});
    // ok: javascript.security.path-traversal
    fs.readFile('/srv/books/index', () => {});
  };
}

// An archive that is read as a whole.
async function unpack(buffer) {
  const archive = await unzipper.Open.buffer(buffer);
  for (const entry of archive.files) {
    // ruleid: javascript.security.archive-entry-path
    entry.stream().pipe(fs.createWriteStream('/srv/books/' + entry.path));
    // ok: javascript.security.archive-entry-path
    entry.stream().pipe(fs.createWriteStream('/srv/books/' + Number(entry.path)));
  }
}

module.exports = { Desk, download, unpack, connect: () => MongoClient.connect('mongodb://localhost') };
