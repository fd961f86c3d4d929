class PreviewsController < ApplicationController
  def show
    body = params[:body]
    # ruleid: ruby.security.template-injection
    render(inline: "<p>#{body}</p>")
  end

  def mail
    # ruleid: ruby.security.template-injection
    @text = ERB.new(params[:template]).result
    # ok: ruby.security.template-injection
    @fixed = ERB.new("<p><%= body %></p>").result
    # ok: ruby.security.template-injection
    render(inline: "<p>fixed</p>")
  end
end
