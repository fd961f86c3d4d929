class ProxyController < ApplicationController
  def fetch
    url = params[:url]
    # ruleid: ruby.security.server-side-request-forgery
    @text = Net::HTTP.get(URI(url))
    # ruleid: ruby.security.server-side-request-forgery
    @other = URI.open("http://" + url).read
    # ruleid: ruby.security.server-side-request-forgery
    @third = HTTParty.get(url)
    # ok: ruby.security.server-side-request-forgery
    @safe = HTTParty.get("https://api.example.com/items?q=#{CGI.escape(url)}")
    # ok: ruby.security.server-side-request-forgery
    @fixed = Net::HTTP.get(URI("https://api.example.com/status"))
  end
end
