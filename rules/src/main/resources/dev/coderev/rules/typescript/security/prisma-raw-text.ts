import { Prisma, PrismaClient } from "@prisma/client";

const prisma = new PrismaClient();

export async function find(name: string, column: string) {
  // ruleid: typescript.security.prisma-raw-text
  await prisma.$queryRawUnsafe(`SELECT * FROM "User" WHERE name = '${name}'`);
  // ruleid: typescript.security.prisma-raw-text
  await prisma.$executeRawUnsafe('DELETE FROM "User" WHERE name = ' + name);
  // ruleid: typescript.security.prisma-raw-text
  Prisma.raw(`ORDER BY ${column}`);
  // ok: typescript.security.prisma-raw-text
  await prisma.$queryRaw`SELECT * FROM "User" WHERE name = ${name}`;
  // ok: typescript.security.prisma-raw-text
  await prisma.$queryRawUnsafe('SELECT * FROM "User" WHERE name = $1', name);
  // ok: typescript.security.prisma-raw-text
  return prisma.user.findMany({ where: { name } });
}
