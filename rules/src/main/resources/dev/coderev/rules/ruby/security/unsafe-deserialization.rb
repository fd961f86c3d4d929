class ImportsController < ApplicationController
  def create
    # ruleid: ruby.security.unsafe-deserialization
    @cart = Marshal.load(Base64.decode64(cookies[:cart]))
    # ruleid: ruby.security.unsafe-deserialization
    @settings = YAML.load(params[:settings])
    # ok: ruby.security.unsafe-deserialization
    @safe = YAML.safe_load(params[:settings])
    # ok: ruby.security.unsafe-deserialization
    @json = JSON.parse(request.raw_post)
    # ok: ruby.security.unsafe-deserialization
    @own = YAML.load(File.read("config/app.yml"))
  end
end
