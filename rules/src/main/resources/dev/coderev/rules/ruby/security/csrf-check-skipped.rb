class HooksController < ApplicationController
  # ruleid: ruby.security.csrf-check-skipped
  skip_before_action :verify_authenticity_token
end

class OtherController < ApplicationController
  # ruleid: ruby.security.csrf-check-skipped
  skip_before_action :verify_authenticity_token, only: [:create]
  # ok: ruby.security.csrf-check-skipped
  skip_before_action :require_login
  # ok: ruby.security.csrf-check-skipped
  protect_from_forgery with: :exception
end
