import { Body, Controller, Post, Query } from "@nestjs/common";

class CreateUser {
  name!: string;
}

@Controller("users")
export class Users {
  @Post()
  // ruleid: typescript.security.untyped-request-body
  create(@Body() body: any) {
    return body;
  }

  @Post("find")
  // ruleid: typescript.security.untyped-request-body
  find(@Query() query: any) {
    return query;
  }

  @Post("typed")
  // ok: typescript.security.untyped-request-body
  typed(@Body() body: CreateUser) {
    return body;
  }

  // ok: typescript.security.untyped-request-body
  plain(body: any) {
    return body;
  }
}
