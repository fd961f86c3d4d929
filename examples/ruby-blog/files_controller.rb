class FilesController < ApplicationController
  def show
    send_file(File.join("uploads", params[:name]))
  end

  def thumbnail
    width = params[:width].to_i
    name = File.basename(params[:name])
    system("convert", "uploads/#{name}", "-resize", width.to_s, "thumbs/#{name}")
    send_file("thumbs/#{name}")
  end

  def archive
    system("tar czf backup.tgz uploads/#{params[:folder]}")
    head :ok
  end
end
