//! The organiser's command.

fn main() {}
