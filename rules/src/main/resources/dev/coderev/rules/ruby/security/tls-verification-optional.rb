require "net/http"

def open(host, insecure, verbose)
  http = Net::HTTP.new(host, 443)
  if insecure
    # ruleid: ruby.security.tls-verification-optional
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  end
  if verbose
    # ok: ruby.security.tls-verification-optional
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  end
  http
end
