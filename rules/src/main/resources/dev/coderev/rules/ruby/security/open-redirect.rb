class SessionsController < ApplicationController
  def create
    # ruleid: ruby.security.open-redirect
    redirect_to(params[:return_to])
  end

  def show
    # ruleid: ruby.security.open-redirect
    redirect_to "https://#{params[:host]}/done", status: 302
  end

  def leave
    # ok: ruby.security.open-redirect
    redirect_to root_path
  end

  def item
    # ok: ruby.security.open-redirect
    redirect_to Item.find(params[:id])
  end

  def tag
    # ok: ruby.security.open-redirect
    redirect_to tag_path(params[:tag])
  end

  def checked
    # ok: ruby.security.open-redirect
    redirect_to(url_from(params[:return_to]) || root_path)
  end
end
