//! What people do with the app, told as they would tell it. One story a file, or a few that belong together.

mod steps;

mod agreement;
mod bad_files;
mod class_day;
mod devices;
mod evidence;
mod example;
mod finding;
mod first_lesson;
mod form_editor;
mod form_files;
mod form_questions;
mod full_device;
mod guide_and_preparation;
mod keyboard;
mod live_forms;
mod live_lesson;
mod measurement;
mod other_build;
mod paper_form;
mod plan;
mod pupil_voice;
mod record;
mod refused;
mod screens;
mod settings;
mod sub_path;
mod trash;
mod two_observers;
mod two_tabs;
