//! The organiser's tables → a checked market, every error with file, row and field. Pure.
