require "net/http"

def open(host)
  http = Net::HTTP.new(host, 443)
  http.use_ssl = true
  # ruleid: ruby.security.tls-verification-disabled
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  # ok: ruby.security.tls-verification-disabled
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  # ruleid: ruby.security.tls-verification-disabled
  Net::HTTP.start(host, 443, verify_mode: OpenSSL::SSL::VERIFY_NONE)
  # ok: ruby.security.tls-verification-disabled
  Net::HTTP.start(host, 443, use_ssl: true)
end
