//! The whole folder as it is served: signed, packed, compressed, the same every time.

use super::FROM_CSV;
use cho_phien::publish::{self, Contents, Files, Published, Signer, Signing, Site};
use cho_phien::sources::event_hash::sha_256;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("spreadsheet")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// All files under a folder with their bytes and when they were changed.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                let changed = fs::metadata(&path).unwrap().modified().unwrap();
                found.insert(name, (fs::read(&path).unwrap(), changed));
            }
        }
    }
    found
}

fn publish_signed(out: &Path) {
    let key = Signer::read(include_str!("../../data/sample.key.json")).unwrap();
    let signing = Signing::new(key, Vec::new(), Vec::new(), FROM_CSV.as_of).unwrap();
    let site = Site::of(&FROM_CSV);
    let published = Published::new(&site, Some(&signing), BTreeMap::new());
    publish::write(&published, out, &|_, _| {}).unwrap();
}

#[test]
fn the_same_tables_make_the_same_folder_and_a_second_run_touches_nothing() {
    let (first, second) = (folder("first"), folder("second"));
    publish_signed(&first);
    publish_signed(&second);
    let bytes = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        files(folder)
            .into_iter()
            .map(|(name, (bytes, _))| (name, bytes))
            .collect()
    };
    assert_eq!(bytes(&first), bytes(&second));
    let before = files(&first);
    publish_signed(&first);
    assert_eq!(files(&first), before);
}

#[test]
fn larger_files_have_siblings_that_hold_the_same_and_small_ones_have_none() {
    let out = folder("siblings");
    publish_signed(&out);
    let all = files(&out);
    let mut pairs = 0;
    for (name, (bytes, _)) in all
        .iter()
        .filter(|(name, _)| !name.ends_with(".gz") && !name.ends_with(".br") && *name != publish::MARKER)
    {
        let (gz, br) = (all.get(&format!("{name}.gz")), all.get(&format!("{name}.br")));
        assert_eq!(
            (gz.is_some(), br.is_some()),
            (bytes.len() >= 1_000, bytes.len() >= 1_000),
            "{name}"
        );
        if let (Some((gz, _)), Some((br, _))) = (gz, br) {
            let mut text = Vec::new();
            flate2::read::GzDecoder::new(gz.as_slice())
                .read_to_end(&mut text)
                .unwrap();
            assert_eq!(&text, bytes, "{name}");
            let mut text = Vec::new();
            brotli::BrotliDecompress(&mut br.as_slice(), &mut text).unwrap();
            assert_eq!(&text, bytes, "{name}");
            assert!(br.len() < bytes.len(), "{name}");
            pairs += 1;
        }
    }
    assert!(pairs > 100, "{pairs}");
}

#[test]
fn the_pack_holds_every_file_and_signature_under_the_hash_of_its_chunk() {
    let out = folder("pack");
    publish_signed(&out);
    let all = files(&out);
    let manifest: Value = serde_json::from_slice(&all["pack/manifest.json"].0).unwrap();
    assert!(all.contains_key("pack/manifest.json.jws"));
    let mut packed = BTreeMap::new();
    for chunk in manifest["chunks"].as_array().unwrap() {
        let hash = chunk["sha256"].as_str().unwrap();
        let (bytes, _) = &all[&format!("pack/{hash}.json")];
        assert_eq!(
            (sha_256(bytes).as_str(), chunk["bytes"].as_u64()),
            (hash, Some(bytes.len() as u64))
        );
        let document: Value = serde_json::from_slice(bytes).unwrap();
        for (path, text) in document["files"].as_object().unwrap() {
            packed.insert(path.clone(), text.as_str().unwrap().as_bytes().to_vec());
        }
    }
    let served: BTreeMap<String, Vec<u8>> = all
        .into_iter()
        .filter(|(name, _)| {
            !name.starts_with("pack/")
                && !name.ends_with(".gz")
                && !name.ends_with(".br")
                && name != publish::MARKER
        })
        .map(|(name, (bytes, _))| (name, bytes))
        .collect();
    assert_eq!(packed, served);
}

/// Files of which one cannot be written, because a folder stands in its way.
#[test]
fn a_run_that_is_broken_off_leaves_whole_files_and_can_be_repeated() {
    let out = folder("broken-off");
    let old = Files::from(["a", "b", "z"].map(|name| (format!("{name}.json"), format!("old {name}"))));
    publish::write(&old, &out, &|_, _| {}).unwrap();
    fs::create_dir(out.join("b.json.new")).unwrap();
    let new = Files::from(["a", "b", "c"].map(|name| (format!("{name}.json"), format!("new {name}"))));
    publish::write(&new, &out, &|_, _| {}).unwrap_err();
    let text = |name: &str| fs::read_to_string(out.join(name)).unwrap_or_default();
    assert_eq!(text("b.json"), "old b");
    assert_eq!(text("z.json"), "old z");
    assert!(["old a", "new a"].contains(&text("a.json").as_str()));
    assert_eq!(text("c.json"), "", "the last file comes after all others");
    fs::remove_dir(out.join("b.json.new")).unwrap();
    publish::write(&new, &out, &|_, _| {}).unwrap();
    assert_eq!(
        ["a.json", "b.json", "c.json", "z.json"].map(text),
        ["new a", "new b", "new c", ""]
    );
}

#[test]
fn the_manifest_of_the_pack_is_written_last() {
    let site = Site::of(&FROM_CSV);
    let published = Published::new(&site, None, BTreeMap::new());
    assert_eq!(
        published.paths().last().map(String::as_str),
        Some("pack/manifest.json")
    );
}

/// What a product's page says of the certificate with this id.
fn covered(files: &Files, market: &cho_phien::tables::Market, product: usize, id: &str) -> Vec<String> {
    let path = format!("01/{}/product.json", market.products[product].gtin);
    let document: Value = serde_json::from_str(&files[&path]).unwrap();
    let papers = document["certification"].as_array().unwrap();
    let uri = market.certificates[id].uri.as_str();
    let paper = papers.iter().find(|paper| paper["@id"] == uri).unwrap();
    let covers = paper["lc:covers"].as_array().unwrap().iter();
    covers.map(|gtin| gtin.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_certificate_of_many_products_names_on_each_page_only_what_is_on_the_way() {
    let mut market = FROM_CSV.clone();
    for product in &mut market.products {
        product.certificates = vec!["ocop-01".to_owned()];
    }
    let files = publish::files(&market);
    for (at, product) in market.products.iter().enumerate() {
        let covers = covered(&files, &market, at, "ocop-01");
        assert!(
            covers.contains(&product.gtin.to_string()) && covers.len() < 4,
            "{covers:?}"
        );
    }
}

#[test]
fn a_cited_certificate_of_other_goods_still_says_that_it_is_theirs() {
    let mut market = FROM_CSV.clone();
    for product in &mut market.products {
        product.certificates = vec!["ocop-01".to_owned()];
    }
    market.products[0].certificates.clear();
    let uri = market.certificates["ocop-01"].uri.clone();
    assert_eq!(market.journeys[0].product, market.products[0].id);
    market.journeys[0].facts.cited = vec![uri];
    let covers = covered(&publish::files(&market), &market, 0, "ocop-01");
    assert_eq!(covers.len(), 1);
    assert_ne!(covers[0], market.products[0].gtin.to_string());
}
