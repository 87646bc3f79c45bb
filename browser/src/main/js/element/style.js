// The look of <mol-weave>; custom properties and parts change it from outside.

const CSS = `
:host { display: block; max-width: 100%; contain: content; }
:host([hidden]) { display: none; }
[hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
.frame {
  --ink: var(--mol-weave-ink, light-dark(#23243a, #efe7d6));
  --soft: var(--mol-weave-soft, light-dark(#5d5a68, #b7b0c2));
  --paper: var(--mol-weave-paper, light-dark(#fffcf5, #1c1f38));
  --line: var(--mol-weave-line, light-dark(#8d8371, #7f7f9e));
  --accent: var(--mol-weave-accent, light-dark(#33449a, #a3b2ff));
  --on-accent: var(--mol-weave-on-accent, light-dark(#fffcf5, #14162a));
  --alarm: var(--mol-weave-alarm, light-dark(#a5342a, #ff9b8c));
  --weld: light-dark(#80620a, #e5c463);
  --sage: light-dark(#41692c, #a8d691);
  --mauve: light-dark(#7d3f7a, #e2a7de);
  --mono: var(--mol-weave-mono, ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace);
  display: grid; gap: 0.6rem; padding: 0.8rem;
  border: 1px solid var(--line); border-radius: var(--mol-weave-radius, 6px);
  background: var(--paper); color: var(--ink);
  font: var(--mol-weave-font, 1rem/1.45 system-ui, sans-serif); text-align: start;
}
.frame[data-theme=light] { color-scheme: light; }
.frame[data-theme=dark] { color-scheme: dark; }
p, ol { margin: 0; padding: 0; }
.loom { display: grid; gap: 0.4rem; }
.picture { height: var(--mol-weave-picture-height, 13rem); }
.picture svg { display: block; width: 100%; height: 100%; color: var(--ink); overflow: visible; }
.mw-atom-N { fill: var(--accent); }
.mw-atom-O { fill: var(--alarm); }
.mw-atom-S, .mw-atom-Se { fill: var(--weld); }
.mw-atom-F, .mw-atom-Cl, .mw-atom-Br, .mw-atom-I { fill: var(--sage); }
.mw-atom-P, .mw-atom-B, .mw-atom-Si { fill: var(--mauve); }
.caption { min-height: 1.45em; text-align: center; overflow-wrap: anywhere; }
.tape { display: flex; flex-wrap: wrap; gap: 2px; min-height: 1.9rem; list-style: none; align-content: start; }
.tape li { min-width: 1.1em; padding: 0 0.15em 0.05em; border-bottom: 3px solid var(--soft); font: 0.9375rem/1.5 var(--mono); font-variant-ligatures: none; text-align: center; }
.tape .carbon { border-color: var(--ink); }
.tape .nitrogen { border-color: var(--accent); }
.tape .oxygen { border-color: var(--alarm); }
.tape .sulfur { border-color: var(--weld); }
.tape .halogen { border-color: var(--sage); }
.tape .other { border-color: var(--mauve); }
.tape .between { border-color: transparent; color: var(--soft); }
.status, .hint, .truth { color: var(--soft); font-size: 0.875rem; }
.problem { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.5rem 0.7rem; border: 1px solid var(--alarm); border-inline-start-width: 0.4rem; overflow-wrap: anywhere; }
.controls { display: grid; gap: 0.7rem 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); align-items: start; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; grid-column: 1 / -1; }
.field { display: grid; grid-template-columns: 1fr auto; gap: 0.15rem 0.6rem; align-items: center; }
.field label { grid-column: 1 / -1; }
.field input, .field select { grid-column: 1; width: 100%; min-width: 0; }
.field output { min-width: 2.6em; text-align: end; font-variant-numeric: tabular-nums; }
.field .hint { grid-column: 1 / -1; }
input, select, button { min-height: 2.25rem; padding: 0.25rem 0.6rem; border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; font: inherit; accent-color: var(--accent); }
input[type=range] { padding: 0; border: 0; }
select option { background: var(--paper); color: var(--ink); }
input[aria-invalid] { border: 2px solid var(--alarm); }
button { cursor: pointer; padding-inline: 0.9rem; }
button:disabled { cursor: default; color: var(--soft); border-style: dashed; }
.loud { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
summary { min-height: 1.75rem; cursor: pointer; color: var(--soft); }
.list { max-height: 14rem; overflow: auto; padding-inline-start: 3.2em; }
.list li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.pick { width: 100%; padding: 0.2rem 0.4rem; border: 0; text-align: start; overflow-wrap: anywhere; word-break: break-all; }
.pick:hover { text-decoration: underline; }
.pick code { font: 0.875rem/1.4 var(--mono); font-variant-ligatures: none; unicode-bidi: isolate; }
.mark { margin-inline-start: 0.6em; color: var(--alarm); font-size: 0.875rem; }
.mark::before { content: "\\2715\\00a0" / ""; }
.hint, .truth { unicode-bidi: plaintext; } /* A page may read the other way than the sentences. */
.truth { font-style: italic; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) {
  .picture svg { color: CanvasText; }
  .picture svg text { fill: CanvasText; }
  .loud { forced-color-adjust: none; background: ButtonText; color: ButtonFace; }
}
`;

let made = null;

/** The style sheet, one for all elements of the page. */
export function sheet() {
  if (made === null) {
    made = new CSSStyleSheet();
    made.replaceSync(CSS);
  }
  return made;
}
