const http = require("http");

const server = http.createServer();
// ruleid: javascript.security.binds-all-interfaces
server.listen(8080, "0.0.0.0");
// ruleid: javascript.security.binds-all-interfaces
server.listen({ port: 8080, host: "0.0.0.0" });
// ok: javascript.security.binds-all-interfaces
server.listen(8080, "127.0.0.1");
// ok: javascript.security.binds-all-interfaces
server.listen(8080, process.env.ADDRESS);
