//! Why nothing came: the five kinds of nothing that pages tell apart, and a plain sentence for each reason.

use super::findings::{About, Silence, Why};
use crate::words::Lang;

/// Why nothing can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Everybody who was asked answered, and nobody knows it.
    Unknown,
    /// The phone has no network.
    Offline,
    /// A source cannot be reached, or fails.
    Down,
    /// A source has been asked too often; how many seconds to wait.
    Busy(u32),
    /// A source is there, but lets no page of another site ask.
    Closed,
}

impl Cause {
    /// The cause that helps most: what the shopper can do something about comes first. `is_online` is what the browser believes.
    /// A list that did not come is no answer about the code, and counts for nothing.
    pub fn of(silences: &[Silence], is_online: bool) -> Cause {
        let about_code = silences.iter().filter(|silence| silence.about == About::Code);
        let causes = about_code.map(|silence| silence.why.cause(is_online));
        causes.min_by_key(|cause| cause.rank()).unwrap_or(Cause::Unknown)
    }

    /// The less, the more it helps to know.
    fn rank(self) -> u8 {
        match self {
            Cause::Offline => 0,
            Cause::Busy(_) => 1,
            Cause::Down => 2,
            Cause::Closed => 3,
            Cause::Unknown => 4,
        }
    }

    /// Its name in the page's attributes.
    pub fn name(self) -> &'static str {
        match self {
            Cause::Unknown => "unknown",
            Cause::Offline => "offline",
            Cause::Down => "down",
            Cause::Busy(_) => "busy",
            Cause::Closed => "closed",
        }
    }

    /// Whether asking again may help.
    pub fn may_pass(self) -> bool {
        !matches!(self, Cause::Unknown | Cause::Closed)
    }

    /// What has happened.
    pub fn heading(self, lang: Lang) -> &'static str {
        let words = lang.problem();
        match self {
            Cause::Unknown => words.nothing_unknown,
            Cause::Offline => words.nothing_offline,
            Cause::Down => words.nothing_down,
            Cause::Busy(_) => words.nothing_busy,
            Cause::Closed => words.nothing_closed,
        }
    }

    /// What to do about it.
    pub fn help(self, lang: Lang) -> String {
        let words = lang.problem();
        match self {
            Cause::Unknown => words.help_unknown.to_owned(),
            Cause::Offline => words.help_offline.to_owned(),
            Cause::Down => words.help_down.to_owned(),
            Cause::Busy(seconds) => words.help_busy.replace("{n}", &seconds.to_string()),
            Cause::Closed => words.help_closed.to_owned(),
        }
    }
}

impl Silence {
    /// What the silence means, and what to do next.
    pub fn sentence(&self, lang: Lang, is_online: bool) -> String {
        let reason = self.why.sentence(self.source.in_lang(lang), lang, is_online);
        match self.about {
            About::Code => reason,
            About::Recalls => format!("{} {reason}", lang.problem().recalls_silent),
        }
    }
}

impl Why {
    /// Which kind of nothing it is.
    pub fn cause(&self, is_online: bool) -> Cause {
        match self {
            Why::Unreachable if !is_online => Cause::Offline,
            Why::Unreachable | Why::TimedOut(_) | Why::LeadsAway => Cause::Down,
            Why::Refused(_) | Why::Broken(_) => Cause::Down,
            Why::TooOften(seconds) => Cause::Busy(*seconds),
            Why::Closed => Cause::Closed,
            Why::NotThere | Why::Invalid | Why::CutOff | Why::NotAsked => Cause::Unknown,
        }
    }

