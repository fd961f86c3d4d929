const crypto = require("crypto");
const multer = require("multer");
const path = require("path");

const open = multer.diskStorage({
  destination: "/srv/uploads",
  filename: (req, file, done) => {
    // ruleid: javascript.security.upload-keeps-client-name
    done(null, file.originalname);
  },
});

const dated = multer.diskStorage({
  filename: function (req, file, done) {
    // ruleid: javascript.security.upload-keeps-client-name
    done(null, Date.now() + "-" + file.originalname);
  },
});

const safe = multer.diskStorage({
  filename: (req, file, done) => {
    // ok: javascript.security.upload-keeps-client-name
    done(null, crypto.randomUUID());
  },
});

const typed = multer.diskStorage({
  filename: (req, file, done) => {
    // ok: javascript.security.upload-keeps-client-name
    done(null, crypto.randomUUID() + path.extname(file.originalname));
  },
});

module.exports = { open, dated, safe, typed };
