//! The app's program: mounts the pages.

fn main() {}
