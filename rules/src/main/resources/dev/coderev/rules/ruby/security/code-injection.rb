class SumsController < ApplicationController
  def show
    formula = params[:formula]
    # ruleid: ruby.security.code-injection
    @result = eval(formula)
    # ruleid: ruby.security.code-injection
    Report.class_eval("def title; '#{formula}'; end")
    # ok: ruby.security.code-injection
    @fixed = eval("1 + 1")
    # ok: ruby.security.code-injection
    @number = Integer(formula)
  end
end
