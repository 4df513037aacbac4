// Fetches a part of the program, checked: tools/split-parts.sh puts this beside the code that asks for one.
//
// What the browser keeps may be cut off or be what a captive portal said in the part's place. So when
// it is refused, the server is asked itself, and the next try begins anew.
async function fetchPart(name, integrity) {
  const url = new URL(name, import.meta.url);
  // A page that is left in the middle of it stops asking: some browsers call it an error when they have to.
  const left = new AbortController();
  const leave = () => left.abort();
  addEventListener('pagehide', leave);
  const ask = async (cache) => {
    const response = await fetch(url, { integrity, cache, credentials: 'same-origin', signal: left.signal });
    return response.arrayBuffer();
  };
  try {
    return await ask('default').catch(() => ask('reload'));
  } finally {
    removeEventListener('pagehide', leave);
  }
}
