//! What the fake camera shows: a film in the y4m format, of one still picture or of several.

use crate::codes::Picture;
use std::io::Write;
use std::path::PathBuf;

/// The size of the film, as most phone cameras give it first.
const SIZE: (usize, usize) = (1280, 720);

/// Writes a film with the picture in its middle on a grey ground and gives its path.
pub fn film(name: &str, picture: &Picture) -> PathBuf {
    film_of(name, &[picture.clone(), picture.clone(), picture.clone()])
}

/// Writes a film of these pictures, shown over and over, thirty a second, and gives its path.
pub fn film_of(name: &str, pictures: &[Picture]) -> PathBuf {
    let chroma = vec![128_u8; SIZE.0 * SIZE.1 / 2];
    let path = crate::driver::scratch().join(format!("{name}.y4m"));
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    writeln!(file, "YUV4MPEG2 W{} H{} F30:1 Ip A1:1 C420mpeg2", SIZE.0, SIZE.1).unwrap();
    for picture in pictures {
        let frame = picture.centred_on(SIZE.0, SIZE.1, 128);
        file.write_all(b"FRAME\n").unwrap();
        file.write_all(&frame.pixels).unwrap();
        file.write_all(&chroma).unwrap();
    }
    file.flush().unwrap();
    path
}
