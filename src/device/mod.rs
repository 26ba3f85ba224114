//! What phones and their browsers are like: lenses, zoom, the screen over the camera's picture, browsers inside other apps. Pure.

pub mod fit;
pub mod in_app;
mod labels;
pub mod lens;
pub mod trial;
pub mod zoom;
