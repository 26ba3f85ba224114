//! Every word of the catalogue once, so that a written word is held against each of them once and not in every card.

/// The words, each with the number under which the cards name it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dictionary {
    words: Vec<Box<str>>,
    /// The numbers of the words by the alphabet.
    sorted: Vec<u32>,
}

impl Dictionary {
    /// The number of a word, which is added where it is new.
    pub fn number(&mut self, word: &str) -> u32 {
        // OK because a number of `sorted` is a place in `words`, and 400 thousand million words do not exist.
        let place = self
            .sorted
            .binary_search_by(|at| (*self.words[*at as usize]).cmp(word));
        match place {
            Ok(place) => self.sorted[place],
            Err(place) => {
                let number = self.words.len() as u32;
                self.words.push(word.into());
                self.sorted.insert(place, number);
                number
            }
        }
    }

    /// The words in the order of their numbers.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &**word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number() {
        let mut dictionary = Dictionary::default();
        let numbers = ["shan", "che", "xanh", "che", "shan", "an"].map(|word| dictionary.number(word));
        assert_eq!(numbers, [0, 1, 2, 1, 0, 3]);
        assert_eq!(
            dictionary.words().collect::<Vec<_>>(),
            ["shan", "che", "xanh", "an"]
        );
    }
}
