//! The parts and sizes in which a photo is looked at: from coarse to fine, then piece by piece.

use super::luma::View;

/// The long edges in pixels at which the whole photo is looked at, best first.
const LONG_EDGES: [u32; 4] = [1600, 1000, LARGEST_WHOLE, 800];

/// The longest edge in pixels at which a whole photo is looked at.
const LARGEST_WHOLE: u32 = 2400;

/// No view is looked at with a longer edge than this, in pixels.
const LONGEST_TILE: u32 = 1600;

/// The most pixels looked at in one photo: some seconds of work on an older phone.
const WORK_LIMIT: u64 = 26_000_000;

/// The views of a photo in the order in which they are worth a look, until the work limit is reached.
pub fn views(width: u32, height: u32) -> impl Iterator<Item = View> {
    let mut work = 0;
    wholes(width, height)
        .chain(tiles(width, height))
        .take_while(move |view| {
            work += u64::from(view.out_width) * u64::from(view.out_height);
            work <= WORK_LIMIT
        })
}

/// The whole photo at each long edge, never enlarged and never twice in one size.
fn wholes(width: u32, height: u32) -> impl Iterator<Item = View> {
    let edges = LONG_EDGES.map(|edge| edge.min(width.max(height)));
    (0..edges.len()).filter_map(move |i| {
        let (earlier, rest) = edges.split_at(i);
        let edge = rest.first().filter(|edge| !earlier.contains(edge))?;
        Some(View::shrunk(0, 0, width, height, *edge))
    })
}

/// Nine pieces, each two fifths of the photo wide and high, a quarter of each also in the next; the middle one first.
fn tiles(width: u32, height: u32) -> impl Iterator<Item = View> {
    const ORDER: [(u32, u32); 9] = [
        (1, 1),
        (0, 1),
        (2, 1),
        (1, 0),
        (1, 2),
        (0, 0),
        (2, 0),
        (0, 2),
        (2, 2),
    ];
    // The largest whole view shows the pixels of a smaller photo as they are.
    let worth = width.max(height) > LARGEST_WHOLE;
    let order = ORDER.into_iter().filter(move |_| worth);
    order.map(move |(column, row)| {
        let (step_x, step_y) = (width / 10 * 3, height / 10 * 3);
        let (tile_width, tile_height) = (width / 10 * 4, height / 10 * 4);
        let (x, y) = (column * step_x, row * step_y);
        View::shrunk(x, y, tile_width, tile_height, LONGEST_TILE)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sizes that are looked at.
    fn check(width: u32, height: u32, wholes: &[(u32, u32)], tiles: usize) {
        let views: Vec<View> = views(width, height).collect();
        let sizes: Vec<(u32, u32)> = views.iter().map(|v| (v.out_width, v.out_height)).collect();
        assert_eq!(sizes.get(..wholes.len()), Some(wholes), "{width} x {height}");
        assert_eq!(views.len(), wholes.len() + tiles, "{width} x {height}");
        for view in views {
            assert!(
                view.x + view.width <= width && view.y + view.height <= height,
                "{view:?}"
            );
        }
    }

    #[test]
    fn a_photo_is_seen_from_coarse_to_fine() {
        check(
            4000,
            3000,
            &[(1600, 1200), (1000, 750), (2400, 1800), (800, 600)],
            9,
        );
        check(
            1500,
            3000,
            &[(800, 1600), (500, 1000), (1200, 2400), (400, 800)],
            9,
        );
        check(
            2000,
            1000,
            &[(1600, 800), (1000, 500), (2000, 1000), (800, 400)],
            0,
        );
    }

    #[test]
    fn a_small_photo_is_never_enlarged() {
        check(1280, 720, &[(1280, 720), (1000, 562), (800, 450)], 0);
        check(640, 480, &[(640, 480)], 0);
        check(1, 5, &[(1, 5)], 0);
    }

    #[test]
    fn the_work_has_a_limit() {
        for (width, height) in [(12_000, 9_000), (100_000, 90_000), (u32::MAX, u32::MAX)] {
            let pixels = |view: View| u64::from(view.out_width) * u64::from(view.out_height);
            let work: u64 = views(width, height).map(pixels).sum();
            assert!(work <= WORK_LIMIT, "{width} x {height}: {work}");
        }
    }
}
