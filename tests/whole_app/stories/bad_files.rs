//! Files that are not what they should be: one clear sentence each, and nothing changes.

use std::fs;
use std::path::{Path, PathBuf};

use super::steps::{everything_stored, fetches, go_to, makes_file, makes_initiative};
use crate::harness::processes::Folder;
use crate::harness::{Browser, Build, Finds, Stage, for_both_engines};

for_both_engines!(
    /// Each bad file through the real file field.
    a_bad_file_changes_nothing,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Æblegrød og læsning").await;
        let good = makes_file(&anna).await;
        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        makes_initiative(&bo, "Bos egen").await;
        let before = everything_stored(&bo).await;

        let folder = Folder::new();
        for (name, bytes, sentence) in bad_files(&fs::read(&good).unwrap()) {
            let file = write(&folder, name, &bytes);
            refuses(&bo, &file, sentence).await;
        }
        let huge = folder.join("stor.json");
        fs::File::create(&huge).unwrap().set_len(65 * 1024 * 1024).unwrap();
        refuses(&bo, &huge, "Filen er for stor til at være lavet i Indsats. Intet er ændret. Vælg en anden fil.").await;
        assert_eq!(everything_stored(&bo).await, before);

        // A good one beside a bad one is taken in, and the bad one is named.
        let bad = folder.join("tom.json");
        go_to(&bo, "Del og hent").await;
        bo.file_field("Vælg filer").pick(&[&bad, &good]).await;
        bo.text("tom.json").appears().await;
        bo.text("Filen er tom.").appears().await;
        bo.text("1 nye · 0 opdaterede · 0 kendte · 0 med to bud").appears().await;
        bo.button("Hent ind").click().await;
        bo.text("Hentet ind").appears().await;
        go_to(&bo, "Indsatser").await;
        bo.link("Æblegrød og læsning").appears().await;
        bo.link("Bos egen").appears().await;
    }
);

for_both_engines!(
    /// One bit of what somebody wrote is another: the file says so, and the words are taken only when asked for.
    a_changed_word_is_noticed,
    async |stage: &Stage| {
        let server = stage.serve_app(Build::Root).await;
        let anna = stage.browser("Anna", &server).await;
        anna.open("").await;
        makes_initiative(&anna, "Ro i timen").await;
        let good = makes_file(&anna).await;
        let text = fs::read_to_string(&good).unwrap();
        let place = text.rfind("Ro i timen").expect("the title stands in its revision last");
        let mut bytes = text.into_bytes();
        bytes[place] ^= 0b100;
        let folder = Folder::new();
        let flipped = write(&folder, "vendt.json", &bytes);

        let bo = stage.browser("Bo", &server).await;
        bo.open("").await;
        makes_initiative(&bo, "Bos egen").await;
        let before = everything_stored(&bo).await;
        go_to(&bo, "Del og hent").await;
        bo.file_field("Vælg filer").pick(&[&flipped]).await;
        bo.text("Filen er ændret, efter at den blev lavet").appears().await;
        bo.text("Ændringer, der er rettet bagefter: 1. Dele, der ikke kan læses: 0.").appears().await;
        bo.button("Hent ikke").click().await;
        bo.text("Filen er ændret, efter at den blev lavet").is_gone().await;
        assert_eq!(everything_stored(&bo).await, before);

        fetches(&bo, &good).await;
        go_to(&bo, "Indsatser").await;
        bo.link("Ro i timen").appears().await;
    }
);

type Bad = (&'static str, Vec<u8>, &'static str);

fn bad_files(good: &[u8]) -> Vec<Bad> {
    let deep =
        format!("{{\"format\":\"indsats\",\"x\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let text = std::str::from_utf8(good).expect("a file of the app is UTF-8");
    let newer = text.replacen("\"minReader\": 1", "\"minReader\": 2", 1);
    assert_ne!(newer, text);
    // The colon after the first word becomes another character.
    let mut flipped = good.to_vec();
    let colon = text.find(':').expect("JSON has colons");
    flipped[colon] ^= 1;
    vec![
        (
            "tom.json",
            Vec::new(),
            "Filen er tom. Intet er ændret. Prøv at lave filen igen på den anden enhed.",
        ),
        (
            "referat.docx",
            b"PK\x03\x04 ikke en fil herfra".to_vec(),
            "Filen er ikke lavet i Indsats. Intet er ændret. Vælg en fil, der begynder med »indsats-«.",
        ),
        (
            "anden.json",
            b"{\"type\":\"FeatureCollection\"}".to_vec(),
            "Filen er ikke lavet i Indsats. Intet er ændret. Vælg en fil, der begynder med »indsats-«.",
        ),
        (
            "halv.json",
            good[..good.len() / 2].to_vec(),
            "Slutningen af filen mangler. Intet er ændret. Prøv at sende filen igen.",
        ),
        (
            "bit.json",
            flipped,
            "Filen er beskadiget og kan ikke læses. Intet er ændret. Prøv at lave filen igen på den anden enhed.",
        ),
        (
            "nyere.json",
            newer.into_bytes(),
            "Filen er lavet i en nyere udgave. Opdatér appen. Intet er hentet ind.",
        ),
        (
            "dyb.json",
            deep.into_bytes(),
            "Filen er ikke bygget som en fil fra Indsats. Intet er ændret. Vælg en anden fil.",
        ),
    ]
}

fn write(folder: &Folder, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// The file's name and exactly this sentence stand on the page, and there is nothing to take in.
async fn refuses(person: &Browser, file: &Path, sentence: &str) {
    let name = file.file_name().unwrap().to_str().unwrap();
    go_to(person, "Del og hent").await;
    person.file_field("Vælg filer").pick(&[file]).await;
    person.text(name).appears().await;
    let words = person.text(sentence).words().await;
    assert_eq!(words, sentence);
    assert_eq!(person.button("Hent ind").count().await, 0, "{name} is taken in");
    go_to(person, "Overblik").await;
}
