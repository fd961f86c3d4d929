import Koa from 'koa';
import Router from '@koa/router';
import Fastify from 'fastify';
import { NextRequest, NextResponse } from 'next/server';
import type { Request, Response } from 'express';
import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Controller, Get, Query, Param, Body, Post } from '@nestjs/common';
import { DataSource, Repository } from 'typeorm';
import { PrismaClient } from '@prisma/client';
import { Pool } from 'pg';

const pool = new Pool();
const prisma = new PrismaClient();
const router = new Router();

router.get('/a', async (ctx) => {
  // ruleid: javascript.security.sql-injection
  ctx.body = await pool.query(`select * from t where a = '${ctx.query.a}'`);
});
router.get('/b', async (ctx) => {
  // ok: javascript.security.sql-injection
  ctx.body = await pool.query('select * from t where a = $1', [ctx.query.a]);
});
router.post('/c', async (ctx: Koa.Context) => {
  // ruleid: javascript.security.command-injection
  exec('ls ' + (ctx.request.body as { d: string }).d);
});
router.get('/d', async (ctx) => {
  ctx.type = 'html';
  // ruleid: javascript.security.reflected-xss
  ctx.body = '<p>' + ctx.query.n + '</p>';
});
router.get('/e', async (ctx) => {
  // ruleid: javascript.security.open-redirect
  ctx.redirect(ctx.query.to as string);
});

const fastify = Fastify();
fastify.get('/a', async (request, reply) => {
  // ruleid: javascript.security.sql-injection
  return pool.query('select ' + (request.query as any).a);
});
fastify.get('/b', async (request, reply) => {
  const { a } = request.query as { a: string };
  reply.type('text/html');
  // ruleid: javascript.security.reflected-xss
  return reply.send('<p>' + a + '</p>');
});

export async function GET(request: NextRequest) {
  const q = request.nextUrl.searchParams.get('q')!;
  // ruleid: javascript.security.sql-injection
  const r = await pool.query("select * from t where q = '" + q + "'");
  return NextResponse.json(r.rows);
}

export async function POST(request: NextRequest) {
  const { to }: { to: string } = await request.json();
  // ruleid: javascript.security.open-redirect
  return NextResponse.redirect(to);
}

export default async function handler(req: Request, res: Response): Promise<void> {
  const name: string = (req.query.name as string) ?? 'x';
  // ruleid: javascript.security.path-traversal
  const text = await readFile(`/srv/${name}`, 'utf8');
  res.json({ text });
}

@Controller('items')
export class ItemsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  find(@Query('name') name: string) {
    // ruleid: javascript.security.sql-string-building, javascript.security.sql-injection
    return this.source.query(`select * from items where name = '${name}'`);
  }

  @Get('bound')
  findBound(@Query('name') name: string) {
    // ok: javascript.security.sql-injection
    return this.source.query('select * from items where name = $1', [name]);
  }

  @Post(':id')
  one(@Param('id') id: string, @Body() body: { order: string }) {
    // ruleid: javascript.security.sql-injection
    return this.source.query('select * from items order by ' + body.order);
  }
}

enum Direction { Up = 'asc', Down = 'desc' }

interface Search { term: string; limit?: number }

const build = <T extends Search>(s: T): string => `select * from t where a = '${s.term}' limit ${s.limit ?? 10}`;

export const search = async (req: Request, res: Response) => {
  const s: Search = { term: req.body.term as string };
  // ruleid: javascript.security.sql-injection
  res.json(await pool.query(build(s)));
};

export const sorted = async (req: Request, res: Response) => {
  const d: Direction = req.query.d === 'down' ? Direction.Down : Direction.Up;
  // ok: javascript.security.sql-injection
  res.json(await pool.query(`select * from t order by a ${d}`));
};

export const prismaRaw = async (req: Request, res: Response) => {
  // ruleid: typescript.security.prisma-raw-text, javascript.security.sql-injection
  res.json(await prisma.$queryRawUnsafe('select * from t where a = ' + req.query.a));
};

export const prismaTagged = async (req: Request, res: Response) => {
  // ok: javascript.security.sql-injection
  res.json(await prisma.$queryRaw`select * from t where a = ${req.query.a}`);
};

abstract class Handler {
  protected abstract table(req: Request): string;
  async run(req: Request) {
    // ruleid: javascript.security.sql-injection
    return pool.query('select * from ' + this.table(req));
  }
}
class OpenHandler extends Handler {
  protected table(req: Request): string { return req.params.table; }
}

export class Service {
  private static instance: Service;
  private constructor(private readonly p: Pool) {}
  static get(): Service { return (Service.instance ??= new Service(pool)); }
  find(term: string) {
    // ruleid: javascript.security.sql-string-building
    return this.p.query(`select '${term}'`);
  }
}
export const viaSingleton = (req: Request, res: Response) => { Service.get().find(req.query.t as string); };
