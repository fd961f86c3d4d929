class ReportsController < ApplicationController
  def show
    # ruleid: ruby.security.class-from-request
    @model = params[:type].constantize
    # ruleid: ruby.security.class-from-request
    @other = Object.const_get(params[:class])
    # ok: ruby.security.class-from-request
    @fixed = "Report".constantize
    # ok: ruby.security.class-from-request
    @found = Report.find_by(name: params[:name])
  end
end
