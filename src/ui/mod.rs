//! The pages: one page or one part per file. They arrange; the pure rooms think.
