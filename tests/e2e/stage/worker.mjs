// The built engine in a real worker, spoken to as the page does it.
//
// The page makes a worker from the engine's script; the script says "loaded"; the page posts the compiled module; the worker says
// "ready"; from then on both sides post `[head, body]`: the bytes of a command or an event, and a buffer, a blob or null.

// Starts a worker in the page; it stays in `window.engines` under the number returned.
export function start(page) {
  return page.evaluate(async () => {
    const [script, wasm] = document.querySelector('meta[name="sanpo-engine"]').content.split(" ");
    const module = await WebAssembly.compileStreaming(fetch(wasm));
    const worker = new Worker(script);
    const heard = [];
    const waiting = [];
    const tell = (message) => (waiting.length ? waiting.shift()(message) : heard.push(message));
    worker.onmessage = (event) => tell(event.data);
    worker.onerror = (event) => tell({ error: event.message });
    const next = () => (heard.length ? heard.shift() : new Promise((resolve) => waiting.push(resolve)));
    const said = [await next()];
    worker.postMessage(module);
    said.push(await next());
    window.engines ??= [];
    const number = window.engines.push({ worker, next, terminate: () => worker.terminate() }) - 1;
    return { number, said };
  });
}

// Sends one command and gives back the first `count` events that are not about progress, fewer after a failure; heads and bodies
// in base64.
export function ask(page, number, { head, body }, count) {
  return page.evaluate(
    async ([number, head, body, count, progress, failed]) => {
      const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const text = (array) => {
        let letters = "";
        for (let at = 0; at < array.length; at += 8192) letters += String.fromCharCode(...array.subarray(at, at + 8192));
        return btoa(letters);
      };
      const { worker, next } = window.engines[number];
      const buffer = body === null ? null : bytes(body).buffer;
      worker.postMessage([bytes(head), buffer], buffer ? [buffer] : []);
      const events = [];
      while (events.length < count) {
        const message = await next();
        if (message.error !== undefined) return { error: message.error };
        const [head, body] = message;
        if (head[0] === progress) continue;
        const whole = body instanceof Blob ? await body.arrayBuffer() : body;
        events.push({ head: text(head), body: whole === null ? null : text(new Uint8Array(whole)) });
        if (head[0] === failed) break;
      }
      return { events };
    },
    [number, head, body, count, PROGRESS, FAILED],
  );
}

// Numbers of events on the wire. How often progress comes depends on the machine; after a failure nothing follows.
const PROGRESS = 5;
const FAILED = 9;
