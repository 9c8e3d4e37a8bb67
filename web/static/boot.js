// Starts the page: one trusted-types policy, the page's WebAssembly, the service worker.

const FORBIDDEN = /<\s*\/?\s*(?:script|iframe|object|embed|link|meta|base|form)\b|\son\w+\s*=|javascript:/i;
const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content.trim().split(/\s+/) ?? [];
const whole = (path) => new URL(path, document.baseURI).href;

// Leptos builds static parts of the page through innerHTML. Our own templates pass; anything that could run does not.
// Scripts may be started from two addresses only: the engine and the service worker.
function installPolicy(scripts) {
  if (!globalThis.trustedTypes?.createPolicy) return;
  trustedTypes.createPolicy("default", {
    createHTML: (html) => (FORBIDDEN.test(html) ? null : html),
    createScriptURL: (url) => (scripts.includes(whole(url)) ? url : null),
  });
}

// Tells the page when a new version waits; the page decides when it may take over.
function announce(registration) {
  const tell = () => {
    if (registration.waiting && navigator.serviceWorker.controller) {
      dispatchEvent(new CustomEvent("sanpo-update", { detail: registration.waiting }));
    }
  };
  tell();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", tell);
  });
}

async function keepOffline() {
  if (location.protocol === "file:" || !navigator.serviceWorker) return;
  try {
    announce(await navigator.serviceWorker.register("./sw.js"));
  } catch {
    // Without it the page works as long as there is a connection.
  }
}

const [glue, wasm] = meta("sanpo-page");
const [engine] = meta("sanpo-engine");
installPolicy([whole("./sw.js"), engine && whole(engine)]);
const page = await import(whole(glue));
await page.default({ module_or_path: whole(wasm) });
await keepOffline();
