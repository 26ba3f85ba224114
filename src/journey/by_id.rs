//! What is known of each thing, by its identifier.

use std::collections::{BTreeMap, BTreeSet};

/// A value for each identifier.
///
/// The map holds places in a list and not the values, so that its code is there once: a map for each kind of value weighs
/// more in the program than the rules that ask it.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<'a, V> {
    places: BTreeMap<&'a str, usize>,
    values: Vec<V>,
}

impl<V> Default for ById<'_, V> {
    fn default() -> Self {
        ById {
            places: BTreeMap::new(),
            values: Vec::new(),
        }
    }
}

impl<'a, V> ById<'a, V> {
    /// The value for an identifier.
    pub fn get(&self, id: &str) -> Option<&V> {
        self.values.get(*self.places.get(id)?)
    }

    /// Sets the value for an identifier, and gives back the one before.
    pub fn put(&mut self, id: &'a str, value: V) -> Option<V> {
        let place = self.place(id);
        match self.values.get_mut(place) {
            Some(known) => Some(std::mem::replace(known, value)),
            None => {
                self.values.push(value);
                None
            }
        }
    }

    /// The value for an identifier, which is `first` where there was none.
    pub fn entry(&mut self, id: &'a str, first: V) -> &mut V {
        let place = self.place(id);
        if place == self.values.len() {
            self.values.push(first);
        }
        &mut self.values[place] // OK because every place is one of the list.
    }

    /// All of them in the order of their identifiers.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &V)> {
        let places = self.places.iter();
        places.filter_map(|(id, place)| Some((*id, self.values.get(*place)?)))
    }

    /// Where the value for an identifier stands, or goes: behind the others.
    fn place(&mut self, id: &'a str) -> usize {
        *self.places.entry(id).or_insert(self.values.len())
    }
}

/// A set, put together one by one: `collect` sorts first, and brings along a sort for each kind of thing.
pub fn set<T: Ord>(things: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(things);
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_counts_and_all_come_in_the_order_of_their_identifiers() {
        let mut known = ById::default();
        assert_eq!(known.put("b", 1), None);
        assert_eq!(known.put("a", 2), None);
        assert_eq!(known.put("b", 3), Some(1));
        *known.entry("a", 10) += 1;
        *known.entry("c", 10) += 1;
        assert_eq!(known.get("b"), Some(&3));
        assert_eq!(known.get("d"), None);
        let all: Vec<_> = known.iter().collect();
        assert_eq!(all, [("a", &3), ("b", &3), ("c", &11)]);
    }

    #[test]
    fn a_set_holds_each_thing_once() {
        assert_eq!(set(["b", "a", "b"]), BTreeSet::from(["a", "b"]));
    }
}
