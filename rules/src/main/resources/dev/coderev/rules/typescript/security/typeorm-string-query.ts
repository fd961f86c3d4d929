import { Repository } from "typeorm";

interface User {
  name: string;
}

const ACTIVE = "active";

export function find(users: Repository<User>, name: string) {
  // ruleid: typescript.security.typeorm-string-query
  users.createQueryBuilder("user").where(`user.name = '${name}'`);
  // ruleid: typescript.security.typeorm-string-query
  users.createQueryBuilder("user").where("user.age > 1").andWhere("user.name = " + name);
  // ok: typescript.security.typeorm-string-query
  users.createQueryBuilder("user").where("user.name = :name", { name });
  // ok: typescript.security.typeorm-string-query
  users.createQueryBuilder("user").andWhere("user.age > 1");
  // ok: typescript.security.typeorm-string-query
  return users.find({ where: { name: `${name}` } });
}
