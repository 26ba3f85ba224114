//! The quiz: one question at a time, what was right about the answer, and in the end how many were right.

use super::context::use_lang;
use super::icon::Icon;
use crate::market::article::Question;
use leptos::html;
use leptos::prelude::*;

/// The questions, one after the other.
#[component]
pub fn Quiz(questions: Vec<Question>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.learn();
    let count = questions.len();
    let questions = StoredValue::new(questions);
    let at = RwSignal::new(0_usize);
    let right = RwSignal::new(0_usize);
    let again = move |_| {
        at.set(0);
        right.set(0);
    };
    view! {
        <section class="section quiz">
            <h2>{words.quiz}</h2>
            <p class="lead">{words.quiz_lead}</p>
            {move || match questions.with_value(|all| all.get(at.get()).cloned()) {
                Some(question) => view! { <Asked question at right /> }.into_any(),
                None => view! {
                    <p role="status"><b>{move || format!("{} {} {count} {}", right.get(), words.of, words.score)}</b></p>
                    <button class="button" on:click=again><Icon name="refresh-cw" />{words.again}</button>
                }.into_any(),
            }}
        </section>
    }
}

/// One question, and after the answer whether it was right, and why.
#[component]
fn Asked(question: Question, at: RwSignal<usize>, right: RwSignal<usize>) -> impl IntoView {
    let lang = use_lang();
    let words = lang.learn();
    let chosen = RwSignal::new(None::<usize>);
    let asked = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(asked) = asked.get().filter(|_| at.get_untracked() > 0) {
            let _ = asked.focus(); // OK because a question that takes no focus can still be read.
        }
    });
    let correct = question.right;
    let because = question.because.in_lang(lang).to_owned();
    let answer = move |index: usize| {
        if chosen.get_untracked().is_none() {
            chosen.set(Some(index));
            right.update(|right| *right += usize::from(index == correct));
        }
    };
    let mark = move |index: usize| match chosen.get() {
        Some(_) if index == correct => Some("right"),
        Some(wrong) if index == wrong => Some("wrong"),
        _ => None,
    };
    let answers = question.answers.into_iter().enumerate();
    let answers = answers.map(|(index, text)| {
        view! {
            <button
                class="button"
                data-mark=move || mark(index)
                aria-pressed=move || (chosen.get() == Some(index)).to_string()
                on:click=move |_| answer(index)
            >
                {text.in_lang(lang).to_owned()}
            </button>
        }
    });
    view! {
        <p id="quiz-question" tabindex="-1" node_ref=asked><b>{format!("{} {}. {}", words.question, at.get_untracked() + 1, question.question.in_lang(lang))}</b></p>
        <div class="answers" role="group" aria-labelledby="quiz-question">{answers.collect_view()}</div>
        <div role="status">
            {move || chosen.get().map(|index| {
                let (icon, word) = if index == correct { ("badge-check", words.right) } else { ("info", words.wrong) };
                view! { <p><Icon name=icon /><b>{word}</b>" "{because.clone()}</p> }
            })}
        </div>
        {move || chosen.get().map(|_| view! {
            <button class="button primary" on:click=move |_| at.update(|at| *at += 1)>
                {lang.learn().next}
                <Icon name="arrow-right" />
            </button>
        })}
    }
}