    /// What it means that `source` gave no answer for this reason, and what to do next.
    pub fn sentence(&self, source: &str, lang: Lang, is_online: bool) -> String {
        let words = lang.problem();
        let rest = match self {
            Why::Unreachable if !is_online => return words.offline.to_owned(),
            Why::NotThere => words.not_there.to_owned(),
            Why::Unreachable => words.unreachable.to_owned(),
            Why::TimedOut(_) => words.timed_out.to_owned(),
            Why::Closed => words.closed.to_owned(),
            Why::LeadsAway => words.leads_away.to_owned(),
            Why::TooOften(seconds) => words.too_often.replace("{n}", &seconds.to_string()),
            Why::Invalid => words.invalid.to_owned(),
            Why::CutOff => words.cut_off.to_owned(),
            Why::Refused(status) => words.refused.replace("{n}", &status.to_string()),
            Why::Broken(_) => words.unreadable.to_owned(),
            Why::NotAsked => words.not_asked.to_owned(),
        };
        format!("{source} {rest}")
    }

    /// Whether asking again may help.
    pub fn is_passing(&self) -> bool {
        !matches!(
            self,
            Why::NotThere | Why::NotAsked | Why::Closed | Why::Invalid | Why::CutOff
        )
    }

    /// Whether the way to the source may be the cause rather than the source itself.
    pub fn is_of_network(&self) -> bool {
        matches!(self, Why::Unreachable | Why::TimedOut(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Text;

    fn silence(why: Why, about: About) -> Silence {
        let source = Text::same("Kho");
        Silence { source, why, about }
    }

    #[test]
    fn the_five_kinds_of_nothing_are_told_apart() {
        for (whys, is_online, cause) in [
            (vec![], true, Cause::Unknown),
            (vec![Why::NotThere, Why::NotAsked], true, Cause::Unknown),
            (vec![Why::Invalid], true, Cause::Unknown),
            (vec![Why::Unreachable], false, Cause::Offline),
            (vec![Why::NotThere], false, Cause::Unknown),
            (vec![Why::Unreachable], true, Cause::Down),
            (vec![Why::TimedOut(8000)], true, Cause::Down),
            (vec![Why::LeadsAway], true, Cause::Down),
            (vec![Why::Refused(500), Why::Closed], true, Cause::Down),
            (vec![Why::Broken("?".to_owned())], true, Cause::Down),
            (
                vec![Why::NotThere, Why::TooOften(7), Why::Refused(500)],
                true,
                Cause::Busy(7),
            ),
            (vec![Why::NotThere, Why::Closed], true, Cause::Closed),
        ] {
            let silences: Vec<_> = whys.into_iter().map(|why| silence(why, About::Code)).collect();
            assert_eq!(Cause::of(&silences, is_online), cause, "{silences:?}");
        }
    }

    #[test]
    fn a_recall_list_that_did_not_come_makes_no_code_unanswered() {
        let unknown = silence(Why::NotThere, About::Code);
        for why in [
            Why::Unreachable,
            Why::Broken("?".to_owned()),
            Why::TooOften(7),
            Why::Closed,
        ] {
            let list = silence(why, About::Recalls);
            assert_eq!(Cause::of(&[list.clone(), unknown.clone()], true), Cause::Unknown);
            for (lang, first) in [
                (Lang::Vi, "Chưa tải được danh sách thu hồi."),
                (Lang::En, "The recall list could not be loaded."),
            ] {
                assert!(list.sentence(lang, true).starts_with(first), "{list:?}");
            }
        }
    }

    #[test]
    fn every_reason_has_its_sentence_in_both_languages() {
        let reasons = [
            Why::NotThere,
            Why::Unreachable,
            Why::Closed,
            Why::LeadsAway,
            Why::TooOften(7),
            Why::Invalid,
            Why::CutOff,
            Why::TimedOut(8000),
            Why::Refused(500),
            Why::Broken("?".to_owned()),
            Why::NotAsked,
        ];
        for lang in [Lang::Vi, Lang::En] {
            let mut sentences: Vec<_> = reasons
                .iter()
                .map(|why| why.sentence("Kho", lang, true))
                .collect();
            assert!(
                sentences
                    .iter()
                    .all(|sentence| sentence.starts_with("Kho ") && !sentence.contains('{'))
            );
            sentences.sort();
            sentences.dedup();
            assert_eq!(sentences.len(), reasons.len());
            assert!(!Why::Unreachable.sentence("Kho", lang, false).contains("Kho"));
        }
    }
}
