use std::mem;

fn bits(x: f32) -> u32 {
    // ruleid: rust.security.transmute
    unsafe { std::mem::transmute(x) }
}

fn text(bytes: [u8; 4]) -> u32 {
    // ruleid: rust.security.transmute
    unsafe { mem::transmute(bytes) }
}

fn safe(x: f32, bytes: [u8; 4]) -> u32 {
    // ok: rust.security.transmute
    let a = x.to_bits();
    // ok: rust.security.transmute
    a + u32::from_ne_bytes(bytes) + mem::size_of::<u32>() as u32
}
