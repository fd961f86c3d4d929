class FilesController < ApplicationController
  def show
    name = params[:name]
    # ruleid: ruby.security.path-traversal
    send_file("uploads/#{name}")
    # ruleid: ruby.security.path-traversal
    @text = File.read(File.join("uploads", name))
    # ok: ruby.security.path-traversal
    @safe = File.read(File.join("uploads", File.basename(name)))
    # ok: ruby.security.path-traversal
    send_file("public/terms.pdf")
  end

  def checked
    path = File.expand_path(params[:name], "/srv/files")
    if path.start_with?("/srv/files/")
      # ok: ruby.security.path-traversal
      send_file(path)
    end
  end

  def destroy
    # ruleid: ruby.security.path-traversal
    FileUtils.rm_rf("uploads/" + params[:dir])
  end
end
