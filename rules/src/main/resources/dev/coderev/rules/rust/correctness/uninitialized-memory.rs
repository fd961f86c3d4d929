use std::mem::{self, MaybeUninit};

fn make() -> [u8; 16] {
    // ruleid: rust.correctness.uninitialized-memory
    let a: [u8; 16] = unsafe { std::mem::uninitialized() };
    // ruleid: rust.correctness.uninitialized-memory
    let b: [u8; 16] = unsafe { mem::uninitialized() };
    // ruleid: rust.correctness.uninitialized-memory
    let c: [u8; 16] = unsafe { MaybeUninit::uninit().assume_init() };
    // ok: rust.correctness.uninitialized-memory
    let d: MaybeUninit<[u8; 16]> = MaybeUninit::uninit();
    drop((a, b, c, d));
    // ok: rust.correctness.uninitialized-memory
    [0; 16]
}
