//! Answers of other hosts, kept on this phone (IndexedDB): fresh ones stand for the network, older ones for a silent source.
//!
//! The market's own files are the service worker's business and pass through.

use super::wire::{get, object};
use super::{clock, net, site};
use crate::sources::kept::{LARGEST, Use, good_for, to_drop};
use crate::sources::origin;
use crate::sources::{Answer, Question, Why};
use idb::{Database, DatabaseEvent, Factory, ObjectStore, TransactionMode};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

const DATABASE: &str = "cho-phien-answers";
const STORE: &str = "answers";

/// The answer to a question: one that was kept where it is fresh enough, else the network's.
/// An older one is shown while the source is asked again, or where it keeps silent.
pub async fn fetch(question: Question) -> Result<Answer, Why> {
    if !is_elsewhere(&question) || question.fresh_min == 0 {
        return net::fetch(question).await;
    }
    let kept = read(&question.url).await;
    let Some(kept) = kept else {
        return ask_and_keep(&question).await;
    };
    match good_for(kept.at, now(), question.fresh_min) {
        Use::Fresh => kept.answer(),
        // OK because what is not there may have come meanwhile, and nothing can be shown.
        Use::WhileAsking if !kept.is_missing() => {
            spawn_local(async move {
                let _ = ask_and_keep(&question).await; // OK because the next visit shows what came.
            });
            kept.answer()
        }
        Use::WhileAsking | Use::WhenSilent => match ask_and_keep(&question).await {
            Err(why) if is_silence(&why) && !kept.is_missing() => kept.answer(),
            answer => answer,
        },
        Use::Never => ask_and_keep(&question).await,
    }
}

/// Asks the network, and keeps what it answers.
async fn ask_and_keep(question: &Question) -> Result<Answer, Why> {
    let answer = net::fetch(question.clone()).await;
    match &answer {
        Ok(answer) => keep(&question.url, &answer.body, answer.link.as_deref()).await,
        // Where every question counts, an unknown code is remembered, too.
        Err(Why::NotThere) if question.per_minute.is_some() => keep(&question.url, "", None).await,
        Err(Why::NotThere | Why::Invalid) => forget(&question.url).await,
        Err(_) => {}
    }
    answer
}

/// Whether a reason is about the way to the source rather than about the code.
fn is_silence(why: &Why) -> bool {
    !matches!(why, Why::NotThere | Why::Invalid)
}

fn is_elsewhere(question: &Question) -> bool {
    origin::is_elsewhere(&question.url, &site::origin())
}

/// Seconds since 1970 (UTC).
fn now() -> i64 {
    (clock::now_ms() / 1000.0) as i64 // OK because the cast saturates.
}

/// One kept answer; an empty body stands for a code that the host does not know.
struct Record {
    body: String,
    link: Option<String>,
    at: i64,
}

impl Record {
    /// `None` for a record that is damaged.
    fn read(record: &JsValue) -> Option<Record> {
        let text = |name: &str| get(record, name)?.as_string();
        let body = text("body")?;
        let length = get(record, "length")?.as_f64()?;
        let is_whole = length as usize == body.len();
        is_whole.then_some(Record {
            body,
            link: text("link"),
            at: get(record, "at")?.as_f64()? as i64,
        })
    }

    fn is_missing(&self) -> bool {
        self.body.is_empty()
    }

    fn answer(self) -> Result<Answer, Why> {
        match self.is_missing() {
            true => Err(Why::NotThere),
            false => Ok(Answer {
                link: self.link,
                kept_at: Some(self.at),
                ..self.body.into()
            }),
        }
    }
}

/// The kept answer to an address. A damaged one is thrown away. Where the browser keeps nothing, nothing was kept.
async fn read(url: &str) -> Option<Record> {
    let record = on_store(TransactionMode::ReadOnly, async |store| {
        store.get(JsValue::from_str(url))?.await
    });
    let record = record.await??;
    let read = Record::read(&record);
    if read.is_none() {
        forget(url).await;
    }
    read
}

async fn forget(url: &str) {
    on_store(TransactionMode::ReadWrite, async |store| {
        store.delete(JsValue::from_str(url))?.await
    })
    .await;
}

/// Keeps an answer. A full phone makes room once, and otherwise keeps what it had.
async fn keep(url: &str, body: &str, link: Option<&str>) {
    if body.len() > LARGEST {
        // OK because the older answer must not stand for one that is too large to keep.
        forget(url).await;
        return;
    }
    let record = object(&[
        ("body", body.into()),
        ("length", (body.len() as f64).into()),
        ("link", link.map_or(JsValue::NULL, JsValue::from_str)),
        ("at", (now() as f64).into()),
    ]);
    let put = async || {
        on_store(TransactionMode::ReadWrite, async |store| {
            store.put(&record, Some(&url.into()))?.await
        })
        .await
    };
    if put().await.is_none() {
        make_room().await;
        put().await;
    } else if now() % 16 == 0 {
        make_room().await; // OK because now and then is enough: one answer more does no harm.
    }
}

async fn make_room() {
    on_store(TransactionMode::ReadWrite, async |store| {
        let keys = store.get_all_keys(None, None)?.await?;
        let records = store.get_all(None, None)?.await?;
        let answers = keys.into_iter().zip(records).map(|(key, record)| {
            // OK because a damaged record counts as the oldest.
            let (at, size) = Record::read(&record).map_or((0, 0), |read| (read.at, read.body.len()));
            (key, at, size)
        });
        for key in to_drop(answers.collect(), now()) {
            store.delete(key)?.await?;
        }
        Ok(())
    })
    .await;
}

/// Does something with the answers; `None` where the browser refuses.
async fn on_store<T>(
    mode: TransactionMode,
    work: impl AsyncFnOnce(&ObjectStore) -> Result<T, idb::Error>,
) -> Option<T> {
    let database = open().await.ok()?;
    let transaction = database.transaction(&[STORE], mode).ok()?;
    let store = transaction.object_store(STORE).ok()?;
    let done = work(&store).await.ok();
    database.close(); // OK because it waits for the transaction.
    done
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // OK because a database without the store fails at the first use, which is handled.
        let _ = event
            .database()
            .and_then(|database| database.create_object_store(STORE, idb::ObjectStoreParams::new()));
    });
    request.await
}
