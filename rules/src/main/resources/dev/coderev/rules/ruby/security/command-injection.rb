class ToolsController < ApplicationController
  def ping
    host = params[:host]
    # ruleid: ruby.security.command-injection
    system("ping -c 1 #{host}")
    # ruleid: ruby.security.command-injection
    out = `dig #{host}`
    # ruleid: ruby.security.command-injection
    IO.popen("whois " + host)
    # ok: ruby.security.command-injection
    system("ping", "-c", "1", host)
    # ok: ruby.security.command-injection
    system("ping -c 1 #{Shellwords.escape(host)}")
    # ok: ruby.security.command-injection
    up = `uptime`
    count = params[:count].to_i
    # ok: ruby.security.command-injection
    system("head -n #{count} log")
  end
end
