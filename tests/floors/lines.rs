//! What no line may hold: what stops the program without a proof, the words of `Debug`, and styles that
//! ask what is inside.

use std::fs;

use crate::sources::each_source;

/// What stops the program. A line with one of these needs `// Proof:` on the line above.
const STOPS: [&str; 5] = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!"];

#[test]
fn nothing_stops_the_program_without_a_proof() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(unproven_stops(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A style that asks what an element holds is matched anew at every node that comes or goes in it, which is at
/// every key in a form. `on_page` tells the page, and a class any other element.
#[test]
fn no_style_asks_what_is_inside() {
    let mut found = Vec::new();
    for entry in fs::read_dir("style").unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().enumerate().filter(|(_, line)| line.contains(":has("));
        found.extend(lines.map(|(n, line)| format!("{}:{}: {line}", path.display(), n + 1)));
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn nothing_is_said_in_the_words_of_debug() {
    let mut found = Vec::new();
    each_source(|path, text| found.extend(words_of_debug(path, text)));
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// What `#[wasm_split]` writes calls from one part of the download into another; nothing else is unsafe.
#[test]
fn only_the_entries_of_the_parts_are_unsafe() {
    let mut found = Vec::new();
    each_source(|path, text| {
        if code_only(text).contains("unsafe") {
            found.push(path.to_owned());
        }
    });
    assert_eq!(found, ["ui/parts.rs"]);
}

fn unproven_stops(path: &str, text: &str) -> Vec<String> {
    let code: Vec<String> = code_only(text).lines().map(Into::into).collect();
    let mut found = Vec::new();
    for (number, above, _) in outside_tests(text) {
        if !above.trim_start().starts_with("// Proof:") {
            let stops = STOPS.iter().filter(|stop| code[number].contains(**stop));
            found.extend(stops.map(|stop| format!("{path}:{}: `{stop}` unproven", number + 1)));
        }
    }
    found
}

/// The bundle is built without the words of `Debug`: there `{:?}` writes nothing.
fn words_of_debug(path: &str, text: &str) -> Vec<String> {
    let lines = outside_tests(text).into_iter();
    let debug = lines.filter(|(_, _, line)| !line.trim_start().starts_with("//"));
    let debug = debug.filter(|(_, _, line)| line.contains(":?}") || line.contains(":#?}"));
    debug.map(|(number, ..)| format!("{path}:{}: says nothing in the bundle", number + 1)).collect()
}

/// The lines that are no tests, with their number from 0 and the line above.
fn outside_tests(text: &str) -> Vec<(usize, &str, &str)> {
    let mut found = Vec::new();
    let mut in_tests = false;
    let mut above = "";
    for (number, line) in text.lines().enumerate() {
        // rustfmt puts a module's last brace where its first word stands: at the margin.
        in_tests |= line == "#[cfg(test)]";
        if !in_tests {
            found.push((number, above, line));
        }
        in_tests &= line != "}";
        above = line;
    }
    found
}

/// The text with comments and strings blanked out, line for line.
fn code_only(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let starts = |at: usize, what: &str| {
        what.chars().enumerate().all(|(i, letter)| letters.get(at + i) == Some(&letter))
    };
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let end = if starts(at, "//") {
            (at..letters.len()).find(|&i| letters[i] == '\n').unwrap_or(letters.len())
        } else if starts(at, "/*") {
            (at..letters.len()).find(|&i| starts(i, "*/")).map_or(letters.len(), |i| i + 2)
        } else if starts(at, "r\"") || starts(at, "r#") {
            let hashes = letters[at + 1..].iter().take_while(|&&letter| letter == '#').count();
            let close = format!("\"{}", "#".repeat(hashes));
            let from = at + 1 + hashes;
            match letters.get(from) {
                Some('"') => (from + 1..letters.len())
                    .find(|&i| starts(i, &close))
                    .map_or(letters.len(), |i| i + close.len()),
                _ => at,
            }
        } else if starts(at, "\"") {
            let mut i = at + 1;
            while i < letters.len() && letters[i] != '"' {
                i += if letters[i] == '\\' { 2 } else { 1 };
            }
            i + 1
        } else if starts(at, "'\\") {
            // Behind the escaped letter, which may itself be a quote.
            (at + 3..letters.len()).find(|&i| letters[i] == '\'').map_or(letters.len(), |i| i + 1)
        } else if starts(at, "'") && letters.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            at
        };
        if end == at {
            out.push(letters[at]);
            at += 1;
        } else {
            let end = end.min(letters.len());
            out.extend(letters[at..end].iter().filter(|&&letter| letter == '\n'));
            at = end;
        }
    }
    out
}

#[test]
fn the_rule_of_the_proofs_can_fail() {
    let table = [
        ("f().unwrap();", 1),
        ("f()\n    .expect(\"x\");", 1),
        ("let x = '\"'; f().unwrap(); let y = \"\";", 1),
        ("let x = r#\" \" \"#; todo!();", 1),
        ("#[cfg(test)]\nmod tests {\n    f().unwrap();\n}\nfn g() { panic!() }", 1),
        ("// Proof: just made.\nf().unwrap();\ng().unwrap();", 1),
        ("    // Proof: just made.\n    f().unwrap();", 0),
        ("#[cfg(test)]\nmod tests {\n    f().unwrap();\n}", 0),
        ("/// Would panic!\nlet x = \"unreachable!\"; // todo!\nf().unwrap_or_default();", 0),
        ("let c = '\\''; let s = \"panic!\";", 0),
    ];
    for (text, expected) in table {
        assert_eq!(unproven_stops("a.rs", text).len(), expected, "{text}");
    }
}

#[test]
fn the_rule_of_debug_can_fail() {
    let table = [
        ("let key = format!(\"{:?}\", step);", 1),
        ("let key = format!(\"{step:#?}\");", 1),
        ("// {:?}\nlet key = format!(\"{step}\");", 0),
        ("#[cfg(test)]\nmod tests {\n    println!(\"{:?}\", x);\n}", 0),
    ];
    for (text, expected) in table {
        assert_eq!(words_of_debug("a.rs", text).len(), expected, "{text}");
    }
}
