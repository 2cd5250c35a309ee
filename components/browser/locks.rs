//! One tab for one draft: the browser's locks, and the channel between its tabs. Where there are no locks (plain http, an
//! opaque origin), nothing is held and nobody is asked.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

use super::window;

#[wasm_bindgen]
extern "C" {
    /// The interface is declared here because web-sys counts it among those that may change.
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &Object, granted: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn query(this: &LockManager) -> Result<Promise, JsValue>;
}

fn manager() -> Option<LockManager> {
    let manager = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}

/// Whether anybody holds a lock. False where there are none.
pub async fn is_held(name: &str) -> bool {
    let Some(Ok(query)) = manager().map(|manager| manager.query()) else { return false };
    let Ok(state) = JsFuture::from(query).await else { return false };
    let held = Reflect::get(&state, &"held".into()).unwrap_or_default();
    let is_named = |lock: JsValue| Reflect::get(&lock, &"name".into()).is_ok_and(|it| it == *name);
    Array::from(&held).iter().any(is_named)
}

/// What became of asking for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is held, until it is let go.
    Held,
    /// Another tab has taken it away.
    Lost,
    /// There are no locks here.
    Refused,
}

/// A lock that was asked for. Dropping it lets go of it, or takes the question back.
pub struct Lock {
    release: Function,
    question: Option<AbortController>,
    released: Rc<Cell<bool>>,
}

impl Lock {
    /// Asks for a lock, and waits as long as another has it; `steal` takes it away at once. `told` hears what became of
    /// it, never before this has returned.
    pub fn ask(name: &str, steal: bool, told: impl Fn(Answer) + 'static) -> Self {
        let mut release = None;
        let until_released = Promise::new(&mut |resolve, _| release = Some(resolve));
        let released = Rc::new(Cell::new(false));
        // One that takes the lock away does not wait, and cannot be taken back.
        let question = AbortController::new().ok().filter(|_| !steal);
        let release = release.unwrap_or_else(|| Function::new_no_args(""));
        let lock = Self { release, question: question.clone(), released: released.clone() };
        let told = Rc::new(move |answer| {
            if !released.get() {
                told(answer);
            }
        });
        let held = Rc::new(Cell::new(false));
        let granted = Closure::once_into_js({
            let (held, told) = (held.clone(), told.clone());
            move |_: JsValue| {
                held.set(true);
                told(Answer::Held);
                until_released
            }
        });
        let options = Object::new();
        let _ = match question {
            Some(question) => Reflect::set(&options, &"signal".into(), &question.signal()),
            None => Reflect::set(&options, &"steal".into(), &true.into()),
        };
        let request = manager().map(|manager| manager.request(name, &options, granted.unchecked_ref()));
        spawn_local(async move {
            let let_go = match request {
                Some(Ok(request)) => JsFuture::from(request).await.is_ok(),
                _ => false,
            };
            if !let_go {
                told(if held.get() { Answer::Lost } else { Answer::Refused });
            }
        });
        lock
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.released.set(true);
        let _ = self.release.call0(&JsValue::NULL);
        if let Some(question) = &self.question {
            question.abort();
        }
    }
}

/// A channel between the tabs that have something open. Dropping it closes it.
pub struct Channel {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn(MessageEvent)>,
}

impl Channel {
    /// Joins the channel of a name; none where the browser has none, or no locks to speak of.
    pub fn join(name: &str, heard: impl Fn(String) + 'static) -> Option<Self> {
        manager()?;
        let channel = BroadcastChannel::new(name).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(words) = event.data().as_string() {
                heard(words);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        Some(Self { channel, _heard: heard })
    }

    /// Says something to the others.
    pub fn say(&self, words: &str) {
        // A channel that is closed has nobody to hear.
        let _ = self.channel.post_message(&words.into());
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.channel.close();
    }
}
