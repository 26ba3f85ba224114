//! The scanner's program: a frame in, a reading out.

fn main() {}
