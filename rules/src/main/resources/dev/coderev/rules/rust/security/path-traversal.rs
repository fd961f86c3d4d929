use actix_web::{web, HttpRequest, HttpResponse};
use std::fs;
use std::path::Path;

fn download(name: web::Path<String>) -> HttpResponse {
    let path = format!("/srv/files/{}", name);
    // ruleid: rust.security.path-traversal
    let text = fs::read_to_string(path).unwrap();
    HttpResponse::Ok().body(text)
}

fn show(request: HttpRequest) -> HttpResponse {
    let name = request.match_info().get("name").unwrap();
    // ruleid: rust.security.path-traversal
    let data = fs::read(Path::new("/srv/files").join(name)).unwrap();
    // ok: rust.security.path-traversal
    let fixed = fs::read("/srv/files/index").unwrap();
    drop(fixed);
    HttpResponse::Ok().body(data)
}

fn checked(name: web::Path<String>) -> HttpResponse {
    if name.contains("..") {
        return HttpResponse::BadRequest().finish();
    }
    // ok: rust.security.path-traversal
    let data = fs::read(format!("/srv/files/{}", name)).unwrap();
    HttpResponse::Ok().body(data)
}
