// Fetches a part of the program, checked: tools/split-parts.sh puts this beside the code that asks for one.
//
// What the browser keeps may be cut off or be what a captive portal said in the part's place. So when
// it is refused, the server is asked itself, and the next try begins anew.
async function fetchPart(name, integrity) {
  const url = new URL(name, import.meta.url);
  const ask = async (cache) => {
    const response = await fetch(url, { integrity, cache, credentials: 'same-origin' });
    return response.arrayBuffer();
  };
  return ask('default').catch(() => ask('reload'));
}
