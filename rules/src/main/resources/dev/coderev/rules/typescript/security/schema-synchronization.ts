import { DataSource, createConnection } from "typeorm";

// ruleid: typescript.security.schema-synchronization
export const a = new DataSource({ type: "postgres", synchronize: true });
// ruleid: typescript.security.schema-synchronization
createConnection({ type: "sqlite", database: "x", synchronize: true });
// ok: typescript.security.schema-synchronization
export const b = new DataSource({ type: "postgres", synchronize: false });
// ok: typescript.security.schema-synchronization
export const c = new DataSource({ type: "postgres", migrations: ["m/*.ts"] });
