// Stands behind the engine's no-modules glue in the worker script. The page posts the compiled module; what comes after
// "ready" goes to the handler that the engine's own start function installs.
self.addEventListener("unhandledrejection", (event) => {
  // A broken promise would die in silence: as an error of the worker it reaches the page.
  setTimeout(() => {
    throw event.reason;
  });
});
self.onmessage = (event) => {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: event.data }).then(() => postMessage("ready"));
};
postMessage("loaded");
