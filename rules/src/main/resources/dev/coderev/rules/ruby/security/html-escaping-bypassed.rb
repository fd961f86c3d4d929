class PagesController < ApplicationController
  def show
    name = params[:name]
    # ruleid: ruby.security.html-escaping-bypassed
    @title = "<b>#{name}</b>".html_safe
    # ruleid: ruby.security.html-escaping-bypassed
    @text = raw(params[:text])
    # ok: ruby.security.html-escaping-bypassed
    @safe = "<b>#{ERB::Util.html_escape(name)}</b>".html_safe
    # ok: ruby.security.html-escaping-bypassed
    @fixed = "<b>fixed</b>".html_safe
    # ok: ruby.security.html-escaping-bypassed
    @plain = name
  end

  def greet
    # ruleid: ruby.security.html-escaping-bypassed
    render(html: params[:greeting])
  end
end
