class UsersController < ApplicationController
  def create
    # ruleid: ruby.security.mass-assignment
    User.create(params.require(:user).permit!)
    # ruleid: ruby.security.mass-assignment
    User.new(params[:user].to_unsafe_h)
    # ok: ruby.security.mass-assignment
    User.create(params.require(:user).permit(:name, :email))
    # ok: ruby.security.mass-assignment
    User.new(name: params[:name])
  end
end
