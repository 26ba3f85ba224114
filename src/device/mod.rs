//! What phones and their browsers are like: lenses, zoom, the screen over the camera's picture, browsers inside other apps;
//! and what hangs on them: readers that type, kiosks that nobody touches. Pure.

pub mod fit;
pub mod in_app;
pub mod kiosk;
mod labels;
pub mod lens;
pub mod trial;
pub mod wedge;
pub mod zoom;
