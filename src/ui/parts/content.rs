//! Brings what the app has along (forms, kinds of initiative, ways of teaching together) to where all pages find it,
//! and keeps the school's own forms beside it.
//!
//! The first part of the download does without: what it would cost there is a tenth of it.

use futures::FutureExt as _;
use futures::future::LocalBoxFuture;

use crate::domain::built_in::Content;
use crate::ui::shell::App;

/// Makes it known, once.
pub fn bring(app: App) {
    app.bring(Content::built_in, read);
}

/// Reads the school's own forms, where others have been stored since they were last read.
/// What cannot be read now is read with the next thing that is read.
fn read(app: App) -> LocalBoxFuture<'static, ()> {
    async move {
        let store = app.store();
        if store.forms_stamp().await.ok() == app.forms_known() {
            return;
        }
        let Ok(forms) = store.forms().await else { return };
        let mut content = Content::built_in();
        content.templates.extend(forms.templates);
        content.retired = forms.retired;
        app.know(content, forms.stamp);
    }
    .boxed_local()
}
