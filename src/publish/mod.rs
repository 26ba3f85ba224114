//! A checked market → the static API files. Native only.
