//! The app below the top of an address, as a school puts it beside other things.

use serde_json::json;

use super::steps::{
    HELPED, begins_observation, is_ready_without_net, is_saved, makes_file, makes_initiative,
};
use crate::harness::{Build, Finds, Stage, for_both_engines};

for_both_engines!(
    /// Deep links, a reload, no net, a new start: all below the path.
    the_app_lives_under_a_sub_path,
    async |stage: &Stage| {
        let mut server = stage.serve_app(Build::SubPath).await;
        let anna = stage.browser("Anna", &server).await;
        assert!(anna.home().ends_with("/skole/app/"), "{}", anna.home());
        anna.open("indsatser").await;
        anna.heading("Ingen indsatser endnu").appears().await;
        is_ready_without_net(&anna).await;
        makes_initiative(&anna, "Bogpakker i 2.a").await;
        begins_observation(&anna).await;
        anna.field(HELPED).fill("De læste højt for hinanden").await;
        is_saved(&anna).await;
        let observation = anna.url().await;
        assert!(observation.starts_with(&format!("{}observationer/", anna.home())), "{observation}");

        anna.reload().await;
        anna.field(HELPED).has_value("De læste højt for hinanden").await;
        server.stop().await;
        anna.reload().await;
        anna.field(HELPED).has_value("De læste højt for hinanden").await;
        anna.kill().await;
        anna.reopen().await;
        anna.heading("Fortsæt").appears().await;
        anna.open("indstillinger/papirkurv").await;
        anna.heading("Papirkurven er tom").appears().await;
        anna.open("findes/ikke").await;
        anna.heading("Der er ikke noget her").appears().await;
        anna.link("Gå til overblik").click().await;
        anna.is_at("").await;
        anna.heading("Fortsæt").appears().await;
        makes_file(&anna).await;

        let scopes = "return (await navigator.serviceWorker.getRegistrations()).map(it => it.scope)";
        assert_eq!(anna.script_async(scopes, vec![]).await, json!([anna.home()]));
    }
);
