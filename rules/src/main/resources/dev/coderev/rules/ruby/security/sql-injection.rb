class OrdersController < ApplicationController
  def index
    # ruleid: ruby.security.sql-injection
    @orders = Order.where("customer = '#{params[:customer]}'")
    # ruleid: ruby.security.sql-injection
    @sorted = Order.order(params[:sort])
    # ok: ruby.security.sql-injection
    @safe = Order.where("customer = ?", params[:customer])
    # ok: ruby.security.sql-injection
    @hash = Order.where(customer: params[:customer])
    # ok: ruby.security.sql-injection
    @number = Order.where("id = #{params[:id].to_i}")
  end

  def destroy
    sql = "DELETE FROM orders WHERE id = " + params[:id]
    # ruleid: ruby.security.sql-injection
    ActiveRecord::Base.connection.execute(sql)
    # ok: ruby.security.sql-injection
    ActiveRecord::Base.connection.execute("DELETE FROM orders WHERE stale = 1")
    # ok: ruby.security.sql-injection
    @open = Order.where("#{params[:kind]}_id": nil)
    by_name(params[:name])
  end

  def by_name(name)
    # ruleid: ruby.security.sql-injection
    User.find_by_sql("SELECT * FROM users WHERE name = '#{name}'")
  end
end
