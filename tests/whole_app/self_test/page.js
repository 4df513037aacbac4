window.began = new Date();
const $ = id => document.getElementById(id);
if (location.search === "?larm") {
  console.error("fra siden");
  setTimeout(() => { throw new Error("kastet"); });
  Promise.reject(new Error("afvist"));
}
navigator.serviceWorker.register("worker.js").then(() => navigator.serviceWorker.ready).then(() => { $("worker").textContent = "Klar uden net"; });

const done = request => new Promise((yes, no) => { request.onsuccess = () => yes(request.result); request.onerror = () => no(request.error); });
const database = () => {
  const request = indexedDB.open("prøve", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("s");
  return done(request);
};
const save = async () => {
  const transaction = (await database()).transaction("s", "readwrite", { durability: "strict" });
  transaction.objectStore("s").put($("note").value, "note");
  transaction.oncomplete = () => { $("status").textContent = "Gemt"; };
  transaction.onabort = () => { $("status").textContent = `Ikke gemt: ${transaction.error?.name}`; };
};
database().then(db => done(db.transaction("s").objectStore("s").get("note"))).then(note => {
  $("note").value = note ?? "";
  $("status").textContent = note === undefined ? "Tom" : "Fundet";
});
$("gem").onclick = save;
$("hent").onclick = () => {
  const link = Object.assign(document.createElement("a"), { download: "prøve-24.json", href: URL.createObjectURL(new Blob([$("note").value], { type: "application/json" })) });
  link.click();
};
$("filer").onchange = async () => {
  const parts = [];
  for (const file of $("filer").files) parts.push(`${file.name}: ${await file.text()}`);
  $("filtekst").textContent = parts.join(" | ");
};
$("spørg").onclick = () => $("dialog").showModal();
$("nej").onclick = () => $("dialog").close();
$("ja").onclick = () => { $("dialog").close(); $("status").textContent = "Slettet"; };
$("type").onchange = () => { $("status").textContent = `Valgt: ${$("type").value}`; };
$("dag").oninput = () => { $("status").textContent = `Dag: ${$("dag").value}`; };
