class SessionsController < ApplicationController
  def create
    user = params[:user]
    # ruleid: ruby.security.log-injection
    Rails.logger.warn("login of #{user} failed")
    # ruleid: ruby.security.log-injection
    logger.info("agent " + request.user_agent)
    # ok: ruby.security.log-injection
    Rails.logger.warn("login of #{user.inspect} failed")
    # ok: ruby.security.log-injection
    Rails.logger.warn("login failed")
  end
end
