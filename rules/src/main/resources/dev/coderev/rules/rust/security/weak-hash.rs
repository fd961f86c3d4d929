use sha1::{Digest, Sha1};
use sha2::Sha256;

fn sums(data: &[u8]) {
    // ruleid: rust.security.weak-hash
    let a = md5::compute(data);
    // ruleid: rust.security.weak-hash
    let b = Sha1::digest(data);
    // ruleid: rust.security.weak-hash
    let mut c = Sha1::new();
    c.update(data);
    // ok: rust.security.weak-hash
    let d = Sha256::digest(data);
    // ok: rust.security.weak-hash
    let e = Sha256::new();
    drop((a, b, c, d, e));
}
