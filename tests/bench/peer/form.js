// An observation form of sixteen questions, as somebody would make it with SurveyJS.
const levels = ["Slet ikke", "I glimt", "Det meste af tiden", "Hele tiden"];
const rated = (name, title) => ({ type: "radiogroup", name, title, choices: levels, showNoneItem: true, noneText: "Så jeg ikke" });
const open = (name, title) => ({ type: "comment", name, title });
const model = new Survey.Model({
  title: "Observation af undervisning",
  showQuestionNumbers: "off",
  elements: [
    { type: "text", name: "klasse", title: "Klasse eller gruppe" },
    { type: "text", name: "dag", title: "Dag", inputType: "date" },
    { type: "text", name: "fra", title: "Begynder kl.", inputType: "time" },
    { type: "dropdown", name: "fag", title: "Fag", choices: ["Dansk", "Matematik", "Engelsk", "Natur/teknologi"] },
    open("fokus", "Hvad ser vi efter?"),
    rated("rammer", "Rammerne er tydelige"),
    rated("deltagelse", "Alle elever er i gang"),
    rated("dialog", "Eleverne taler med hinanden om det faglige"),
    rated("støtte", "Eleverne får hjælp, når de har brug for det"),
    rated("roller", "De voksne ved, hvem der gør hvad"),
    { type: "checkbox", name: "former", title: "Hvilke former blev brugt?", choices: ["Fælles", "Par", "Grupper", "Alene"] },
    { type: "text", name: "hænder", title: "Hvor mange kom til orde?", inputType: "number" },
    open("noter", "Noter undervejs"),
    open("hjalp", "Et konkret eksempel på noget, der hjalp eleverne"),
    open("svært", "Et konkret eksempel på noget, der var svært"),
    open("fremad", "Hvad prøver vi næste gang?"),
  ],
});
model.render(document.getElementById("form"));
