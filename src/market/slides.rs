//! The slides of a kiosk: the fair, its programme, its producers and their goods, by turns.

use super::catalogue::Card;
use super::fair::{Fair, ProgrammeItem};
use time::{Date, OffsetDateTime};

/// After so many slides of goods and producers the programme comes again.
const BETWEEN: usize = 8;

/// So many items of the programme stand on one slide.
const ITEMS: usize = 5;

/// One slide; producers and goods by their place in the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slide {
    /// The fair as a whole: its name, where and when.
    Fair,
    /// What is on and what comes next.
    Programme,
    /// `Fair::producers[…]`
    Producer(usize),
    /// A product of the catalogue.
    Product(usize),
}

/// The slides in their order: each producer before its goods, goods without a known producer last. `stall` leaves only what stands at
/// that stall. The programme is left out where it has no item, see [`programme`].
pub fn slides(fair: &Fair, cards: &[Card], stall: Option<&str>, has_programme: bool) -> Vec<Slide> {
    let is_here = |at: &Option<String>| stall.is_none_or(|stall| at.as_deref() == Some(stall));
    let mut left: Vec<usize> = (0..cards.len())
        .filter(|&place| cards.get(place).is_some_and(|card| is_here(&card.stall)))
        .collect();
    // Goods stand together by their producer, so that each producer takes its own from one place.
    left.sort_by(|a, b| producer_of(cards, *a).cmp(producer_of(cards, *b)));
    let mut goods = Vec::new();
    for (place, producer) in fair.producers.iter().enumerate() {
        let first = left.partition_point(|&card| producer_of(cards, card) < producer.gln.as_str());
        let own = left.iter().skip(first).copied();
        let own: Vec<usize> = own
            .take_while(|&card| producer_of(cards, card) == producer.gln)
            .collect();
        if is_here(&producer.stall) || !own.is_empty() {
            goods.push(Slide::Producer(place));
        }
        goods.extend(own.into_iter().map(Slide::Product));
    }
    let is_known = |card: usize| {
        let gln = producer_of(cards, card);
        fair.producers.iter().any(|producer| producer.gln == gln)
    };
    goods.extend(
        left.into_iter()
            .filter(|&card| !is_known(card))
            .map(Slide::Product),
    );
    with_the_fair(goods, has_programme)
}

fn with_the_fair(goods: Vec<Slide>, has_programme: bool) -> Vec<Slide> {
    let mut slides = vec![Slide::Fair];
    for (place, slide) in goods.into_iter().enumerate() {
        if has_programme && place % BETWEEN == 0 {
            slides.push(Slide::Programme);
        }
        slides.push(slide);
    }
    if has_programme && !slides.contains(&Slide::Programme) {
        slides.push(Slide::Programme);
    }
    slides
}

fn producer_of(cards: &[Card], place: usize) -> &str {
    cards.get(place).map_or("", |card| card.producer.as_str())
}

/// The next items of the programme of the session that is on or comes next: those that are not over at `now`, where an hour is known,
/// else those of today and later. `stall` leaves the items at that stall and those of the whole ground.
pub fn programme<'a>(
    fair: &'a Fair,
    today: Date,
    now: Option<OffsetDateTime>,
    stall: Option<&str>,
) -> Vec<&'a ProgrammeItem> {
    let Some((session, _)) = fair.next_session(today) else {
        return Vec::new();
    };
    let is_to_come = |item: &ProgrammeItem| match (item.times(), now) {
        (Some((_, end)), Some(now)) => now < end,
        (Some((start, _)), None) => today <= start.date(),
        (None, _) => false,
    };
    let is_here = |item: &ProgrammeItem| {
        stall.is_none_or(|stall| item.place == stall || item.place == "fair" || item.place.is_empty())
    };
    let items = fair.programme.iter().filter(|item| item.session == session.id);
    let mut items: Vec<_> = items.filter(|item| is_to_come(item) && is_here(item)).collect();
    items.sort_by_key(|item| item.times());
    items.truncate(ITEMS);
    items
}

#[cfg(test)]
mod tests {
    use super::Slide::{Fair as TheFair, Producer, Product, Programme};
    use super::*;
    use crate::market::fair::{ProducerEntry, Session};
    use time::Month;
    use time::format_description::well_known::Rfc3339;

