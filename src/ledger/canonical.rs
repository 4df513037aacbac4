//! Canonical JSON (RFC 8785), narrowed to integers below 2^53.

use std::fmt::Write;

use serde_json::Value;

use super::error::LedgerError;
use super::gather::in_order;

/// The greatest magnitude of a number: every program that reads JSON keeps it exactly.
pub const MAX_INTEGER: i64 = (1 << 53) - 1;

/// The one spelling of a JSON value: no space, keys in order of UTF-16 code units.
///
/// # Errors
/// A number that is not an integer within ±[`MAX_INTEGER`].
pub fn canonical(value: &Value) -> Result<String, LedgerError> {
    let mut out = String::new();
    write_value(value, &mut out)?;
    Ok(out)
}

fn write_value(value: &Value, out: &mut String) -> Result<(), LedgerError> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => {
            let integer = number
                .as_i64()
                .filter(|n| (-MAX_INTEGER..=MAX_INTEGER).contains(n))
                .ok_or_else(|| LedgerError::Number(number.to_string()))?;
            // Writing to a String cannot fail.
            let _ = write!(out, "{integer}");
        }
        Value::String(text) => write_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(item, out)?;
            }
            out.push(']');
        }
        Value::Object(map) => {
            let keys: Vec<&String> = map.keys().collect();
            let keys = in_order(keys, |a, b| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (index, key) in keys.into_iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write_value(&map[key], out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(canonical(&value).unwrap(), expected);
    }

    #[test]
    fn spells_every_value_one_way() {
        check(r#" { "b" : [ 1 , true , null ] , "a" : "x" } "#, r#"{"a":"x","b":[1,true,null]}"#);
        check(r#""\u00e6\/\u000a\u001F\u007f""#, "\"æ/\\n\\u001f\u{7f}\"");
        check("9007199254740991", "9007199254740991");
    }

    #[test]
    fn orders_keys_by_utf16_as_the_standard_says() {
        // The emoji is a surrogate pair (d83d…) and so comes before U+FB33, though it is greater.
        check(
            r#"{"\ufb33":1,"\ud83d\ude00":2,"\u20ac":3,"1":4,"\u00f6":5}"#,
            "{\"1\":4,\"ö\":5,\"€\":3,\"😀\":2,\"\u{fb33}\":1}",
        );
    }

    #[test]
    fn refuses_numbers_that_programs_disagree_on() {
        for wrong in ["1.5", "9007199254740992", "-9007199254740992", "1e3", "-0.0", "1e400"] {
            let Ok(value) = serde_json::from_str::<Value>(wrong) else { continue };
            assert!(canonical(&value).is_err(), "{wrong}");
        }
    }
}
