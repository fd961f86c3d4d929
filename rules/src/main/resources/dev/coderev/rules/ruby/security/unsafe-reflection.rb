class ReportsController < ApplicationController
  def show
    # ruleid: ruby.security.unsafe-reflection
    @value = @report.send(params[:column])
    # ruleid: ruby.security.unsafe-reflection
    @model = params[:type].constantize
    # ruleid: ruby.security.unsafe-reflection
    @other = Object.const_get(params[:class])
    # ok: ruby.security.unsafe-reflection
    @title = @report.send(:title)
    # ok: ruby.security.unsafe-reflection
    @fixed = "Report".constantize
    # ok: ruby.security.unsafe-reflection
    @found = Report.find_by(column: params[:column])
  end
end
