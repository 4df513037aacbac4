//! What is wrong with a form that cannot be used: each fault as a sentence, with its place as people
//! count it. Nothing else of the form is shown.
