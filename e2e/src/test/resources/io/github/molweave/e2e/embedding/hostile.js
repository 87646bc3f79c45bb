// A frame that says anything to the page around it and to its neighbour. No module: it begins at once.
let heard = 0;
addEventListener('message', ({ data, source }) => {
  if (data?.ask === 'heard') parent.postMessage({ told: location.pathname, heard }, '*');
  else if (source === parent) heard++;
});
const heights = [-1, 0, NaN, Infinity, 1e9, '900', '1e9', null, {}, [900], true];
const greeting = { molweave: 'parent', version: 1, say: 'hello' };
for (const height of heights) parent.postMessage({ molweave: 'frame', version: 1, say: 'height', height }, '*');
parent.postMessage({ molweave: 'frame', version: 1, say: 'hello' }, '*');
parent.postMessage({ molweave: 'frame', version: 1, say: 'x'.repeat(1e6) }, '*');
parent.postMessage(JSON.parse('{"__proto__": {"molweave": "frame"}, "constructor": 1, "say": "height", "height": 900}'), '*');
parent.frames[0].postMessage(greeting, '*');
addEventListener('load', () => {
  for (const height of heights) parent.postMessage({ molweave: 'frame', version: 1, say: 'height', height }, '*');
  parent.frames[0].postMessage(greeting, '*');
  parent.postMessage({ told: location.pathname, done: true }, '*');
});
