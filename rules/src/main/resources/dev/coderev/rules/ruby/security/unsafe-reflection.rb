class ReportsController < ApplicationController
  def show
    # ruleid: ruby.security.unsafe-reflection
    @value = @report.send(params[:column])
    # ruleid: ruby.security.unsafe-reflection
    @other = @report.public_send(params[:other])
    # ok: ruby.security.unsafe-reflection
    @title = @report.send(:title)
    # ok: ruby.security.unsafe-reflection
    @found = Report.find_by(column: params[:column])
  end
end
