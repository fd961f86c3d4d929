class PostsController < ApplicationController
  skip_before_action :verify_authenticity_token, only: [:import]

  def index
    @posts = Post.where("title LIKE '%#{params[:q]}%'").order(params[:sort])
    @heading = "<h1>Posts about #{params[:q]}</h1>".html_safe
  end

  def show
    @post = Post.find(params[:id])
  end

  def create
    @post = Post.create(params.require(:post).permit!)
    redirect_to(params[:return_to])
  end

  def import
    @settings = YAML.load(params[:settings])
    begin
      Post.insert_all(@settings["posts"])
    rescue StandardError => e
    end
    redirect_to posts_path
  end
end
