//! Rectangles on paper.

/// A rectangle, in µm from the upper left corner of what it stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

impl Rect {
    /// A rectangle by its left and upper edge, width and height.
    pub fn new(x: i32, y: i32, width: i32, height: i32) -> Rect {
        Rect { x, y, width, height }
    }

    /// Its right edge.
    pub fn right(self) -> i32 {
        self.x + self.width
    }

    /// Its lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// The same rectangle farther to the right and lower.
    pub fn moved(self, (x, y): (i32, i32)) -> Rect {
        Rect {
            x: self.x + x,
            y: self.y + y,
            ..self
        }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(self, other: Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Its outline as SVG path data.
    pub fn path(self) -> String {
        let Rect { x, y, width, height } = self;
        format!("M{x} {y}h{width}v{height}h-{width}z")
    }
}
