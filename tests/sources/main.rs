//! What the sources say, and what becomes of every way in which they fail to.

#![allow(clippy::unwrap_used)]

mod bounds;
mod documents;
mod epcis_conformance;
mod epcis_fields;
mod food_facts;
mod look_up;
mod published;
mod repositories;
#[path = "../hosts/repository.rs"]
mod repository;
mod resolvers;
mod sample;
mod several;
mod web;
