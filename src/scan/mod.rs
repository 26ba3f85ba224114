//! Pixels → symbols.