    fn producer(gln: &str, stall: Option<&str>) -> ProducerEntry {
        ProducerEntry {
            gln: gln.into(),
            stall: stall.map(Into::into),
            ..ProducerEntry::default()
        }
    }

    fn card(producer: &str, stall: Option<&str>) -> Card {
        Card {
            producer: producer.into(),
            stall: stall.map(Into::into),
            ..Card::default()
        }
    }

    fn fair() -> Fair {
        let item = |at: &str, end: &str, place: &str| ProgrammeItem {
            session: "12".into(),
            at: at.into(),
            end: end.into(),
            place: place.into(),
            ..ProgrammeItem::default()
        };
        Fair {
            sessions: vec![Session {
                id: "12".into(),
                start: "2026-12-18T07:00:00+07:00".into(),
                end: "2026-12-20T21:00:00+07:00".into(),
                ..Session::default()
            }],
            producers: vec![
                producer("b", Some("B1")),
                producer("a", Some("A1")),
                producer("c", None),
            ],
            programme: vec![
                item("2026-12-19T09:00:00+07:00", "2026-12-19T10:00:00+07:00", "B1"),
                item("2026-12-18T09:00:00+07:00", "2026-12-18T10:00:00+07:00", "fair"),
                item("2026-12-18T14:00:00+07:00", "", "A1"),
                item("soon", "later", "fair"),
            ],
            ..Fair::default()
        }
    }

    #[track_caller]
    fn check(stall: Option<&str>, has_programme: bool, expected: &[Slide]) {
        let cards = [
            card("a", Some("A1")),
            card("b", Some("B1")),
            card("?", None),
            card("a", Some("A1")),
            card("c", Some("A1")),
        ];
        assert_eq!(
            slides(&fair(), &cards, stall, has_programme),
            expected,
            "{stall:?}"
        );
    }

    #[test]
    fn each_producer_stands_before_its_goods() {
        check(
            None,
            false,
            &[
                TheFair,
                Producer(0),
                Product(1),
                Producer(1),
                Product(0),
                Product(3),
                Producer(2),
                Product(4),
                Product(2),
            ],
        );
    }

    #[test]
    fn a_stall_shows_only_what_stands_at_it() {
        check(Some("B1"), true, &[TheFair, Programme, Producer(0), Product(1)]);
        check(
            Some("A1"),
            false,
            &[
                TheFair,
                Producer(1),
                Product(0),
                Product(3),
                Producer(2),
                Product(4),
            ],
        );
        check(Some("Z9"), false, &[TheFair]);
        check(Some("Z9"), true, &[TheFair, Programme]);
    }

    #[test]
    fn the_programme_comes_again_and_again() {
        let cards: Vec<Card> = (0..20).map(|_| card("a", None)).collect();
        let slides = slides(&fair(), &cards, None, true);
        let places: Vec<usize> = (0..slides.len())
            .filter(|&place| slides[place] == Programme)
            .collect();
        assert_eq!(places, [1, 10, 19]);
    }

    #[track_caller]
    fn check_programme(day: u8, now: Option<&str>, stall: Option<&str>, expected: &[&str]) {
        let fair = fair();
        let today = Date::from_calendar_date(2026, Month::December, day).unwrap();
        let moment = now.map(|now| OffsetDateTime::parse(now, &Rfc3339).unwrap());
        let items = programme(&fair, today, moment, stall);
        let found: Vec<&str> = items.iter().map(|item| &item.at[8..13]).collect();
        assert_eq!(found, expected, "{day} {now:?} {stall:?}");
    }

    #[test]
    fn the_programme_holds_what_is_on_and_what_comes() {
        check_programme(1, None, None, &["18T09", "18T14", "19T09"]);
        check_programme(19, None, None, &["19T09"]);
        check_programme(
            18,
            Some("2026-12-18T09:59:00+07:00"),
            None,
            &["18T09", "18T14", "19T09"],
        );
        check_programme(18, Some("2026-12-18T10:00:00+07:00"), None, &["18T14", "19T09"]);
        check_programme(18, Some("2026-12-18T08:30:00Z"), None, &["19T09"]);
        check_programme(18, None, Some("A1"), &["18T09", "18T14"]);
        check_programme(21, None, None, &[]);
    }
}
